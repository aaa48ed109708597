import { readdirSync } from "node:fs";

/** Where the build puts fonts, and where a browser finds them. */
const FOLDER = [".next", "static", "media"].join("/");
const ADDRESS = "/_next/static/media/";

let found: string | null | undefined;

/** The address of Geist among the built files, which a visitor has already; null where nothing was built. */
export const houseFont = (): string | null => (found ??= findFont());

function findFont(): string | null {
  try {
    const name = readdirSync(/* turbopackIgnore: true */ FOLDER).find(file =>
      /^Geist_Variable.*\.woff2$/u.test(file),
    );
    return name === undefined ? null : ADDRESS + name;
  } catch {
    return null;
  }
}
