import { scanUrl, serialiseScan } from "#lib/api/v1/serialise/scan.ts";
import { getScan, type ScanView } from "#lib/services/scans/get.ts";
import { waitForScan } from "#lib/services/scans/wait.ts";
import type { Call } from "./call.ts";
import type { Reply } from "./reply.ts";

/** When a running scan is worth another look, for programs that do not wait. */
const LOOK_AGAIN_SECONDS = "1";

/** A scan as it is now, or as it is when it is finished or the wait of the caller is over. */
export async function scanReply(scanId: string, call: Call<unknown, unknown>): Promise<Reply> {
  const scan = await awaitedScan(scanId, call);
  return { status: 200, body: serialiseScan(scan, call.site), headers: waitHeader(call) };
}

/** The same after asking for it: 201 where the scan is there and finished, 202 where it has to be looked for. */
export async function startedScanReply(scanId: string, call: Call<unknown, unknown>): Promise<Reply> {
  const scan = await awaitedScan(scanId, call);
  const finished = scan.status === "done" || scan.status === "failed";
  return {
    status: finished ? 201 : 202,
    body: serialiseScan(scan, call.site),
    headers: {
      location: scanUrl(scanId),
      ...waitHeader(call),
      ...(finished ? {} : { "retry-after": LOOK_AGAIN_SECONDS }),
    },
  };
}

async function awaitedScan(id: string, { ctx, wait, signal }: Call<unknown, unknown>): Promise<ScanView> {
  const scan = await getScan({ ctx, input: { id } });
  if (wait === 0 || scan.status === "done" || scan.status === "failed") return scan;
  await waitForScan({ ctx, input: { id, seconds: wait }, signal });
  return getScan({ ctx, input: { id } });
}

const waitHeader = ({ wait }: Call<unknown, unknown>): Record<string, string> =>
  wait === 0 ? {} : { "preference-applied": `wait=${wait}` };
