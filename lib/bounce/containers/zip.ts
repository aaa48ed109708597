import { Unzip, UnzipInflate } from "fflate";
import { INFLATE_LIMITS, InflateBudget, joinPieces } from "./inflate-limits.ts";
import { BounceInputError } from "./input-error.ts";

export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How much of the archive has been unpacked with this file, between 0 and 1. */
  readonly share: number;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  (bytes[2] === 0x03 || bytes[2] === 0x05) &&
  (bytes[3] === 0x04 || bytes[3] === 0x06);

/**
 * Unpacks a zip file piece by piece, in its order, within INFLATE_LIMITS; a file is handed out before the next one is
 * unpacked. Folders and system files are left out. Throws BounceInputError.
 */
export function* unzip(bytes: Uint8Array): Iterable<ArchivedFile> {
  if (isEncrypted(bytes)) throw new BounceInputError("archive-encrypted");
  const ready: Omit<ArchivedFile, "share">[] = [];
  const archive = openArchive(bytes.length, file => ready.push(file));
  for (let at = 0; at < bytes.length; at += STEP) {
    pushOrThrow(archive, bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    const share = Math.min(1, (at + STEP) / bytes.length);
    for (const file of ready.splice(0)) yield { ...file, share };
  }
}

function openArchive(packed: number, done: (file: Omit<ArchivedFile, "share">) => void): Unzip {
  const budget = new InflateBudget(packed);
  let seen = 0;
  const archive = new Unzip(file => {
    seen += 1;
    if (seen > INFLATE_LIMITS.files) throw new BounceInputError("archive-too-many-files");
    if (file.name.endsWith("/") || SYSTEM_FILE.test(file.name)) return;
    const pieces: Uint8Array[] = [];
    budget.nextFile();
    file.ondata = (error, piece, final) => {
      // What was thrown here comes back as the error of the next piece.
      if (error !== null)
        throw error instanceof BounceInputError ? error : new BounceInputError("archive-damaged");
      budget.spend(piece.length);
      pieces.push(piece);
      if (final) done({ name: file.name, bytes: joinPieces(pieces) });
    };
    file.start();
  });
  archive.register(UnzipInflate);
  return archive;
}

function pushOrThrow(archive: Unzip, piece: Uint8Array, final: boolean): void {
  try {
    archive.push(piece, final);
  } catch (error) {
    throw error instanceof BounceInputError ? error : new BounceInputError("archive-damaged");
  }
}

const STEP = 16 * 1024;

/** Bit 0 of the general purpose flags of the first entry (APPNOTE 4.4.4). */
const isEncrypted = (bytes: Uint8Array): boolean => bytes[2] === 0x03 && ((bytes[6] ?? 0) & 1) === 1;

const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/;
