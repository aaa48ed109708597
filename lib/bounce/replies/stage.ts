import type { Stage } from "../vocabulary.ts";

/** The SMTP stage named last in the words around a reply: "(in reply to RCPT TO command)", "after end of data", ">>> MAIL". */
export function stageNamed(words: string): Stage | null {
  const state = /\(state (1[3478])\)/.exec(words)?.[1];
  if (state !== undefined) return GMAIL_STATE.get(state) ?? null;
  let stage: Stage | null = null;
  for (const match of words.matchAll(NAMED)) {
    const verb = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").toUpperCase().replace(/[\s_]+/g, " ");
    stage = STAGE_OF_VERB.get(verb) ?? stage;
  }
  return stage;
}

/** The stage that follows from what the server said, where only one is possible. */
export function stageImplied(reply: string): Stage | null {
  const noted = /\[(RCPT_TO|MAIL_FROM|BODY|DATA)\]\s{0,3}$/.exec(reply)?.[1];
  if (noted !== undefined)
    return noted === "BODY" ? "DATA" : (STAGE_OF_VERB.get(noted.replace("_", " ")) ?? null);
  for (const [pattern, stage] of IMPLIED) if (pattern.test(reply)) return stage;
  return null;
}

/** Commands are written in capitals; in lower case "mail" and "data" are common words. */
const VERB =
  "RCPT[ _]T[Oo]|RCPT|MAIL[ _]F(?:ROM|rom)|MAIL|[Ee]nd of (?:DATA|data|message)|end-of-data|message body|DATA|TEXT|BDAT|EHLO|HELO|LHLO|STARTTLS|AUTH|initial connection|initial (?:server )?greeting|CONNECT|banner|QUIT|dot";

const NAMED = new RegExp(
  [
    `(?:[Ii]n (?:reply|response) to|after|for|during|while (?:sending|performing|receiving)|sending|[Ss]tage:|[Cc]ommand:?|command was:?|pipelined|[Ss]ent:|Sent <<<|at) (?:the |pipelined |sending |receiving )?(${VERB})(?![a-z])(?! quota)`,
    `SMTP command\\s{1,3}(${VERB})(?![a-z])`,
    `(?:>>>|[-~]>|\\bC:|-->|(?:^|\\n)>) ?(${VERB})(?![a-z])`,
    `\\[(RCPT_TO|MAIL_FROM|DATA|EHLO|HELO|CONNECT|STARTTLS)\\]`,
  ].join("|"),
  "g",
);

const STAGE_OF_VERB: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ["RCPT TO", "RCPT"],
  ["RCPT", "RCPT"],
  ["MAIL FROM", "MAIL"],
  ["MAIL", "MAIL"],
  ["END OF DATA", "DATA"],
  ["END OF MESSAGE", "DATA"],
  ["END-OF-DATA", "DATA"],
  ["MESSAGE BODY", "DATA"],
  ["DATA", "DATA"],
  ["BDAT", "DATA"],
  // So 1&1 calls the data.
  ["TEXT", "DATA"],
  ["DOT", "DATA"],
  [".", "DATA"],
  ["EHLO", "EHLO"],
  ["HELO", "EHLO"],
  ["LHLO", "EHLO"],
  ["STARTTLS", "STARTTLS"],
  ["AUTH", "AUTH"],
  ["INITIAL CONNECTION", "CONNECT"],
  ["INITIAL GREETING", "CONNECT"],
  ["INITIAL SERVER GREETING", "CONNECT"],
  ["CONNECTION", "CONNECT"],
  ["CONNECT", "CONNECT"],
  ["BANNER", "CONNECT"],
]);

/** Numbers that Gmail's older reports put behind a reply. */
const GMAIL_STATE: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ["13", "MAIL"],
  ["14", "RCPT"],
  ["17", "DATA"],
  ["18", "DATA"],
]);

const IMPLIED: readonly (readonly [RegExp, Stage])[] = [
  [/all recipient addresses rejected/i, "DATA"],
  [
    /\brecipient address rejected|does not like recipient|(?:5\.7\.1|550) relaying denied|relay access denied|relay(?:ing)? not permitted|unable to relay for\b/i,
    "RCPT",
  ],
  [/\bsender address rejected|but sender was rejected/i, "MAIL"],
  [/failed after I sent the message/i, "DATA"],
  [
    /refused to talk to me|connection (?:refused|timed out)|\bconnect to [^ ]{1,255}: |could not connect|greeting failed|can't connect/i,
    "CONNECT",
  ],
];
