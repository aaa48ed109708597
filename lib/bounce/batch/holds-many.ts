import { gunzip, isGzip } from "../containers/gzip.ts";
import { BounceInputError } from "../containers/input-error.ts";
import { isZip, unzip } from "../containers/zip.ts";
import { readBounces } from "../read-bounce.ts";

/**
 * Whether a file tells of more than one failed mail, so that it is a batch and not a bounce. Looks at its beginning
 * only. A file that cannot be read is not many; whoever reads it will say why.
 */
export function holdsMany(bytes: Uint8Array): boolean {
  try {
    return isZip(bytes) ? archiveHoldsMany(bytes) : textHoldsMany(isGzip(bytes) ? gunzip(bytes) : bytes);
  } catch (error) {
    if (error instanceof BounceInputError) return false;
    throw error;
  }
}

function archiveHoldsMany(bytes: Uint8Array): boolean {
  let first: Uint8Array | null = null;
  for (const file of unzip(bytes)) {
    if (first !== null) return true;
    first = file.bytes;
  }
  return first !== null && textHoldsMany(first);
}

/** A mail with its attachments may be long; lines, rows and small mails show twice within this. */
const LOOK_AT = 256 * 1024;

function textHoldsMany(bytes: Uint8Array): boolean {
  let readings = 0;
  let failed = 0;
  for (const { failures } of readBounces(bytes.subarray(0, LOOK_AT))) {
    readings += 1;
    if (failures.some(({ event }) => event !== "delivered" && event !== "relayed")) failed += 1;
    if (failed > 1) return true;
  }
  // A long log may begin with what went well.
  return readings > 1 && bytes.length > LOOK_AT;
}
