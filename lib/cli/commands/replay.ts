import { readFile } from "node:fs/promises";
import { replayReport } from "#lib/scan/replay.ts";
import { reportFromScanJson, scanJson } from "#lib/scan/scan-json.ts";
import { UsageError } from "../dns-arguments.ts";
import { type CliIo, EXIT } from "../io.ts";
import { linesOf } from "../lines.ts";

/**
 * `replay FILE... | -`: judges the evidence of earlier reports (one JSON object per line, as `scan --json`
 * prints them) with the checks and the grade of this version, without any lookup.
 */
export async function replayCommand(args: string[], io: CliIo): Promise<number> {
  if (args.length === 0) throw new UsageError("replay needs a file with the output of scan --json, or -");
  for (const file of args) {
    for await (const line of file === "-" ? linesOf(io.stdin) : fileLines(file)) {
      io.stdout(JSON.stringify(scanJson(replayReport(readLine(line)))));
    }
  }
  return EXIT.done;
}

function readLine(line: string) {
  try {
    return reportFromScanJson(JSON.parse(line));
  } catch {
    throw new UsageError("This is not a report that mailtriage scan --json printed.");
  }
}

async function* fileLines(path: string): AsyncGenerator<string> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  for (const line of text.split("\n")) if (line.trim() !== "") yield line;
}
