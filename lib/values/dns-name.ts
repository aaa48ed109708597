/**
 * Names as the DNS holds them: any octets, at most 63 to a label and 255 to a name. In text they are lower-case
 * without the final dot, the root is ".", and what cannot be printed is \DDD (RFC 1035 5.1, RFC 4343).
 */

export type DnsNameError = "empty" | "empty-label" | "label-too-long" | "name-too-long" | "bad-escape";

type NameResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: DnsNameError };

/**
 * Reads presentation text in any case, with or without the final dot, and gives the one canonical text of the
 * name. Characters beyond ASCII count as their UTF-8 octets.
 */
export function parseDnsName(text: string): NameResult {
  if (text === "") return { ok: false, error: "empty" };
  if (text === ".") return { ok: true, value: "." };
  const labels = readLabels(text);
  if (labels === null) return { ok: false, error: "bad-escape" };
  if (labels.at(-1) === "") labels.pop();
  const error = problemOf(labels);
  return error === null ? { ok: true, value: nameOfLabels(labels) } : { ok: false, error };
}

/** The labels of a canonical name, one character per octet; none for the root. */
export function labelsOf(name: string): readonly string[] {
  if (name === ".") return [];
  return name.includes("\\") ? (readLabels(name) ?? []) : name.split(".");
}

/** The canonical text of labels that hold one character per octet. */
export const nameOfLabels = (labels: readonly string[]): string =>
  labels.length === 0 ? "." : labels.map(escapeLabel).join(".");

/** The name with its first label taken off; null for the root. */
export function parentOf(name: string): string | null {
  if (name === ".") return null;
  for (let at = 0; at < name.length; at += 1) {
    if (name[at] === "\\") at += 1;
    else if (name[at] === ".") return name.slice(at + 1);
  }
  return ".";
}

/** Whether a canonical name is `ancestor` itself or lies below it. */
export const isAtOrBelow = (name: string, ancestor: string): boolean =>
  ancestor === "." || name === ancestor || (name.endsWith(`.${ancestor}`) && hasAncestor(name, ancestor));

function hasAncestor(name: string, ancestor: string): boolean {
  // The dot before the suffix may belong to a label ("a\.b"), so escaped names are walked label by label.
  if (!name.includes("\\")) return true;
  for (let at: string | null = name; at !== null; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}

function problemOf(labels: readonly string[]): DnsNameError | null {
  if (labels.length === 0 || labels.includes("")) return "empty-label";
  if (labels.some(label => label.length > 63)) return "label-too-long";
  const octets = labels.reduce((sum, label) => sum + label.length + 1, 1);
  return octets > 255 ? "name-too-long" : null;
}

/** Splits at unescaped dots and undoes escapes; null when an escape is broken. */
function readLabels(text: string): string[] | null {
  const labels: string[] = [];
  let label = "";
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === ".") {
      labels.push(label);
      label = "";
    } else if (char === "\\") {
      const escape = /^(?:(\d{3})|([^\d]))/u.exec(text.slice(at + 1, at + 4));
      if (escape === null || Number(escape[1] ?? 0) > 255) return null;
      label += escape[1] === undefined ? octetsOf(escape[2] ?? "") : String.fromCharCode(Number(escape[1]));
      at += escape[0].length;
    } else {
      const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
      label += octetsOf(point);
      at += point.length - 1;
    }
  }
  labels.push(label);
  return labels;
}

const octetsOf = (char: string): string =>
  char <= "\x7f" ? char : String.fromCharCode(...new TextEncoder().encode(char));

const escapeLabel = (label: string): string => (PLAIN_LABEL.test(label) ? label : escapeOctets(label));

/** Nearly every label: nothing in it to fold or to escape. */
const PLAIN_LABEL = /^[a-z0-9_-]*$/u;

const escapeOctets = (label: string): string =>
  label
    .replaceAll(/[A-Z]/gu, letter => letter.toLowerCase())
    .replaceAll(/[.\\]|[^\x21-\x7e]/gu, char =>
      char === "." || char === "\\" ? `\\${char}` : `\\${String(char.charCodeAt(0)).padStart(3, "0")}`,
    );
