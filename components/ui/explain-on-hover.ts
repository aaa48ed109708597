/** Long enough that a pointer on its way elsewhere opens nothing, and can reach the explanation. */
const DELAY_MS = 120;

/**
 * Opens explanations (`Explained`) for a mouse that rests on a term, and for the keyboard's focus. Called once a
 * page: it listens on the document, whatever is rendered into it. Click, touch, Enter and Escape are the browser's.
 */
export function explainOnHover(): void {
  let shown: Element | null = null;
  let timer = 0;

  const show = (term: Element | null): void => {
    clearTimeout(timer);
    if (term === shown) return;
    if (shown !== null) noteOf(shown)?.hidePopover();
    if (term instanceof HTMLElement) noteOf(term)?.showPopover({ source: term });
    shown = term;
  };

  document.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType !== "mouse" || !(target instanceof Element)) return;
    clearTimeout(timer);
    if (target.closest(".explanation") !== null) return;
    timer = window.setTimeout(show, DELAY_MS, target.closest(".explained"));
  });
  // One that was closed by Escape or a click elsewhere is not ours to close any more: it may be open again by a click.
  const forget = ({ target, newState }: ToggleEvent): void => {
    if (newState === "closed" && shown !== null && noteOf(shown) === target) shown = null;
  };
  document.addEventListener("toggle", event => event instanceof ToggleEvent && forget(event), true);
  document.addEventListener("focusin", ({ target }) =>
    show(target instanceof Element && target.matches(".explained:focus-visible") ? target : null),
  );
}

const noteOf = (term: Element): HTMLElement | null =>
  document.getElementById(term.getAttribute("popovertarget") ?? "");
