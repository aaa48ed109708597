/** What earlier lines said about a queue id. Bounded: the oldest is forgotten first, as in a log that goes on for ever. */
export class Remembered<Value> {
  readonly #values = new Map<string, Value>();

  get(id: string): Value | undefined {
    return this.#values.get(id);
  }

  set(id: string, value: Value): void {
    this.#values.delete(id);
    this.#values.set(id, value);
    if (this.#values.size <= MOST_IDS) return;
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }
}

const MOST_IDS = 20_000;
