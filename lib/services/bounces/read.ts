import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { refuseSpent, spend } from "../limits/spend.ts";
import { ServiceError } from "../service-error.ts";
import { type BounceInput, MOST_BYTES } from "./schemas.ts";

/** What was handed in: one bounce, or more of them than one page is for. */
export type ReadBounce =
  | { readonly kind: "one"; readonly report: BounceReport }
  | {
      readonly kind: "many";
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
    };

/** How many reports are looked at for telling one bounce from many. */
const LOOK_AT = 20;

/**
 * Reads what was pasted or dropped. Refuses with `invalid` what is empty, too large or cannot be read; the last is paid
 * for. Refuses with `limited` who may not ask for more.
 */
export async function readBounceInput(ctx: ServiceContext, input: BounceInput): Promise<ReadBounce> {
  const files = filesIn(input);
  const [file, ...others] = files;
  if (file === undefined) throw unfit("Paste a bounce, or choose a file.");
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MOST_BYTES) throw unfit("Together this is more than 25 MB; split it.");
  if (others.length > 0) return { kind: "many", files };
  // Reading is work, also where nothing comes of it.
  await refuseSpent(ctx);
  const reading = await ctx.readBounces({ input: file.text ?? file.bytes, most: LOOK_AT });
  const [first] = reading.ok ? reading.reports : [];
  if (!reading.ok || first === undefined) {
    await spend(ctx, ctx.database.db, chargeForWork(ctx));
    const why = reading.ok
      ? "There is nothing in it that could be read."
      : new BounceInputError(reading.code).message;
    throw unfit(why);
  }
  const failed = reading.reports.filter(({ failures }) => failures.length > 0);
  // A long log may begin with what went well; of many mails that all did, none is the one.
  const isMany = failed.length > 1 || reading.more || (failed.length === 0 && reading.reports.length > 1);
  if (isMany) return { kind: "many", files };
  return { kind: "one", report: failed[0] ?? first };
}

interface ReadableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pasted text keeps its characters; a file says itself what its octets mean. */
  readonly text?: string;
}

function filesIn({ text = "", files = [] }: BounceInput): readonly ReadableFile[] {
  const filled = files.filter(({ bytes }) => bytes.length > 0);
  if (filled.length > 0) return filled;
  return text.trim() === "" ? [] : [{ name: "pasted.txt", bytes: new TextEncoder().encode(text), text }];
}

const unfit = (text: string): ServiceError => new ServiceError("invalid", text, { field: "text" });
