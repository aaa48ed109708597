import { CHECKS } from "#lib/scan/registry.ts";
import { parseArgs } from "node:util";
import type { CliIo } from "../io.ts";
import { EXIT } from "../io.ts";

/** `checks [--json]`: every check with its question, reference and outcomes. */
export async function checksCommand(args: string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  for (const { id, section, question, why, reference, weighty, needs, outcomes } of CHECKS) {
    const codes = Object.entries(outcomes).map(([outcome, { status, example }]) => ({
      outcome,
      status: typeof status === "function" ? status(example) : status,
    }));
    if (values.json === true) {
      io.stdout(JSON.stringify({ id, section, question, why, reference, weighty, needs, outcomes: codes }));
    } else {
      io.stdout(`${id}\n  ${question}\n  ${reference}`);
      for (const { outcome, status } of codes) io.stdout(`  ${outcome.padEnd(24)}${status}`);
    }
  }
  return EXIT.done;
}
