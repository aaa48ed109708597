import { readFile } from "node:fs/promises";

/** A page or route of the build, by its address with parameters in brackets. */
export interface Route {
  readonly path: string;
  readonly kind: "page" | "route";
}

/** A server action of the build. */
export interface ServerAction {
  readonly id: string;
  /** The folder of the page that it stands beside, and its name: "/account signOutAction". */
  readonly name: string;
  /** A page that carries it. */
  readonly page: string;
}

/** Every page and route that the build answers, but for those of the framework itself. */
export async function builtRoutes(): Promise<readonly Route[]> {
  const manifest: Readonly<Record<string, string>> = JSON.parse(
    await readFile(".next/app-path-routes-manifest.json", "utf8"),
  );
  return Object.entries(manifest)
    .filter(([, path]) => !path.startsWith("/_"))
    .map(([file, path]) => ({ path, kind: file.endsWith("/page") ? "page" : "route" }));
}

interface ActionEntry {
  readonly filename: string;
  readonly exportedName: string;
  readonly workers: Readonly<Record<string, unknown>>;
}

/** Every server action that the build takes, whether or not a page shows its form. */
export async function builtActions(): Promise<readonly ServerAction[]> {
  const manifest: { readonly node: Readonly<Record<string, ActionEntry>> } = JSON.parse(
    await readFile(".next/server/server-reference-manifest.json", "utf8"),
  );
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${pageOf(filename.replace(/actions\.ts$/u, "page"))} ${exportedName}`,
    page: pageOf(Object.keys(workers)[0] ?? "app/page"),
  }));
}

/** "app/scans/[id]/share/page" to "/scans/[id]/share". */
const pageOf = (worker: string): string => worker.replace(/^app/u, "").replace(/\/page$/u, "") || "/";
