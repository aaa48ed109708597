import type { Advice } from "#lib/bounce/advice/advice.ts";
import type { AdviceStep, AdviceView } from "./bounce-view.ts";

/** Steps with the command in them, where there is one, apart to copy. */
export const viewAdvice = ({ sender, senderAdmin, recipientAdmin }: Advice): AdviceView => ({
  sender: sender.map(viewStep),
  senderAdmin: senderAdmin.map(viewStep),
  recipientAdmin: recipientAdmin.map(viewStep),
});

function viewStep(step: string): AdviceStep {
  const found = COMMAND.exec(step);
  const command = found?.[1];
  if (found === null || command === undefined) return { text: step, command: null };
  return { text: step.slice(0, found.index + 1).trim(), command };
}

/** A command at the end of a step: PowerShell of Exchange, or a lookup. */
const COMMAND =
  /[:?] ((?:Get|Set|New|Test|Start)-[A-Z][A-Za-z0-9]+(?: [^\s,;:]+(?:,[^\s,;:]+)*){1,12}|dig (?:MX|TXT|A|NS) \S+)$/u;
