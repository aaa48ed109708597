/** Reading JSON of unknown shape without trusting it: own properties only, so that "__proto__" is a key like any other. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** The text at a path; numbers as text; null for everything else and for nothing. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = at(value, ...path);
  if (typeof found === "number") return String(found);
  return typeof found === "string" && found.trim() !== "" ? found.trim() : null;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Every value that is text or a number, one "path: value" a line: what spans of a webhook refer to. */
export function readableLines(value: unknown): string {
  const lines: string[] = [];
  const open: { readonly path: string; readonly value: unknown }[] = [{ path: "", value }];
  for (let next = open.pop(); next !== undefined && lines.length < MOST_LINES; next = open.pop()) {
    const { path, value: current } = next;
    if (typeof current === "string" || typeof current === "number" || typeof current === "boolean") {
      lines.push(`${path === "" ? "value" : path}: ${String(current).slice(0, LONGEST_VALUE)}`);
    } else if (typeof current === "object" && current !== null) {
      const entries = Object.entries(current).toReversed();
      const named = Array.isArray(current) ? path : null;
      for (const [key, inner] of entries)
        open.push({ path: named ?? (path === "" ? key : `${path}.${key}`), value: inner });
    }
  }
  return lines.join("\n");
}

const MOST_LINES = 500;
const LONGEST_VALUE = 8000;
