import { Gunzip } from "fflate";
import { InflateBudget, joinPieces } from "./inflate-limits.ts";
import { BounceInputError } from "./input-error.ts";

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Unpacks one gzip file (RFC 1952) piece by piece, within INFLATE_LIMITS. Throws BounceInputError. */
export function gunzip(bytes: Uint8Array): Uint8Array {
  const budget = new InflateBudget(bytes.length);
  const pieces: Uint8Array[] = [];
  const stream = new Gunzip(piece => {
    budget.spend(piece.length);
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    throw error instanceof BounceInputError ? error : new BounceInputError("archive-damaged");
  }
  return joinPieces(pieces);
}

/** Small steps bound what one push can unpack before it is counted: deflate reaches 1032 to 1. */
const STEP = 16 * 1024;
