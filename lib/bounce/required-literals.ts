/**
 * Finds text that a match of a pattern cannot do without, so that most patterns need never be run: at least one of
 * the returned lower-case strings is in every text that matches. Null where nothing of use is required. Understands
 * the syntax that rules are written in (literals, classes, groups, look-around, quantifiers) and is cautious about
 * everything else.
 */
export const requiredLiterals = (pattern: RegExp): readonly string[] | null => {
  const reader: Reader = { source: pattern.source, at: 0 };
  return readAlternatives(reader).required;
};

interface Reader {
  readonly source: string;
  at: number;
}

/** `exact` is set while a part is plain text, so that neighbours join: /S31(?:40|50)/ stays two parts. */
interface Part {
  readonly required: readonly string[] | null;
  readonly exact: string | null;
}

const NOTHING: Part = { required: null, exact: null };

const readAlternatives = (reader: Reader): Part => {
  const options: Part[] = [readSequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at += 1;
    options.push(readSequence(reader));
  }
  const [only] = options;
  if (options.length === 1 && only) return only;
  const required: string[] = [];
  for (const option of options) {
    if (option.required === null) return NOTHING;
    required.push(...option.required);
  }
  return { required, exact: null };
};

const readSequence = (reader: Reader): Part => {
  let best: readonly string[] | null = null;
  let run = "";
  let plain = true;
  const flush = (): void => {
    if (run !== "") best = better(best, [run]);
    run = "";
  };
  while (
    reader.at < reader.source.length &&
    reader.source[reader.at] !== "|" &&
    reader.source[reader.at] !== ")"
  ) {
    const text = readPlain(reader);
    if (text !== "") {
      run += text;
      continue;
    }
    const part = readAtom(reader);
    const quantifier = readQuantifier(reader);
    if (part.exact !== null && quantifier === "once") {
      run += part.exact;
      continue;
    }
    plain = false;
    if (part.exact !== null && quantifier === "repeated") run += part.exact;
    flush();
    if (quantifier !== "optional") best = better(best, part.required);
  }
  const exact = plain ? run : null;
  flush();
  return { required: best, exact };
};

/** Characters that mean themselves, but for the last one where a quantifier follows it. Most of every pattern is such. */
const readPlain = (reader: Reader): string => {
  PLAIN.lastIndex = reader.at;
  const text = PLAIN.exec(reader.source)?.[0] ?? "";
  const end = reader.at + text.length;
  const taken = QUANTIFIERS.has(reader.source[end] ?? "") ? text.slice(0, -1) : text;
  reader.at += taken.length;
  return taken.toLowerCase();
};

const PLAIN = /[^\\[\](){}.^$|?*+]{1,1000}/y;
const QUANTIFIERS: ReadonlySet<string> = new Set("?*+{");

/** The choice whose shortest text is longest; between equals, the one with fewer texts. */
const better = (
  left: readonly string[] | null,
  right: readonly string[] | null,
): readonly string[] | null => {
  if (left === null || right === null) return left ?? right;
  const difference = shortest(right) - shortest(left);
  return difference > 0 || (difference === 0 && right.length < left.length) ? right : left;
};

const shortest = (texts: readonly string[]): number => Math.min(8, ...texts.map(text => text.length));

const readAtom = (reader: Reader): Part => {
  const character = reader.source[reader.at] ?? "";
  reader.at += 1;
  if (character === "\\") return readEscape(reader);
  if (character === "[") return skipClass(reader);
  if (character === "(") return readGroup(reader);
  if (character === ".") return NOTHING;
  if (character === "^" || character === "$") return { required: null, exact: "" };
  return { required: [character.toLowerCase()], exact: character.toLowerCase() };
};

const readEscape = (reader: Reader): Part => {
  const character = reader.source[reader.at] ?? "";
  reader.at += 1;
  if (character === "b") return { required: null, exact: "" };
  if (/[a-z0-9]/i.test(character)) {
    if (character === "u" || character === "x") reader.at += character === "u" ? 4 : 2;
    return NOTHING;
  }
  return { required: [character], exact: character };
};

const skipClass = (reader: Reader): Part => {
  while (reader.at < reader.source.length && reader.source[reader.at] !== "]") {
    reader.at += reader.source[reader.at] === "\\" ? 2 : 1;
  }
  reader.at += 1;
  return NOTHING;
};

const readGroup = (reader: Reader): Part => {
  const kind = /^\?(?::|=|!|<=|<!)/.exec(reader.source.slice(reader.at, reader.at + 3))?.[0] ?? "";
  reader.at += kind.length;
  const inside = readAlternatives(reader);
  reader.at += 1;
  const consumes = kind === "" || kind === "?:";
  return consumes ? inside : { required: null, exact: "" };
};

const readQuantifier = (reader: Reader): "once" | "repeated" | "optional" => {
  const character = reader.source[reader.at];
  if (character !== "?" && character !== "*" && character !== "+" && character !== "{") return "once";
  let text = character;
  if (character === "{") {
    const end = reader.source.indexOf("}", reader.at);
    text = reader.source.slice(reader.at, end + 1);
  }
  reader.at += text.length;
  if (reader.source[reader.at] === "?") reader.at += 1;
  return text === "?" || text === "*" || text.startsWith("{0") ? "optional" : "repeated";
};
