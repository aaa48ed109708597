import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

const TYPES: Readonly<Record<string, string>> = {
  js: "application/javascript; charset=UTF-8",
  css: "text/css; charset=UTF-8",
};

/** Puts a `.br` beside every script and stylesheet below the directory: a sixth smaller than gzip, made once. */
export async function compressFiles(directory: string): Promise<void> {
  for (const path of await filesBelow(directory)) {
    if (typeOf(path) === undefined) continue;
    const content = await readFile(path);
    const packed = await compress(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    await writeFile(`${path}.br`, packed);
  }
}

/** Answers a request for a compressed file below the prefix, if it is one; true when it did. */
export type BrotliFiles = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves what `compressFiles` made. The names carry a hash of the content, so that a browser keeps them for good. */
export async function brotliFiles(directory: string, prefix: string): Promise<BrotliFiles> {
  const files = new Map<string, { readonly path: string; readonly size: number; readonly type: string }>();
  for (const path of await filesBelow(directory).catch(() => [])) {
    const original = path.endsWith(".br") ? path.slice(0, -3) : "";
    const type = typeOf(original);
    if (type === undefined) continue;
    const url = prefix + relative(directory, original).split(sep).join("/");
    files.set(url, { path, size: (await stat(path)).size, type });
  }
  return (request, response) => {
    const file = files.get((request.url ?? "").split("?")[0] ?? "");
    if (file === undefined || !takesBrotli(request) || !isRead(request)) return false;
    response.writeHead(200, {
      "content-type": file.type,
      "content-encoding": "br",
      "content-length": file.size,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file.path).pipe(response);
    return true;
  };
}

async function filesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

const typeOf = (path: string): string | undefined => TYPES[/\.(\w+)$/u.exec(path)?.[1] ?? ""];

const isRead = ({ method }: IncomingMessage): boolean => method === "GET" || method === "HEAD";

const takesBrotli = ({ headers }: IncomingMessage): boolean =>
  /(?:^|,)\s*br\s*(?:,|$|;\s*q=(?!0(?:\.0*)?\s*(?:,|$)))/iu.test(String(headers["accept-encoding"] ?? ""));
