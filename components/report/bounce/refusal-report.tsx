import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { AdminMessage } from "./admin-message.tsx";
import { CheckedFacts } from "./checked-facts.tsx";
import { MailPath } from "./mail-path.tsx";
import { PartyTabs } from "./party-tabs.tsx";
import { RankedCauses } from "./ranked-causes.tsx";
import { RefusalHeader } from "./refusal-header.tsx";
import { RuledOut } from "./ruled-out.tsx";
import { SupportLines } from "./support-lines.tsx";
import { TypingHelp } from "./typing-help.tsx";

interface RefusalReportProps {
  readonly refusal: RefusalView;
  readonly reader: "sender" | "other";
  /** 1 where it is the only refusal of the page. */
  readonly level: 1 | 2;
  readonly sample: boolean;
  readonly actions?: React.ReactNode;
  readonly notice?: React.ReactNode;
  readonly children?: React.ReactNode;
}

/** Everything about one refusal, and about all addresses that were refused alike. */
export function RefusalReport({
  refusal,
  reader,
  level,
  sample,
  actions,
  notice,
  children,
}: RefusalReportProps) {
  const { id } = refusal;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-verdict`}
      className={level === 2 ? "mt-24 border-t border-edge" : ""}
    >
      <RefusalHeader refusal={refusal} level={level} sample={sample} actions={actions} />
      {notice}
      <div className="mt-10">
        <MailPath path={refusal.path} />
      </div>
      <PartyTabs refusal={refusal} reader={reader} level={level} />
      <AdminMessage refusal={refusal} level={level} />
      <RankedCauses id={id} causes={refusal.causes} level={level} />
      <RuledOut id={id} ruledOut={refusal.ruledOut} level={level} />
      <TypingHelp refusal={refusal} level={level} />
      {children}
      <CheckedFacts id={id} checks={refusal.checks} level={level} />
      <SupportLines refusal={refusal} level={level} />
    </section>
  );
}
