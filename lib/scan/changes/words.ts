import { visibleText } from "#lib/values/visible-text.ts";
import { checkById } from "../registry.ts";
import type { Direction } from "./define-change.ts";
import { changeRuleOf } from "./rules/index.ts";
import { gravityOf, type Said, type SaidChange } from "./said.ts";

/** Records may be kilobytes long. */
const LONGEST = 500;

/**
 * A change in one sentence without a full stop. Made late, so that better wording reaches old changes too. What is in
 * it of foreign records takes effect nowhere: hidden characters are shown by their code.
 */
export function changeSentence(change: SaidChange): string {
  const { check, before, after } = change;
  const own = changeRuleOf(check).words?.(before, after) ?? null;
  const sentence = visibleText(own ?? generalSentence(change));
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1)}…`;
}

/** Whether a change is for the worse for the domain's mail. */
export function changeDirection({ check, before, after }: SaidChange): Direction {
  const own = changeRuleOf(check).direction?.(before, after) ?? null;
  if (own !== null) return own;
  const [was, is] = [gravityOf(before), gravityOf(after)];
  if (was === is) return "other";
  return is > was ? "worse" : "better";
}

/** By the titles that the report gives the answers. */
function generalSentence({ check, before, after }: SaidChange): string {
  if (after === null) return `Not so any more: ${titleOf(before) ?? questionOf(check)}`;
  const now = titleOf(after) ?? questionOf(check);
  const was = titleOf(before);
  return was === null || was === now ? `New: ${now}` : `${now} (before: ${was})`;
}

function titleOf(said: Said | null): string | null {
  const outcome = said === null ? undefined : checkById(said.check)?.outcomes[said.outcome];
  return said === null || outcome === undefined ? null : outcome.title(said.args);
}

/** For answers that only an older version gave. */
const questionOf = (check: string): string =>
  `the answer to “${checkById(check)?.question ?? "a question that is not asked any more"}” is another one`;
