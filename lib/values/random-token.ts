const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LENGTH = 22;

/** Fills the array with bytes that nobody can predict. */
export type RandomBytes = (into: Uint8Array) => Uint8Array;

const systemRandom: RandomBytes = into => crypto.getRandomValues(into);

/** 22 base62 characters, 130 random bits: for ids that cannot be guessed, tokens and passwords. */
export function randomToken(random: RandomBytes = systemRandom): string {
  let token = "";
  while (token.length < LENGTH) {
    for (const byte of random(new Uint8Array(32))) {
      // 248 is the largest multiple of 62 in a byte: without the rest, every digit is equally likely.
      if (byte < 248 && token.length < LENGTH) token += DIGITS[byte % 62];
    }
  }
  return token;
}
