import { createHash } from "node:crypto";
import type { Client } from "pg";
import { randomToken } from "#lib/values/random-token.ts";

/**
 * Stores, for the account of that address, a channel in every state and alerts that went every way. Gives the token
 * by which the one that waits can agree.
 */
export async function storeAlertScenes(
  sql: Client,
  email: string,
): Promise<{ readonly confirmToken: string }> {
  const confirmToken = randomToken();
  const { rows } = await sql.query("SELECT id FROM users WHERE email = $1", [email]);
  const ownerId: string = rows[0].id;
  const now = new Date();
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const whole: Readonly<Record<string, unknown>> = { id: randomToken(), ...row };
    const names = Object.keys(whole);
    await sql.query(
      `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(whole),
    );
    return String(whole["id"]);
  };
  const channel = (kind: string, target: string, more: Readonly<Record<string, unknown>> = {}) =>
    insert("alert_channels", {
      owner_id: ownerId,
      kind,
      target,
      created_at: ago(200),
      verified_at: ago(199),
      ...more,
    });
  const own = await channel("own", email, { id: ownerId, last_delivered_at: ago(2) });
  await channel("email", "postmaster@contoso.example", {
    verified_at: null,
    confirm_hash: createHash("sha256").update(confirmToken).digest("hex"),
    confirm_expires_at: ago(-100),
  });
  await channel("email", "former.colleague@contoso.example", { disabled_at: ago(30), disabled_by: "reader" });
  const hook = await channel("webhook", "https://hooks.contoso.example/teams/mail-operations/incoming", {
    failing_since: ago(5),
    failures: 1,
    last_error: "It answered 503.",
    last_answer: "503 <html>\n<h1>Service Unavailable</h1>\n</html>",
    last_delivered_at: ago(48),
  });
  await channel("webhook", "https://old.contoso.example/hook", {
    disabled_at: ago(20),
    disabled_by: "failures",
    failures: 20,
    last_error: "Its name could not be looked up.",
  });

  const message = (channelId: string, more: Readonly<Record<string, unknown>>) =>
    insert("outbox", {
      owner_id: ownerId,
      channel_id: channelId,
      kind: "alert",
      dedupe_key: randomToken(),
      payload: "{}",
      next_attempt_at: ago(-1),
      created_at: ago(2),
      ...more,
    });
  const alert = async (
    domain: string,
    hours: number,
    content: object,
    deliveries: readonly (readonly [channelId: string, messageId: string])[],
  ) => {
    const alertId = await insert("alerts", {
      owner_id: ownerId,
      domain,
      kind: "kind" in content ? content.kind : "changed",
      occasion_key: randomToken(),
      content: JSON.stringify(content),
      raised_at: ago(hours),
    });
    for (const [channelId, messageId] of deliveries) {
      await sql.query("INSERT INTO alert_deliveries (alert_id, channel_id, message_id) VALUES ($1, $2, $3)", [
        alertId,
        channelId,
        messageId,
      ]);
    }
  };
  const changed = (changes: readonly (readonly [direction: string, sentence: string])[]) => ({
    kind: "changed",
    changes: changes.map(([direction, sentence]) => ({ checkId: "dmarc-policy", direction, sentence })),
    afterScanId: randomToken(),
    beforeScanId: randomToken(),
    lastSeenAt: ago(30).toISOString(),
    noticedAt: ago(3).toISOString(),
  });
  await alert(
    "contoso.example",
    2,
    changed([
      ["worse", "DMARC policy went from quarantine to none"],
      ["worse", "203.0.113.9 is now listed in Spamhaus ZEN"],
      ["better", "SPF now needs 8 lookups (11 before)"],
    ]),
    [
      [own, await message(own, { sent_at: ago(2), attempts: 1 })],
      [hook, await message(hook, { attempts: 3, last_error: "It answered 503." })],
    ],
  );
  await alert("fabrikam.example", 6, { kind: "unverifiable", since: ago(9).toISOString() }, [
    [own, await message(own, { kind: "alert-unverifiable", sent_at: ago(5), attempts: 1 })],
  ]);
  await alert("tailspin-toys.example", 50, changed([["other", "The mail servers are now those of Google"]]), [
    [own, await message(own, { kind: "alert-digest", sent_at: ago(49), attempts: 1 })],
    [
      hook,
      await message(hook, { given_up_at: ago(40), attempts: 6, last_error: "It did not answer in time." }),
    ],
  ]);
  return { confirmToken };
}
