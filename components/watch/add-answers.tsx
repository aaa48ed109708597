import type { FormFields } from "#lib/web/form-action.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";

interface Answer {
  readonly line: string;
  readonly outcome: "added" | "already-watched" | "refused";
  readonly reason: string | null;
}

/** What became of each line of a paste. What was added needs no more than a number: it stands in the list. */
export function AddAnswers({ result }: { result: FormFields }) {
  const answers = answersIn(result);
  const added = answers.filter(({ outcome }) => outcome === "added").length;
  const others = answers.filter(({ outcome }) => outcome !== "added");
  return (
    <div role="status" className="animate-arrive rounded-lg bg-sunken px-4 py-3.5">
      <p className="flex items-start gap-2.5 font-medium">
        <StatusGlyph status={added > 0 ? "pass" : "info"} className="mt-1 shrink-0" />
        {added === 0
          ? "Nothing was added."
          : `${added === 1 ? "One domain was" : `${added} domains were`} added and ${added === 1 ? "is" : "are"} looked at now.`}
      </p>
      {others.length === 0 ? null : (
        <ul className="mt-2 grid gap-1.5">
          {others.map(({ line, outcome, reason }, at) => (
            <li key={at} className="text-ink-2">
              <span className="font-mono text-13 break-all text-ink">
                <ForeignText text={line} />
              </span>
              : {outcome === "already-watched" ? "watched already." : <ForeignText text={reason ?? ""} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The action of this page writes them. */
const answersIn = ({ answers = "[]" }: FormFields) => JSON.parse(answers) as readonly Answer[];
