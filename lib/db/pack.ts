import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** No report comes near it; a damaged row is not to take all memory. */
const MOST_OCTETS = 256 * 1024 * 1024;

/** A damaged text, or one that is read with another base, is noticed and not misread. */
const CHECKED = { [constants.ZSTD_c_checksumFlag]: 1 };

export type Packed = Uint8Array<ArrayBuffer>;

/**
 * Plain data as compressed JSON text. With a base, only what differs from it takes room: a text like its base packs
 * into a few dozen octets (Zstandard, RFC 8878, with the text of the base as dictionary).
 */
export function pack(value: unknown, base: Uint8Array | null = null): Packed {
  const dictionary = base === null ? {} : { dictionary: textOf(base) };
  return new Uint8Array(zstdCompressSync(JSON.stringify(value), { ...dictionary, params: CHECKED }));
}

/** What was packed with that base. Throws for anything else. */
export function unpack(packed: Uint8Array, base: Uint8Array | null = null): unknown {
  const dictionary = base === null ? {} : { dictionary: textOf(base) };
  const text = zstdDecompressSync(packed, { ...dictionary, maxOutputLength: MOST_OCTETS });
  return JSON.parse(text.toString("utf8"));
}

const textOf = (base: Uint8Array): Buffer => zstdDecompressSync(base, { maxOutputLength: MOST_OCTETS });
