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
  return streamsBelow(directory, root.child).map(({ entry, storage }) => ({
    name: entry.name,
    storage,
    read: () =>
      entry.size < MINI_STREAM_BELOW
        ? readMiniChain(miniStream, miniFat, entry.firstSector, entry.size)
        : readChain(withFat, entry.firstSector).subarray(0, entry.size),
  }));
}

export interface CompoundEntry {
  readonly name: string;
  /** Names of the storages it stands in, from the root, joined by "/"; empty at the root. */
  readonly storage: string;
  readonly read: () => Uint8Array;
}

interface Found {
  readonly entry: DirectoryEntry;
  readonly storage: string;
}

/** All streams in and below a storage, whose members form a tree of siblings (2.6.4). No entry is visited twice. */
function streamsBelow(directory: Uint8Array, child: number): readonly Found[] {
  const found: Found[] = [];
  const seen = new Set<number>();
  const open = [{ id: child, storage: "" }];
  for (let next = open.pop(); next !== undefined && seen.size < MOST_ENTRIES; next = open.pop()) {
    const { id, storage } = next;
    const entry = seen.has(id) ? null : entryAt(directory, id);
    if (entry === null) continue;
    seen.add(id);
    open.push({ id: entry.right, storage }, { id: entry.left, storage });
    if (entry.type === STREAM) found.push({ entry, storage });
    if (entry.type === STORAGE && storage.length < LONGEST_PATH)
      open.push({ id: entry.child, storage: storage === "" ? entry.name : `${storage}/${entry.name}` });
  }
  return found;
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
const STORAGE = 1;
const STREAM = 2;
const LONGEST_PATH = 1000;
const MINI_STREAM_BELOW = 4096;
const MINI_SECTOR = 64;
const HEADER_FAT_SECTORS = 109;

/** Sector numbers from here on are marks: end of chain, free, unused. */
const FIRST_MARK = 0xfffffffa;

function readFat(file: CompoundFile): readonly number[] {
  const inHeader = Array.from({ length: HEADER_FAT_SECTORS }, (_, at) =>
    file.view.getUint32(76 + at * 4, true),
  );
  return [...inHeader, ...fatSectorsBehind(file)]
    .filter(sector => sector < FIRST_MARK)
    .flatMap(sector => toNumbers(sectorAt(file, sector)));
}

/** Files above seven megabytes go on with the list in sectors of its own (2.5); the last number leads to the next. */
function fatSectorsBehind(file: CompoundFile): readonly number[] {
  const sectors: number[] = [];
  let next = file.view.getUint32(68, true);
  for (let read = 0; next < FIRST_MARK && read < file.bytes.length / file.sectorSize; read += 1) {
    const numbers = toNumbers(sectorAt(file, next));
    if (numbers.length === 0) break;
    sectors.push(...numbers.slice(0, -1));
    next = numbers.at(-1) ?? FIRST_MARK;
  }
  return sectors;
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

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly firstSector: number;
  readonly size: number;
}

/** 2.6.1; null behind the end, where numbers that mean "none" lead, too. */
function entryAt(directory: Uint8Array, index: number): DirectoryEntry | null {
  const entry = directory.subarray(index * ENTRY_SIZE, (index + 1) * ENTRY_SIZE);
  if (entry.length < ENTRY_SIZE) return null;
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  const nameLength = Math.max(0, Math.min(64, view.getUint16(64, true)) - 2);
  return {
    name: new TextDecoder("utf-16le").decode(entry.subarray(0, nameLength)),
    type: entry[66] ?? 0,
    left: view.getUint32(68, true),
    right: view.getUint32(72, true),
    child: view.getUint32(76, true),
    firstSector: view.getUint32(116, true),
    size: view.getUint32(120, true),
  };
}
