import { randomToken, type RandomBytes } from "./random-token.ts";

/**
 * The secret of the API, as programs hold it: a prefix that secret scanners know, 22 base62 characters (130
 * random bits), and a checksum of six, so that a mistyped or cut key is told from an unknown one without asking.
 */
export const API_KEY_PREFIX = "mt_live_";

const KEY = /^mt_live_([0-9A-Za-z]{22})([0-9A-Za-z]{6})$/;
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Enough to tell the keys of one account apart, and no help to whoever wants to guess the rest. */
const SHOWN_LENGTH = API_KEY_PREFIX.length + 4;

/** Makes a key that nobody can guess. */
export function makeApiKey(random?: RandomBytes): string {
  const secret = randomToken(random);
  return `${API_KEY_PREFIX}${secret}${checksum(secret)}`;
}

/** Whether the text is a key that was copied whole; says nothing about whether it is known. */
export function isWholeApiKey(text: string): boolean {
  const [, secret = "", digits] = KEY.exec(text) ?? [];
  return digits !== undefined && checksum(secret) === digits;
}

/** The part of a key that may be shown: "mt_live_Ab3x". */
export const shownPartOf = (key: string): string => key.slice(0, SHOWN_LENGTH);

/** CRC-32 (ISO 3309) in six base62 digits. */
function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < 6; place += 1) {
    digits = `${DIGITS[rest % 62] ?? ""}${digits}`;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

function crc32(ascii: string): number {
  let sum = 0xff_ff_ff_ff;
  for (const character of ascii) {
    sum ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~sum >>> 0;
}
