/** A sentence in which what stands between backticks is code. */
export const InlineCode = ({ text }: { text: string }) =>
  text
    .split("`")
    .map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : <span key={at}>{piece}</span>));
