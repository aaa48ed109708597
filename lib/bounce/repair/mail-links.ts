import { type Edit, editMatches } from "./edit.ts";

/**
 * Links that mail programs write beside or around what they link: `a@b<mailto:a@b>`, `<mailto:a@b>`,
 * `[a@b](mailto:a@b)`, `host<http://host>`, `<mailto:a@b|a@b>`. What is linked stays, once.
 */
export function repairMailLinks(text: string): readonly Edit[] {
  if (!LINK.test(text)) return [];
  return editMatches(text, LINKS, match => {
    const [found, label, target, angle, bare] = match;
    if (label !== undefined && target !== undefined) return sameTarget(label, target) ? label : null;
    if (angle !== undefined) return angleLink(text, match.index, found.length, angle);
    return bare ?? null;
  });
}

const LINK = /mailto:|<https?:|\]\(https?:/i;

const LINKS =
  /\[([^\][\n]{1,300})\]\(((?:mailto:|https?:\/\/)[^()\s]{1,2000})\)|<((?:mailto:|https?:\/\/)[^<>\s]{1,2000})>|\bmailto:(?=[^\s<>@]{1,200}@)()/gi;

function angleLink(text: string, start: number, length: number, link: string): string | null {
  const [target = "", label] = link.split("|", 2);
  const bare = label ?? withoutScheme(target);
  const before = text.slice(Math.max(0, start - 330), start);
  const previous = /([^\s<>"'()[\];,|]{1,330})[>"']?\s{0,2}$/.exec(before)?.[1] ?? "";
  if (previous !== "" && sameTarget(previous, target)) return "";
  if (!/^mailto:/i.test(target)) return null;
  return before.endsWith("<") && text[start + length] === ">" ? bare : `<${bare}>`;
}

const sameTarget = (label: string, target: string): boolean => plain(label) === plain(target);

const plain = (link: string): string => withoutScheme(link).replace(/\/$/, "").toLowerCase();

function withoutScheme(link: string): string {
  const bare = link.replace(/^(?:mailto:|https?:\/\/)/i, "");
  return /^mailto:/i.test(link) ? safeDecode(bare.replace(/\?.*$/s, "")) : bare;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
