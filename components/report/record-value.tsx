import { ForeignText } from "../ui/foreign-text.tsx";
import type { RecordPiece } from "./compare-records.ts";

/** A record wrapped at its terms. Changed terms are marked; removed ones are struck out too. */
export function RecordValue({
  pieces,
  kind,
}: {
  pieces: readonly RecordPiece[];
  kind: "plain" | "added" | "removed";
}) {
  return pieces.map(({ text, changed }, at) => {
    const term = text.trimEnd();
    const gap = text.slice(term.length);
    return (
      <span key={at}>
        {changed && kind !== "plain" ? <Changed term={term} kind={kind} /> : <Term text={term} />}
        <ForeignText text={gap} />
      </span>
    );
  });
}

/** A term may break inside only when it is longer than a line. */
const Term = ({ text }: { text: string }) => (
  <span className="inline-block max-w-full align-top break-all">
    <ForeignText text={text} />
  </span>
);

function Changed({ term, kind }: { term: string; kind: "added" | "removed" }) {
  if (kind === "removed") {
    return (
      <del className="text-fail no-underline [&>span]:line-through [&>span]:decoration-1">
        <Term text={term} />
      </del>
    );
  }
  return (
    <ins className="rounded-sm bg-mark px-0.5 no-underline">
      <Term text={term} />
    </ins>
  );
}
