import type { Classification } from "../classification.ts";
import { providerName } from "../provider.ts";
import { CAUSE_ADVICE } from "./cause-advice.ts";
import { DIRECTORY_REFUSAL_ADVICE } from "./directory-refusal.ts";
import { blocklistSteps } from "./named-blocklists.ts";
import { providerSteps } from "./provider-advice.ts";

/** Steps in order, one sentence or command each, for the three people who can do something. Empty: nothing to do. */
export interface Advice {
  readonly sender: readonly string[];
  readonly senderAdmin: readonly string[];
  readonly recipientAdmin: readonly string[];
}

/** What is known of the failure when advice is worded. Unknown names become plain words. */
export interface AdviceContext {
  readonly recipient: string | null;
  /** Domain of the visible sender. */
  readonly senderDomain: string | null;
  readonly sendingIp: string | null;
  /** The deciding words, for the lists and pages they name. */
  readonly reply: string | null;
}

type Judged = Pick<Classification, "causes" | "provider">;

/** What each party has to do about a failure, and what they had better not do, for the most likely cause. */
export const advise = (classification: Judged, context: AdviceContext): Advice => {
  const [top] = classification.causes;
  if (top === undefined) return NOTHING;
  const refusal = isDirectoryRefusal(classification) ? DIRECTORY_REFUSAL_ADVICE[top.cause] : undefined;
  const general = refusal ?? CAUSE_ADVICE[top.cause];
  const special = refusal ? NOTHING : providerSteps(classification.provider, top.cause);
  const lists = blocklistSteps(top.cause, context.reply);
  const fill = filler(classification, context);
  return {
    sender: [...special.sender, ...general.sender].map(fill),
    senderAdmin: [...lists, ...special.senderAdmin, ...general.senderAdmin].map(fill),
    recipientAdmin: [...special.recipientAdmin, ...general.recipientAdmin].map(fill),
  };
};

const NOTHING: Advice = { sender: [], senderAdmin: [], recipientAdmin: [] };

/** Microsoft's 550 5.4.1 keeps its own advice also where evidence has put another of its causes on top. */
export const isDirectoryRefusal = (classification: Pick<Classification, "causes">): boolean =>
  classification.causes.some(ranked =>
    ranked.for.some(({ code }) => code === "directory-refusal" || code === "cascade-of-refusals"),
  );

const filler = (classification: Judged, context: AdviceContext) => {
  const domain = context.recipient?.includes("@")
    ? context.recipient.slice(context.recipient.lastIndexOf("@") + 1)
    : null;
  const names: Readonly<Record<string, string>> = {
    recipient: context.recipient ?? "the address",
    domain: domain ?? "the recipient's domain",
    dashed: domain?.replaceAll(".", "-") ?? "<domain-with-dashes>",
    senderDomain: context.senderDomain ?? "your domain",
    ip: context.sendingIp ?? "the sending address",
    provider: classification.provider === null ? "the receiver" : providerName(classification.provider),
  };
  return (step: string): string =>
    step.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
};
