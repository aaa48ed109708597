import { readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

/**
 * `npm run fonts`: cuts the typefaces of the package `geist` down to the characters and weights that pages of this house
 * are written in, a third of their octets; letters beyond come in a typeface of the system. With `--check`, exits with 1
 * where the files are not what they are made from.
 */
const FACES = {
  "app/fonts/geist-latin.woff2": "node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  "app/fonts/geist-mono-latin.woff2": "node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
};
/** Latin with its accents, typographic signs, arrows and comparisons. */
const CHARACTERS: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x20_10, 0x20_27],
  [0x20_30, 0x20_3a],
  [0x20_ac, 0x20_ac],
  [0x21_22, 0x21_22],
  [0x21_90, 0x21_93],
  [0x22_12, 0x22_12],
  [0x22_48, 0x22_48],
  [0x22_60, 0x22_65],
];
const WEIGHTS = { min: 400, max: 700 };

const text = CHARACTERS.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
).join("");
let stale = 0;
for (const [path, source] of Object.entries(FACES)) {
  const made = await subsetFont(await readFile(source), text, {
    targetFormat: "woff2",
    variationAxes: { wght: WEIGHTS },
  });
  if (process.argv.includes("--check")) {
    if (made.equals(await readFile(path))) continue;
    console.error(`${path} is not what ${source} gives: run “npm run fonts”.`);
    stale += 1;
  } else {
    await writeFile(path, made);
    console.log(`${path}: ${made.length} octets`);
  }
}
process.exit(stale === 0 ? 0 : 1);
