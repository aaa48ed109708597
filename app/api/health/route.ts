import { pageContext } from "#lib/web/request-context.ts";
import { checkHealth } from "#lib/services/workers/health.ts";

export const dynamic = "force-dynamic";

/** Green (200) when a scan asked for now would be carried out, else 503. Tells nothing about the inside. */
export async function GET(): Promise<Response> {
  const health = await checkHealth({ ctx: await pageContext() });
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
