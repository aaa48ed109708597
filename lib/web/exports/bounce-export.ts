import { type BounceView, getBounce } from "#lib/services/bounces/get.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { notFound, toServiceError } from "#lib/services/service-error.ts";
import { openSharedReport } from "#lib/services/shares/open.ts";
import { bounceJson } from "#lib/triage/bounce-json.ts";
import { visibleText } from "#lib/values/visible-text.ts";
import { viewBounce } from "../bounce-view/view-bounce.ts";
import { refusalResponse } from "../refusal-response.ts";
import { pageContext } from "../request-context.ts";
import { exportResponse } from "./export-response.ts";

/** The route that gives a bounce as JSON: with everybody in it for the owner, without for everybody else. */
export const bounceExport = async (
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const { id } = await params;
  return answer(async ctx => jsonFile(await getBounce({ ctx, input: { id } })));
};

/** The route that gives a shared report as JSON, whatever the link opens. */
export const sharedJson = async (
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> => {
  const { token } = await params;
  return answer(async ctx => {
    const opened = await openSharedReport({ ctx, input: { token } });
    return "bounce" in opened ? jsonFile(opened.bounce) : exportResponse(opened.scan.report, "json");
  });
};

/** The route that gives the message to the administrator as a text file. */
export const messageExport = async (
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  return answer(async ctx => {
    const bounce = await getBounce({ ctx, input: { id } });
    const refusal = viewBounce(bounce, { now: ctx.clock.now() }).refusals[
      Number(query.get("refusal") ?? "1") - 1
    ];
    const language = query.get("language") ?? "en";
    const message = refusal?.messages.find(one => one.language === language);
    if (message === undefined) throw notFound("message");
    const text = visibleText(`${message.subject}\n\n${message.body}\n`, { lines: true });
    return file(text.replaceAll("\n", "\r\n"), {
      type: "text/plain",
      name: `mailtriage-message-${message.language}.txt`,
    });
  });
};

const jsonFile = ({ triage, createdAt }: BounceView): Response =>
  file(JSON.stringify(bounceJson(triage), null, 2), {
    type: "application/json",
    name: `mailtriage-bounce-${createdAt.toISOString().slice(0, 10)}.json`,
  });

const file = (content: string, { type, name }: { readonly type: string; readonly name: string }): Response =>
  new Response(content, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });

async function answer(give: (ctx: ServiceContext) => Promise<Response>): Promise<Response> {
  try {
    return await give(await pageContext());
  } catch (error) {
    const refusal = toServiceError(error);
    if (refusal === null) throw error;
    return refusalResponse(refusal);
  }
}
