/**
 * Reads the streams of an OLE compound file ([MS-CFB]). Every chain is bounded by the size of the file, so that no
 * loop in a damaged one is followed for ever. Null where it is no such file.
 */
export function readCompoundFile(bytes: Uint8Array): readonly CompoundEntry[] | null {
  if (!isCompoundFile(bytes) || bytes.length < 1536) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  if (sectorShift !== 9 && sectorShift !== 12) return null;
  const file: CompoundFile = { bytes, view, sectorSize: 1 << sectorShift, fat: [] };
  const withFat: CompoundFile = { ...file, fat: readFat(file) };
  const directory = readChain(withFat, view.getUint32(48, true));
  const miniFat = toNumbers(readChain(withFat, view.getUint32(60, true)));
  const root = entryAt(directory, 0);
  if (root === null) return null;
  const miniStream = readChain(withFat, root.firstSector);
  const entries: CompoundEntry[] = [];
  for (let index = 0; (index + 1) * ENTRY_SIZE <= directory.length && index < MOST_ENTRIES; index += 1) {
    const entry = entryAt(directory, index);
    if (entry === null || entry.type !== STREAM) continue;
    const read = () =>
      entry.size < MINI_STREAM_BELOW
        ? readMiniChain(miniStream, miniFat, entry.firstSector, entry.size)
        : readChain(withFat, entry.firstSector).subarray(0, entry.size);
    entries.push({ name: entry.name, read });
  }
  return entries;
}

export interface CompoundEntry {
  readonly name: string;
  readonly read: () => Uint8Array;
}

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);

interface CompoundFile {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly sectorSize: number;
  readonly fat: readonly number[];
}

const ENTRY_SIZE = 128;
const MOST_ENTRIES = 20_000;
const STREAM = 2;
const MINI_STREAM_BELOW = 4096;
const MINI_SECTOR = 64;
const HEADER_FAT_SECTORS = 109;

/** Sector numbers from here on are marks: end of chain, free, unused. */
const FIRST_MARK = 0xfffffffa;

function readFat(file: CompoundFile): readonly number[] {
  const numbers: number[] = [];
  for (let index = 0; index < HEADER_FAT_SECTORS; index += 1) {
    const sector = file.view.getUint32(76 + index * 4, true);
    if (sector < FIRST_MARK) numbers.push(...toNumbers(sectorAt(file, sector)));
  }
  return numbers;
}

function sectorAt({ bytes, sectorSize }: CompoundFile, sector: number): Uint8Array {
  const start = (sector + 1) * sectorSize;
  return bytes.subarray(Math.min(start, bytes.length), Math.min(start + sectorSize, bytes.length));
}

function readChain(file: CompoundFile, first: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const most = file.bytes.length / file.sectorSize;
  for (
    let sector = first;
    sector < FIRST_MARK && pieces.length < most;
    sector = file.fat[sector] ?? FIRST_MARK
  ) {
    pieces.push(sectorAt(file, sector));
  }
  return Buffer.concat(pieces);
}

function readMiniChain(
  stream: Uint8Array,
  miniFat: readonly number[],
  first: number,
  size: number,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (
    let sector = first;
    sector < FIRST_MARK && pieces.length * MINI_SECTOR < size;
    sector = miniFat[sector] ?? FIRST_MARK
  ) {
    pieces.push(stream.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR));
  }
  return Buffer.concat(pieces).subarray(0, size);
}

function toNumbers(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

function entryAt(directory: Uint8Array, index: number) {
  const entry = directory.subarray(index * ENTRY_SIZE, (index + 1) * ENTRY_SIZE);
  if (entry.length < ENTRY_SIZE) return null;
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  const nameLength = Math.max(0, Math.min(64, view.getUint16(64, true)) - 2);
  return {
    name: new TextDecoder("utf-16le").decode(entry.subarray(0, nameLength)),
    type: entry[66] ?? 0,
    firstSector: view.getUint32(116, true),
    size: view.getUint32(120, true),
  };
}
