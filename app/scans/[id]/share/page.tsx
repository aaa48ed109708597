import type { Metadata } from "next";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { ShareForm } from "#components/share/share-form.tsx";
import { ShareList } from "#components/share/share-list.tsx";
import { getScan } from "#lib/services/scans/get.ts";
import { listShares } from "#lib/services/shares/list.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { createShareAction, revokeShareAction } from "./actions.ts";

export const metadata: Metadata = { title: "Hand over a report", robots: { index: false } };

export default async function SharePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext();
  const { id } = await params;
  const scan = await orNotFound(getScan({ ctx, input: { id } }));
  const links = scan.mine ? await listShares({ ctx, input: { scanId: id } }) : [];
  const now = ctx.clock.now();
  return (
    <PlainPage
      title={`Hand over the report on ${scan.domain}`}
      lead="Whoever has the link reads the report as it is now: no sign-in, nothing to install, nothing that changes later."
    >
      <p className="mt-4">
        <a href={`/scans/${id}`} className="prose-link">
          Back to the report
        </a>
      </p>
      <ShareForm report={id} action={createShareAction} />
      <ShareList
        report={id}
        action={revokeShareAction}
        links={links.map(link => ({
          id: link.id,
          note: link.note,
          createdAt: link.createdAt.toISOString(),
          expiresAt: link.expiresAt.toISOString(),
          uses: link.useCount,
          state: link.revokedAt !== null ? "withdrawn" : link.expiresAt <= now ? "expired" : "open",
        }))}
      />
    </PlainPage>
  );
}
