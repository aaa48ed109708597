import type { Letter } from "#lib/scan/grade.ts";
import { PlainPage } from "../layout/plain-page.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { StatusLabel } from "../ui/status.tsx";

interface PolicyCheck {
  readonly id: string;
  readonly question: string;
  readonly weight: number;
  readonly weighty: boolean;
}

interface PolicySection {
  readonly title: string;
  readonly question: string;
  readonly weight: number;
  readonly checks: readonly PolicyCheck[];
}

interface GradePolicyProps {
  readonly version: string;
  readonly letters: readonly { readonly letter: Letter; readonly least: number }[];
  readonly sections: readonly PolicySection[];
  readonly caps: readonly {
    readonly id: string;
    readonly question: string;
    readonly outcome: string | null;
  }[];
  /** The best letter that a capped report can have. */
  readonly capped: Letter;
}

/** The policy that turns findings into a letter, rendered from the policy itself. */
export function GradePolicy({ version, letters, sections, caps, capped }: GradePolicyProps) {
  return (
    <PlainPage
      title="How the grade is made"
      lead={`Everything that decides a letter is on this page, and nothing else does. It belongs to engine ${version}, which every report names.`}
    >
      <Part title="What an answer is worth">
        <ul className="mt-4 grid gap-2">
          <Worth status="pass">the full weight of the check.</Worth>
          <Worth status="warn">six tenths of it.</Worth>
          <Worth status="fail">nothing.</Worth>
          <Worth status="info">not counted: it costs nothing and earns nothing.</Worth>
          <Worth status="not-applicable">not counted.</Worth>
          <Worth status="inconclusive">
            not counted, but never forgotten: it opens a gap in the ring, and where the check is weighty there
            is no letter at all, because a letter would be a guess.
          </Worth>
        </ul>
        <p className="mt-4 max-w-[66ch] text-ink-2">
          A check that speaks of many things, such as every mail server, is worth what its worst answer is
          worth.
        </p>
      </Part>
      <Part title="From points to a letter">
        <DataTable caption="Least points for each letter" className="mt-3 max-w-sm text-15">
          <thead>
            <tr>
              <th scope="col">Letter</th>
              <th scope="col">At least</th>
            </tr>
          </thead>
          <tbody>
            {letters.map(({ letter, least }) => (
              <tr key={letter}>
                <td className="font-semibold">{letter}</td>
                <td>
                  {least} points{letter === "A+" ? ", and nothing that warns or fails" : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Part>
      <Part title={`What limits the grade to ${capped}`}>
        <p className="mt-1 max-w-[66ch] text-ink-2">
          With a failure in one of these, {capped} is the best a report can have, whatever else is right.
        </p>
        <ul className="mt-4 grid gap-1.5">
          {caps.map(({ id, question, outcome }) => (
            <li key={`${id} ${outcome}`}>
              <a href={`/checks/${id}`} className="prose-link">
                {question}
              </a>
              {outcome === null ? null : <code className="ml-2 text-13 text-ink-3">{outcome}</code>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="How much each section counts">
        <p className="mt-1 max-w-[66ch] text-ink-2">
          A section in which nothing applies is left out, and the others share its weight.
        </p>
        <ul className="mt-4 grid gap-4">
          {sections.map(section => (
            <SectionWeight key={section.title} section={section} />
          ))}
        </ul>
      </Part>
    </PlainPage>
  );
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="mt-14">
    <h2 className="text-21">{title}</h2>
    {children}
  </section>
);

const Worth = ({
  status,
  children,
}: {
  status: React.ComponentProps<typeof StatusLabel>["status"];
  children: React.ReactNode;
}) => (
  <li className="grid items-start gap-x-4 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
    <StatusLabel status={status} />
    <span className="max-w-[62ch] text-ink-2">{children}</span>
  </li>
);

function SectionWeight({ section }: { section: PolicySection }) {
  return (
    <li>
      <p className="flex items-baseline gap-3">
        <span className="w-10 shrink-0 text-right text-17 font-semibold tabular-nums">{section.weight}</span>
        <span>
          <span className="font-medium">{section.title}</span>{" "}
          <span className="text-ink-2">{section.question}</span>
        </span>
      </p>
      <div className="pl-13">
        <svg
          viewBox="0 0 40 1"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="mt-1.5 mb-2 h-1 w-full max-w-md"
        >
          <rect width={section.weight} height="1" className="fill-accent" />
        </svg>
        <Disclosure summary={`${section.checks.length} checks`}>
          <ul className="grid gap-1 text-13">
            {section.checks.map(check => (
              <li key={check.id} className="flex items-baseline gap-3">
                <span className="w-5 text-right text-ink-3 tabular-nums">{check.weight}</span>
                <a href={`/checks/${check.id}`} className="prose-link">
                  {check.question}
                </a>
                {check.weighty ? <span className="text-ink-3">weighty</span> : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </li>
  );
}
