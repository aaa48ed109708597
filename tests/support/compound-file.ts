const SECTOR = 512;
const MINI = 64;
const CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;
const NONE = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly content: Buffer;
  start: number;
  right: number;
  child: number;
}

/**
 * A compound file ([MS-CFB] version 3) with these streams, text as UTF-16. Names with "/" stand in storages; short streams
 * share the mini stream, as in files that Outlook writes.
 */
export function compoundFile(streams: Readonly<Record<string, string>>): Buffer {
  const entries: Entry[] = [entryOf("Root Entry", 5)];
  for (const [path, text] of Object.entries(streams))
    addStream(entries, path.split("/"), Buffer.from(text, "utf16le"));

  const mini = new Chains(MINI);
  for (const entry of entries)
    if (entry.type === 2 && entry.content.length < CUTOFF) entry.start = mini.add(entry.content);
  const big = new Chains(SECTOR);
  for (const entry of entries)
    if (entry.type === 2 && entry.content.length >= CUTOFF) entry.start = big.add(entry.content);
  const [root] = entries;
  if (root !== undefined && mini.table.length > 0) root.start = big.add(mini.bytes());
  const miniStreamSize = mini.bytes().length;
  const miniTable = big.add(tableOf(mini.table));
  const directory = big.add(Buffer.concat(entries.map(entry => written(entry, miniStreamSize))));

  // The allocation table itself stands behind everything else, in as many sectors as it needs to tell of itself too.
  const used = big.table.length;
  let tables = 1;
  while (tables * (SECTOR / 4) < used + tables) tables += 1;
  const table = tableOf([...big.table, ...Array.from({ length: tables }, () => FAT_SECTOR)]);
  const header = Buffer.alloc(SECTOR);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(CUTOFF, 56);
  header.writeUInt32LE(miniTable, 60);
  header.writeUInt32LE(END, 68);
  for (let at = 0; at < 109; at += 1) header.writeUInt32LE(at < tables ? used + at : FREE, 76 + at * 4);
  return Buffer.concat([header, big.bytes(), table]);
}

/** Streams one after the other in blocks, with the table that leads from block to block. */
class Chains {
  readonly table: number[] = [];
  readonly #blocks: Buffer[] = [];
  readonly #size: number;
  constructor(size: number) {
    this.#size = size;
  }

  add(content: Buffer): number {
    const blocks = Math.max(1, Math.ceil(content.length / this.#size));
    const start = this.table.length;
    for (let at = 1; at <= blocks; at += 1) this.table.push(at === blocks ? END : start + at);
    this.#blocks.push(Buffer.concat([content], blocks * this.#size));
    return start;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#blocks);
  }
}

function addStream(entries: Entry[], path: readonly string[], content: Buffer): void {
  let parent = 0;
  for (const [depth, name] of path.entries()) {
    const last = depth === path.length - 1;
    const known = last ? -1 : childrenOf(entries, parent).find(at => entries[at]?.name === name);
    if (known !== undefined && known !== -1) {
      parent = known;
      continue;
    }
    entries.push(entryOf(name, last ? 2 : 1, last ? content : undefined));
    const added = entries.length - 1;
    const before = childrenOf(entries, parent).at(-1);
    const left = before === undefined ? entries[parent] : entries[before];
    if (left !== undefined && before === undefined) left.child = added;
    else if (left !== undefined) left.right = added;
    parent = added;
  }
}

function childrenOf(entries: readonly Entry[], parent: number): readonly number[] {
  const found: number[] = [];
  for (let at = entries[parent]?.child ?? NONE; at !== NONE; at = entries[at]?.right ?? NONE) found.push(at);
  return found;
}

const entryOf = (name: string, type: number, content: Buffer = Buffer.alloc(0)): Entry => ({
  name,
  type,
  content,
  start: END,
  right: NONE,
  child: NONE,
});

function written({ name, type, content, start, right, child }: Entry, miniStreamSize: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, "utf16le");
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = type;
  bytes[67] = 1;
  bytes.writeUInt32LE(NONE, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(type === 5 ? miniStreamSize : content.length, 120);
  return bytes;
}

function tableOf(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil((numbers.length * 4) / SECTOR) * SECTOR, 0xff);
  for (const [at, next] of numbers.entries()) bytes.writeUInt32LE(next, at * 4);
  return bytes;
}
