import type { RecordTerm } from "#lib/web/scan-view/scan-view.ts";
import type { RecordPiece } from "./compare-records.ts";

export interface ExplainedPiece extends RecordPiece {
  readonly meaning: string | null;
}

/**
 * Gives each piece of a record the meaning of the term that it is, or is a part of: a term such as a list of
 * addresses may be several pieces. Pieces and terms come in the order of the record.
 */
export function explainPieces(
  pieces: readonly RecordPiece[],
  terms: readonly RecordTerm[],
): readonly ExplainedPiece[] {
  const record = pieces.map(({ text }) => text).join("");
  let searched = 0;
  const places = terms.map(({ text, meaning }) => {
    const start = record.indexOf(text, searched);
    const end = start + text.length;
    if (start !== -1) searched = end;
    return { start, end, meaning };
  });
  let at = 0;
  return pieces.map(piece => {
    const start = at;
    at += piece.text.length;
    const place = places.find(term => term.start <= start && start < term.end);
    return { ...piece, meaning: piece.text.trim() === "" ? null : (place?.meaning ?? null) };
  });
}
