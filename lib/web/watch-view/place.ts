/** A place in the timeline as a part of an address. */
export const encodePlace = ({ at, id }: { readonly at: Date; readonly id: string }): string =>
  `${at.getTime()}.${id}`;

/** Null for what is no place. */
export function decodePlace(text: string | readonly string[] | undefined): { at: Date; id: string } | null {
  const [, at = "", id = ""] = /^(\d{10,14})\.([0-9A-Za-z]{22})$/u.exec(String(text ?? "")) ?? [];
  return id === "" ? null : { at: new Date(Number(at)), id };
}
