import type { DomainInputError } from "./domain-name.ts";
import { visibleText } from "./visible-text.ts";

/** One sentence that says what to enter instead. */
export const domainInputMessage = (error: DomainInputError): string =>
  MESSAGES[error.code](quoted(error.part));

const MESSAGES: Readonly<Record<DomainInputError["code"], (part: string) => string>> = {
  empty: () => "Enter a domain such as example.com, or an e-mail address.",
  sentence: () => "Enter one domain or e-mail address only; a whole bounce message goes into the bounce box.",
  "ip-address": part => `${part} is an IP address; enter the domain whose mail is to be checked.`,
  "single-label": part =>
    `${part} has no ending; enter the full domain, for example ${part.slice(1, -1)}.com.`,
  "special-use": part =>
    `Names under “.${part.slice(1, -1)}” do not exist on the public Internet; enter the domain used in mail addresses.`,
  "empty-label": part => `${part} has two dots in a row or begins with one; remove the extra dot.`,
  "label-too-long": part =>
    `${part} is longer than the 63 characters allowed between two dots; check the spelling.`,
  "name-too-long": () =>
    "This name is longer than the 253 characters a domain may have; check what was pasted.",
  "invalid-character": part =>
    `A mail domain holds letters, digits, hyphens and dots only; remove ${part === "“_”" ? "the label with “_”" : part}.`,
  "misplaced-hyphen": part => `${part} begins or ends with a hyphen; remove it.`,
  "invalid-idn": part => `${part} is not a valid internationalised name; type it in its own script.`,
};

/** What somebody pasted, safe to print: control and invisible characters as escapes, cut when long. */
function quoted(part: string): string {
  const visible = visibleText(part);
  return `“${visible.length > 70 ? `${visible.slice(0, 70)}…` : visible}”`;
}
