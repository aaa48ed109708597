import { PlainPage } from "../../layout/plain-page.tsx";
import { GuideSection } from "../guide-parts.tsx";
import { Causes } from "./causes.tsx";
import { Corrections } from "./corrections.tsx";
import { Decision } from "./decision.tsx";
import { LookAlikes } from "./look-alikes.tsx";
import { Meaning } from "./meaning.tsx";
import { Questions } from "./questions.tsx";
import { Remedies } from "./remedies.tsx";
import { SourceList } from "./sources.tsx";

const CONTENTS = [
  { id: "meaning", label: "What it means" },
  { id: "decision", label: "Which case is yours" },
  { id: "causes", label: "The causes" },
  { id: "remedies", label: "What each side does" },
  { id: "corrections", label: "What others tell you" },
  { id: "look-alikes", label: "Look-alikes" },
  { id: "questions", label: "Questions" },
  { id: "sources", label: "Sources" },
] as const;

/** The guide to the most frequent refusal of Microsoft 365. `box` takes a bounce. */
export const AccessDeniedGuide = ({ box }: { box: React.ReactNode }) => (
  <PlainPage
    title="550 5.4.1 Recipient address rejected: Access denied"
    lead="Microsoft 365 does not know the address you wrote to, and refused it at the door, before anybody looked at who you are. Your SPF, DKIM and DMARC records and blocklists have nothing to do with it."
  >
    <section aria-labelledby="paste" className="no-print mt-8 max-w-3xl">
      <h2 id="paste" className="mb-3 text-17">
        Paste the bounce, and read in seconds which case is yours
      </h2>
      {box}
    </section>
    <nav aria-label="In this guide" className="no-print mt-8">
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5 border-y border-hairline py-3 text-15">
        {CONTENTS.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} className="rounded-sm text-ink-2 hover:text-ink">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <Meaning />
    <Decision />
    <Causes />
    <Remedies />
    <Corrections />
    <LookAlikes />
    <Questions />
    <GuideSection id="sources" title="Sources">
      <SourceList />
    </GuideSection>
  </PlainPage>
);
