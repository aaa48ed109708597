/** One DER element: its tag and where its content lies. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** Why bytes are not the element they ought to be. "truncated": they end before the length they claim. */
export type DerFault = "truncated" | "malformed";

export const DER_TAGS = {
  integer: 0x02,
  bitString: 0x03,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
} as const;

/**
 * Reads the element at `at`, which must fit before `end`. The length is believed only as far as there are bytes;
 * indefinite lengths and lengths of more than four bytes are malformed (X.690 10.1).
 */
export function readElement(bytes: Uint8Array, at: number, end: number): DerElement | DerFault {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end) return "truncated";
  if (first < 0x80) return within({ tag, start: at + 2, end: at + 2 + first }, end);
  const count = first - 0x80;
  if (count === 0 || count > 4) return "malformed";
  if (at + 2 + count > end) return "truncated";
  let length = 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  const start = at + 2 + count;
  return within({ tag, start, end: start + length }, end);
}

/** The elements inside a constructed one, in order. */
export function readChildren(bytes: Uint8Array, parent: DerElement): readonly DerElement[] | DerFault {
  const children: DerElement[] = [];
  for (let at = parent.start; at < parent.end; ) {
    const child = readElement(bytes, at, parent.end);
    if (typeof child === "string") return child;
    children.push(child);
    at = child.end;
  }
  return children;
}

const within = (element: DerElement, end: number): DerElement | DerFault =>
  element.end > end ? "truncated" : element;
