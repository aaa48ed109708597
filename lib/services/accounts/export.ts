import { EXPORT_SECTIONS, exportRows } from "#lib/db/account-export.ts";
import type { ServiceContext } from "../context.ts";
import { getAccount } from "./profile.ts";

/**
 * Everything that is kept of this account, as the text of one JSON object, piece by piece. Keys, tokens and
 * secrets are not in it. Refuses with `unauthenticated` before the first piece.
 */
export async function exportAccount({
  ctx,
}: {
  ctx: ServiceContext;
}): Promise<AsyncGenerator<string, void, void>> {
  const account = await getAccount({ ctx });
  const head = { schema: "mailtriage.account/1", exportedAt: ctx.clock.now(), account };
  return pieces(ctx, account.id, head);
}

async function* pieces(
  { database }: ServiceContext,
  userId: string,
  head: object,
): AsyncGenerator<string, void, void> {
  yield JSON.stringify(head, null, 2).slice(0, -2);
  for (const section of EXPORT_SECTIONS) {
    yield `,\n  ${JSON.stringify(section)}: [`;
    let separator = "\n";
    for await (const row of exportRows(database.db, section, userId)) {
      yield `${separator}    ${JSON.stringify(row)}`;
      separator = ",\n";
    }
    yield separator === "\n" ? "]" : "\n  ]";
  }
  yield "\n}\n";
}
