/** What a page about codes is for: one enhanced status code in all its classes, a range of them, or a reply code. */
export type CodeKey =
  | { readonly kind: "status"; readonly subject: number; readonly detail: number }
  | { readonly kind: "range"; readonly subject: number; readonly detail: number; readonly to: number }
  | { readonly kind: "reply"; readonly code: number };

/** One code as a table, a rule or a person writes it. */
export interface WrittenCode {
  readonly key: CodeKey;
  /** The class digit of a status code; null for reply codes and for "X". */
  readonly digit: number | null;
}

/**
 * The codes named in a text, status codes first: "421 4.7.26 / 550 5.7.26", "4.7.500-4.7.699", "X.4.1", "554". A reply
 * code beside a status code is not told: the status code says more.
 */
export function codesIn(text: string): readonly WrittenCode[] {
  const statuses = [...text.matchAll(STATUS)].map(([, digit = "", subject, detail, to]): WrittenCode => {
    const numbers = { subject: Number(subject), detail: Number(detail) };
    return {
      key: to === undefined ? { kind: "status", ...numbers } : { kind: "range", ...numbers, to: Number(to) },
      digit: /\d/.test(digit) ? Number(digit) : null,
    };
  });
  if (statuses.length > 0) return statuses;
  return [...text.matchAll(REPLY)].map(([code]) => ({
    key: { kind: "reply", code: Number(code) },
    digit: null,
  }));
}

const STATUS = /(?<![\w.])([245x])\.(\d{1,3})\.(\d{1,3})(?:-[245x]\.\d{1,3}\.(\d{1,3}))?(?!\.?\d)/gi;
const REPLY = /(?<![\w.])[45]\d\d(?![\w.]*\d)/g;

/** Equal for the same page. */
export const nameOfKey = (key: CodeKey): string =>
  key.kind === "reply"
    ? String(key.code)
    : `${key.subject}.${key.detail}${key.kind === "range" ? `-${key.to}` : ""}`;

/** In the order of the registry: subjects, then details; reply codes come behind. */
export function compareKeys(one: CodeKey, other: CodeKey): number {
  if (one.kind === "reply" || other.kind === "reply") {
    return one.kind === other.kind && one.kind === "reply" && other.kind === "reply"
      ? one.code - other.code
      : one.kind === "reply"
        ? 1
        : -1;
  }
  return one.subject - other.subject || one.detail - other.detail;
}
