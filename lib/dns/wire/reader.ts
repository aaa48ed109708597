import { nameOfLabels } from "#lib/values/dns-name.ts";

/** Thrown inside the decoder only; `decodeMessage` turns it into a value. */
export class MalformedMessage extends Error {}

/** A name of 255 octets has no more labels than this, and so no use for more pointers. */
const MAX_LABELS = 127;

/** A cursor over a part of a message that never reads beyond it. */
export class Reader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    if (end > bytes.length) throw new MalformedMessage("length beyond the message");
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  u8(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined || this.#at >= this.#end) throw new MalformedMessage("message ends early");
    this.#at += 1;
    return byte;
  }

  u16(): number {
    return this.u8() * 0x100 + this.u8();
  }

  u32(): number {
    return this.u16() * 0x1_0000 + this.u16();
  }

  take(length: number): Uint8Array {
    return this.#bytes.subarray(this.#at, this.#skip(length));
  }

  /** A reader of the next `length` octets, which can still follow name pointers to before them. */
  part(length: number): Reader {
    const start = this.#at;
    return new Reader(this.#bytes, start, this.#skip(length));
  }

  octets(length: number): string {
    let text = "";
    for (const octet of this.take(length)) text += String.fromCharCode(octet);
    return text;
  }

  hex(length: number): string {
    return Array.from(this.take(length), byte => byte.toString(16).padStart(2, "0")).join("");
  }

  /** A name (RFC 1035 4.1.4). Pointers lead strictly backwards, so that reading always ends. */
  name(): string {
    const labels: string[] = [];
    let lowest = this.#at;
    let pointer = this.#labels(labels);
    for (let jumps = 0; pointer !== null; jumps += 1) {
      if (pointer >= lowest || jumps > MAX_LABELS) throw new MalformedMessage("name pointers do not end");
      lowest = pointer;
      pointer = new Reader(this.#bytes, pointer).#labels(labels);
    }
    return nameOfLabels(labels);
  }

  /** Everything has been read: data that is longer than its type allows is malformed. */
  end(): void {
    if (this.left !== 0) throw new MalformedMessage("data goes on");
  }

  /** Reads labels up to the end of the name (null) or a pointer (its target). */
  #labels(labels: string[]): number | null {
    for (;;) {
      const length = this.u8();
      if (length === 0) return null;
      if (length >= 0xc0) return (length - 0xc0) * 0x100 + this.u8();
      if (length > 63) throw new MalformedMessage("label type unknown");
      labels.push(this.octets(length));
      if (labels.reduce((sum, label) => sum + label.length + 1, 1) > 255) {
        throw new MalformedMessage("name too long");
      }
    }
  }

  #skip(length: number): number {
    if (length > this.left) throw new MalformedMessage("length beyond the data");
    this.#at += length;
    return this.#at;
  }
}
