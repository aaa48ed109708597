import type { Metadata } from "next";
import { PlainPage } from "#components/layout/plain-page.tsx";

export const metadata: Metadata = {
  title: "Guides",
  description: "Refusals explained to the end: causes told apart by evidence, steps for each side, sources.",
  alternates: { canonical: "/guides" },
};

const GUIDES = [
  {
    href: "/guides/550-5-4-1",
    title: "550 5.4.1 Recipient address rejected: Access denied",
    about:
      "The most frequent refusal of Microsoft 365. What it means, eight causes and how to tell them apart, and what each side does.",
  },
  {
    href: "/codes",
    title: "What bounce codes mean",
    about: "Every code as it is registered and as the large mail systems use it, to search through.",
  },
  {
    href: "/checks",
    title: "What is checked",
    about: "Every question of a mail health report, why it matters, and every answer it can give.",
  },
] as const;

export default function GuidesPage() {
  return (
    <PlainPage
      title="Guides"
      lead="For refusals that deserve more than a line: what they mean, how to tell the causes apart by evidence, and where that is written."
    >
      <ul className="mt-10 border-t border-hairline">
        {GUIDES.map(({ href, title, about }) => (
          <li key={href} className="border-b border-hairline">
            <a href={href} className="block rounded-sm px-1 py-4 transition-colors hover:bg-raised sm:px-2">
              <h2 className="text-17">{title}</h2>
              <p className="mt-0.5 max-w-[68ch] text-ink-2">{about}</p>
            </a>
          </li>
        ))}
      </ul>
    </PlainPage>
  );
}
