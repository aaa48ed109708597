import { CAUSE_FACTS } from "#lib/bounce/causes.ts";
import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import { providerName } from "#lib/bounce/provider.ts";
import type { Party } from "#lib/bounce/vocabulary.ts";
import {
  type AddressList,
  type BatchAddress,
  exportAddresses,
} from "#lib/services/batches/export-addresses.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { filterIn } from "../batch-view/batch-filter.ts";
import { FATE_WORDS } from "../batch-view/fate-words.ts";
import { refusalResponse } from "../refusal-response.ts";
import { pageContext } from "../request-context.ts";
import { textStream } from "../text-stream.ts";
import { csvTable } from "./csv.ts";

/** The route that gives one of the two address lists of a batch as CSV, to its owner and nobody else. */
export const addressesExport =
  (list: AddressList) =>
  async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const { id } = await params;
    const search = Object.fromEntries(new URL(request.url).searchParams);
    try {
      const pages = await exportAddresses({
        ctx: await pageContext(),
        input: { id, filter: filterIn(search) },
        list,
      });
      return new Response(textStream(csvOf(pages)), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="mailtriage-${list}.csv"`,
          "cache-control": "private, no-store",
          "x-robots-tag": "noindex",
        },
      });
    } catch (error) {
      const refusal = toServiceError(error);
      if (refusal === null) throw error;
      return refusalResponse(refusal);
    }
  };

const HEAD = [
  "address",
  "what_to_do",
  "who_acts",
  "cause",
  "code",
  "reply",
  "mail_system",
  "failures",
  "first_failure",
  "last_failure",
];

export async function* csvOf(
  pages: AsyncIterable<readonly BatchAddress[]>,
): AsyncGenerator<string, void, void> {
  yield csvTable([HEAD]);
  for await (const page of pages) yield csvTable(page.map(rowOf));
}

const rowOf = (one: BatchAddress): readonly string[] => [
  one.address,
  FATE_WORDS[one.fate].sentence,
  WHO[CAUSE_FACTS[one.cause].party],
  CAUSE_TITLES[one.cause],
  [one.replyCode, one.enhancedStatus].filter(code => code !== null).join(" "),
  one.detail.reply ?? "",
  one.provider === null ? "" : providerName(one.provider),
  String(one.failures),
  one.first?.toISOString() ?? "",
  one.last?.toISOString() ?? "",
];

const WHO: Readonly<Record<Party, string>> = {
  sender: "sender",
  sender_admin: "sender's administrator",
  recipient: "recipient",
  recipient_admin: "recipient's administrator",
  provider: "nobody",
};
