import { BounceInputError } from "./input-error.ts";

/** Compressed input may unpack to this much and no more (decompression bombs). */
export const INFLATE_LIMITS = {
  /** Octets of one unpacked file. */
  file: 32 * 1024 * 1024,
  /** Octets of everything unpacked; files are read one after the other and not kept. */
  total: 256 * 1024 * 1024,
  /** Unpacked to packed. Logs reach 30. */
  ratio: 100,
  /** Up to here the ratio is not looked at. */
  ratioFrom: 4 * 1024 * 1024,
  /** As many as a batch may hold failures. */
  files: 50_000,
} as const;

/** Counts what comes out of a stream while it comes, so that nothing is unpacked that will not be read. */
export class InflateBudget {
  #total = 0;
  #file = 0;
  readonly #packed: number;
  constructor(packed: number) {
    this.#packed = packed;
  }

  nextFile(): void {
    this.#file = 0;
  }

  spend(octets: number): void {
    this.#total += octets;
    this.#file += octets;
    const tooDense =
      this.#total > INFLATE_LIMITS.ratioFrom && this.#total > this.#packed * INFLATE_LIMITS.ratio;
    if (this.#file > INFLATE_LIMITS.file || this.#total > INFLATE_LIMITS.total || tooDense) {
      throw new BounceInputError("archive-too-large");
    }
  }
}

/** Joins the pieces of one unpacked file. */
export function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
