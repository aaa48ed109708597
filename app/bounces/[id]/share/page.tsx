import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { ShareForm } from "#components/share/share-form.tsx";
import { ShareList } from "#components/share/share-list.tsx";
import { getBounce } from "#lib/services/bounces/get.ts";
import { listShares } from "#lib/services/shares/list.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { shareRows } from "#lib/web/share-rows.ts";
import { revokeShareAction, shareBounceAction } from "./actions.ts";

export const metadata: Metadata = { title: "Hand over a report", robots: { index: false } };

export default async function ShareBouncePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext();
  const { id } = await params;
  const bounce = await orNotFound(getBounce({ ctx, input: { id } }));
  if (!bounce.mine) notFound();
  const links = await listShares({ ctx, input: { bounceId: id } });
  return (
    <PlainPage
      title="Hand over the report on this bounce"
      lead="Whoever has the link reads what was found, without personal data: of every address the part before the @ is left out, and names, subject, Message-ID and the text of the report are not in it."
    >
      <p className="mt-4">
        <a href={`/bounces/${id}`} className="prose-link">
          Back to the report
        </a>
      </p>
      <ShareForm report={id} action={shareBounceAction} />
      <ShareList report={id} action={revokeShareAction} links={shareRows(links, ctx.clock.now())} />
    </PlainPage>
  );
}
