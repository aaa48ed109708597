import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { htmlToText } from "#lib/bounce/mime/html-to-text.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { bounceCorpus, type CorpusFile, topCauses } from "../../support/bounce-corpus.ts";
import { DEFACEMENTS } from "../../support/deface.ts";

/** Messages about one mail, whose words a person could paste. */
const pasteable = bounceCorpus().filter(
  ({ name, expected }) =>
    /\.(?:eml|txt)$/.test(name) &&
    expected.length === 1 &&
    (expected[0]?.event === "failed" || expected[0]?.event === "delayed") &&
    // Another parser shows no body for bare CR line ends, for wrong boundaries and for a report inside a forwarded mail;
    // one says all in its subject.
    !/^(?:dsn-crlf-only-cr|dsn-nested-in-forward|reply-in-subject|systems\/(?:broken-boundary|no-boundary-param|fwd-attach|dsn-forwarded-as-base64))/.test(
      name,
    ),
);

/**
 * Where a word of another language is cut in its middle, flattening takes away what a local program printed, or the only
 * soft break looks like the fold of a header.
 */
const BEYOND_REPAIR: ReadonlySet<string> = new Set([
  "systems/domino-fr.eml, cut at column 50",
  "systems/gateway-de-avira.eml, cut at column 78",
  "systems/interscan.eml, quoted-printable",
  "systems/sendmail-cantcreate.txt, flattened",
]);

describe("the same mail, pasted, has the same cause", () => {
  it.each(pasteable.map(file => [file.name, file] as const))("%s", async (_, file) => {
    const wanted = await topCauses(parseBounces(file.bytes));
    const text = await visibleText(file);
    const wrong: string[] = [];
    for (const [damage, deface] of Object.entries({ "as it is": (words: string) => words, ...DEFACEMENTS })) {
      // A bare code is too short for anybody to tell that it was encoded.
      if (BEYOND_REPAIR.has(`${file.name}, ${damage}`)) continue;
      if (text.length < 60 && (damage === "base64" || damage === "quoted-printable")) continue;
      const found = await topCauses(parseBounces(deface(text)));
      if (found.join() !== wanted.join())
        wrong.push(`${damage}: ${found.join()} instead of ${wanted.join()}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(pasteable.filter(({ name }) => name.endsWith(".eml")).map(file => [file.name, file] as const))(
    "%s, its source pasted",
    async (_, { bytes }) => {
      expect(await topCauses(parseBounces(new TextDecoder().decode(bytes)))).toEqual(
        await topCauses(parseBounces(bytes)),
      );
    },
  );
});

/** What a mail program shows: the body, and the machine-readable part where the body quotes no reply. */
async function visibleText({ name, bytes }: CorpusFile): Promise<string> {
  if (name.endsWith(".txt")) return new TextDecoder().decode(bytes);
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const body = (mail.text ?? htmlToText(mail.html ?? "")).trim();
  if (/\d\.\d\.\d|said|[45]\d\d /.test(body)) return body;
  const status = mail.attachments.filter(part => part.mimeType.endsWith("delivery-status"));
  return [body, ...status.map(part => decode(part.content))].join("\n\n");
}

const decode = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === "string" ? content : new TextDecoder().decode(content);
