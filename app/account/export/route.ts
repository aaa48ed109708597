import { exportAccount } from "#lib/services/accounts/export.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { textStream } from "#lib/web/text-stream.ts";
import { refusalResponse } from "#lib/web/refusal-response.ts";

/** Everything kept of whoever is signed in, as a file. */
export async function GET(): Promise<Response> {
  const ctx = await pageContext();
  try {
    const pieces = await exportAccount({ ctx });
    const day = ctx.clock.now().toISOString().slice(0, 10);
    return new Response(textStream(pieces), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="mailtriage-${day}.json"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const refusal = toServiceError(error);
    if (refusal === null) throw error;
    return refusalResponse(refusal);
  }
}
