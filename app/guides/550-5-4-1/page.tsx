import type { Metadata } from "next";
import { TriageBox } from "#components/forms/triage-box.tsx";
import { AccessDeniedGuide } from "#components/guides/access-denied/access-denied-guide.tsx";
import { triageAction } from "../../actions.ts";

export const metadata: Metadata = {
  title: "550 5.4.1 Recipient address rejected: Access denied",
  description:
    "What Microsoft 365 means by it, how to tell its causes apart by evidence, and what sender and administrators do, with commands and sources. It is not your SPF, and not a blocklist.",
  alternates: { canonical: "/guides/550-5-4-1" },
};

export default function AccessDeniedPage() {
  return <AccessDeniedGuide box={<TriageBox action={triageAction} />} />;
}
