import { useId } from "react";
import { ForeignText } from "./foreign-text.tsx";

/**
 * A term with its meaning: shown on touch, click and Enter by the browser itself, on hover and focus by
 * `explainOnHover`. Screen readers read the meaning with the term.
 */
export function Explained({ meaning, children }: { meaning: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-describedby={id} className="explained">
        {children}
      </button>
      <span id={id} popover="auto" className="explanation">
        <ForeignText text={meaning} />
      </span>
    </>
  );
}
