import { visiblePieces } from "#lib/values/visible-text.ts";

/** Text that came from somebody else's machine. Nothing in it takes effect; what would not show is shown. */
export function ForeignText({ text, lines = false }: { text: string; lines?: boolean }) {
  const pieces = visiblePieces(text, { lines });
  if (pieces.every(piece => piece.code === null)) return text;
  return pieces.map((piece, at) =>
    piece.code === null ? piece.text : <HiddenCharacter key={at} code={piece.code} />,
  );
}

function HiddenCharacter({ code }: { code: string }) {
  return (
    <span className="mx-px rounded-sm bg-warn-soft px-0.5 font-mono text-[0.8em] whitespace-nowrap text-warn">
      {code}
    </span>
  );
}
