import { isSpfRecord } from "../select-record.ts";

/**
 * Whether a TXT text was meant as an SPF record although no receiver takes it for one: another version, a
 * character glued to the version, quotes, a leading space (RFC 7208 4.5).
 */
export const isNearMiss = (text: string): boolean =>
  !isSpfRecord(text) &&
  /^[\s"'\x80-\xff]{0,8}(?:v\s{0,3}=\s{0,3})?spf\s?[12]?(?:[^a-z0-9_-]|[a-z0-9+~?-]+:|\d)/iu.test(text);
