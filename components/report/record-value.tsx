import type { RecordTerm } from "#lib/web/scan-view/scan-view.ts";
import { Explained } from "../ui/explained.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import type { RecordPiece } from "./compare-records.ts";
import { type ExplainedPiece, explainPieces } from "./explain-pieces.ts";

interface RecordValueProps {
  readonly pieces: readonly RecordPiece[];
  readonly terms: readonly RecordTerm[];
  readonly kind: "plain" | "added" | "removed";
}

/** A record wrapped at its terms, each with its meaning. Changed ones are marked; removed ones are struck out. */
export function RecordValue({ pieces, terms, kind }: RecordValueProps) {
  return explainPieces(pieces, terms).map((piece, at) => {
    const gap = piece.text.slice(piece.text.trimEnd().length);
    return (
      <span key={at}>
        {piece.changed && kind !== "plain" ? <Changed piece={piece} kind={kind} /> : <Term piece={piece} />}
        <ForeignText text={gap} />
      </span>
    );
  });
}

/** A term may break inside only when it is longer than a line. */
function Term({ piece: { text, meaning } }: { piece: ExplainedPiece }) {
  const term = <ForeignText text={text.trimEnd()} />;
  if (meaning !== null) return <Explained meaning={meaning}>{term}</Explained>;
  return <span className="inline-block max-w-full align-top break-all">{term}</span>;
}

const Changed = ({ piece, kind }: { piece: ExplainedPiece; kind: "added" | "removed" }) =>
  kind === "removed" ? (
    <del className="text-fail no-underline *:line-through *:decoration-1">
      <Term piece={piece} />
    </del>
  ) : (
    <ins className="rounded-sm bg-mark px-0.5 no-underline">
      <Term piece={piece} />
    </ins>
  );
