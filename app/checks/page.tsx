import type { Metadata } from "next";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { count } from "#components/report/format.ts";
import { CHECKS } from "#lib/scan/registry.ts";
import { checkIndex } from "#lib/web/check-docs.ts";
import { SECTION_WORDS } from "#lib/web/section-words.ts";

export const metadata: Metadata = {
  title: "What is checked",
  description:
    "Every check of a mail health report: its question, why it matters, and every answer it can give.",
  alternates: { canonical: "/checks" },
};

export default function ChecksPage() {
  return (
    <PlainPage
      title="What is checked"
      lead={`${count(CHECKS.length, "question")} about a domain. Each says what it asks, why it matters, every answer it can give and what to do about it. These pages are made from the checks themselves.`}
    >
      {checkIndex().map(({ section, checks }) => (
        <section key={section} aria-labelledby={section} className="mt-14">
          <h2 id={section} className="text-21">
            {SECTION_WORDS[section].title}
          </h2>
          <p className="mt-0.5 text-ink-2">{SECTION_WORDS[section].question}</p>
          <ul className="mt-4 border-t border-hairline">
            {checks.map(check => (
              <li key={check.id} className="border-b border-hairline">
                <a
                  href={`/checks/${check.id}`}
                  className="grid items-baseline gap-x-6 rounded-sm px-1 py-2.5 transition-colors hover:bg-raised sm:grid-cols-[minmax(0,1fr)_auto] sm:px-2"
                >
                  <span>{check.question}</span>
                  <code className="text-13 text-ink-3">{check.id}</code>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PlainPage>
  );
}
