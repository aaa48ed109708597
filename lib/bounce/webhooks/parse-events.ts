import { at } from "./json-value.ts";

/**
 * The events in JSON text: one object, an array, one object a line, objects without separators, trailing commas. Null
 * where the text is no JSON.
 */
export function parseEvents(text: string): readonly unknown[] | null {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return null;
  const whole = parse(trimmed) ?? parse(withoutTrailingCommas(trimmed));
  if (whole !== undefined) return flatten(whole);
  const events: unknown[] = [];
  for (const piece of objectsIn(trimmed)) {
    const event = parse(piece) ?? parse(withoutTrailingCommas(piece));
    if (event !== undefined) events.push(...flatten(event));
  }
  return events.length > 0 ? events : null;
}

const flatten = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap(flatten);
  const items = at(value, "items") ?? at(value, "Bounces") ?? at(value, "Records") ?? at(value, "results");
  return Array.isArray(items) && items.length > 0 && items.every(item => typeof item === "object")
    ? items
    : [value];
};

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Commas before a closing bracket or at the end, outside of strings; line breaks inside strings are escaped. */
function withoutTrailingCommas(text: string): string {
  let inString = false;
  let result = "";
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (inString && character === "\\") {
      result += character + text.charAt(index + 1);
      index += 1;
      continue;
    }
    if (character === '"') inString = !inString;
    const drop =
      character === "," && !inString && /^\s{0,1000}(?:[\]}]|$)/.test(text.slice(index + 1, index + 1100));
    if (!drop) result += inString && character === "\n" ? "\\n" : character;
  }
  return result;
}

/** Balanced objects, wherever they begin. */
function* objectsIn(text: string): Iterable<string> {
  let depth = 0;
  let start = -1;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
      continue;
    }
    if (character === '"' && depth > 0) inString = true;
    else if (character === "{") {
      if (depth === 0) start = index;
      depth += 1;
    } else if (character === "}" && depth > 0) {
      depth -= 1;
      if (depth === 0) yield text.slice(start, index + 1);
    }
  }
}
