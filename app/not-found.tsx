import type { Metadata } from "next";
import { PlainPage } from "#components/layout/plain-page.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainPage
      title="There is nothing at this address"
      lead="The address may have a typing mistake. If it is a link that somebody gave you, it may have expired or been withdrawn: ask for a new one."
    >
      <p className="mt-6">
        <a href="/" className="prose-link">
          Check a domain or a bounce
        </a>
      </p>
    </PlainPage>
  );
}
