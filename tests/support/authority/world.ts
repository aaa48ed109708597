import { createHash } from "node:crypto";
import type { Client } from "pg";
import { makeApiKey } from "#lib/values/api-key.ts";
import { randomToken } from "#lib/values/random-token.ts";

/** Everything that one account can own, and the secrets that open it. */
export interface World {
  readonly userId: string;
  readonly email: string;
  readonly browserKey: string;
  /** The session that the browser holds, and another one. */
  readonly session: string;
  readonly otherSessionId: string;
  readonly scanId: string;
  readonly laterScanId: string;
  readonly bounceId: string;
  readonly batchId: string;
  /** Many scans at once, by the API. */
  readonly bulkId: string;
  readonly shareId: string;
  readonly shareToken: string;
  readonly bounceShareId: string;
  readonly bounceShareToken: string;
  readonly expiredShareToken: string;
  readonly withdrawnShareToken: string;
  /** An address that gets alerts, and a webhook. */
  readonly channelId: string;
  readonly webhookId: string;
  readonly monitorId: string;
  readonly keyId: string;
  readonly key: string;
  readonly revokedKey: string;
  readonly signInToken: string;
  /** Texts that nobody but the owner may ever be shown. */
  readonly canaries: readonly string[];
}

export const hash = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** What this house has made itself, to make copies of. */
export interface Originals {
  readonly scanId: string;
  readonly bounceId: string;
}

/** Makes an account that owns one of everything. */
export async function makeWorld(sql: Client, originals: Originals): Promise<World> {
  const id = randomToken;
  const mark = id().slice(0, 10).toLowerCase();
  const world: World = {
    userId: id(),
    email: `canary.${mark}@example.com`,
    browserKey: id(),
    session: id() + id(),
    otherSessionId: id(),
    scanId: id(),
    laterScanId: id(),
    bounceId: id(),
    batchId: id(),
    bulkId: id(),
    shareId: id(),
    shareToken: id(),
    bounceShareId: id(),
    bounceShareToken: id(),
    expiredShareToken: id(),
    withdrawnShareToken: id(),
    channelId: id(),
    webhookId: id(),
    monitorId: id(),
    keyId: id(),
    key: makeApiKey(),
    revokedKey: makeApiKey(),
    signInToken: id() + id(),
    canaries: [
      `canary.${mark}@`,
      `canary-note-${mark}`,
      `canary-bounce-${mark}`,
      `canary-batch-${mark}`,
      `canary-key-${mark}`,
      `canary-channel-${mark}`,
      `canary-webhook-${mark}`,
      `canary-watch-${mark}`,
    ],
  };
  const [, note = "", bounce = "", batch = "", keyName = "", channel = "", webhook = ""] = world.canaries;
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => insertRow(sql, table, row);
  const now = new Date();
  const later = new Date(now.getTime() + 86_400_000);
  const earlier = new Date(now.getTime() - 86_400_000);
  const owner = { owner_id: world.userId };

  await insert("users", { id: world.userId, email: world.email });
  const session = { user_id: world.userId, expires: later };
  await insert("sessions", { ...session, id: id(), session_token: hash(world.session) });
  await insert("sessions", { ...session, id: world.otherSessionId, session_token: hash(id()) });
  await insert("accounts", {
    id: id(),
    user_id: world.userId,
    type: "oauth",
    provider: "google",
    provider_account_id: id(),
  });
  for (const scanId of [world.scanId, world.laterScanId]) {
    await sql.query(
      `INSERT INTO scans (id, domain, status, join_key, hints, requested_at, started_at, finished_at, engine_version, grade, score)
       SELECT $1, domain, status, $1, hints, now(), now(), now(), engine_version, grade, score FROM scans WHERE id = $2`,
      [scanId, originals.scanId],
    );
    await sql.query(
      "INSERT INTO stored_reports SELECT $1, base_id, found, times FROM stored_reports WHERE scan_id = $2",
      [scanId, originals.scanId],
    );
    await insert("scan_requests", { id: id(), scan_id: scanId, source: "web", requested_at: now, ...owner });
  }
  const share = { scan_id: world.scanId, created_at: now, note, ...owner };
  await insert("share_links", {
    ...share,
    id: world.shareId,
    token_hash: hash(world.shareToken),
    expires_at: later,
  });
  await insert("share_links", {
    ...share,
    id: id(),
    token_hash: hash(world.expiredShareToken),
    expires_at: earlier,
  });
  await insert("share_links", {
    ...share,
    id: id(),
    token_hash: hash(world.withdrawnShareToken),
    expires_at: later,
    revoked_at: now,
  });
  // The people in a bounce are its owner's alone.
  await sql.query(
    `INSERT INTO bounces (id, status, created_at, finished_at, raw_text, private_report, raw_expires_at, sender_domain,
        recipient_domain, cause, report, owner_id)
     SELECT $1, status, now(), finished_at, regexp_replace(raw_text, '[a-z.]+@', $2, 'g'),
        regexp_replace(private_report::text, '[a-z.]+@', $2, 'g')::json, $3, sender_domain, recipient_domain, cause,
        report, $4
     FROM bounces WHERE id = $5`,
    [world.bounceId, `${bounce}@`, later, world.userId, originals.bounceId],
  );
  await insert("batches", { id: world.batchId, status: "failed", created_at: now, name: batch, ...owner });
  await insert("share_links", {
    id: world.bounceShareId,
    bounce_id: world.bounceId,
    token_hash: hash(world.bounceShareToken),
    created_at: now,
    expires_at: later,
    note,
    ...owner,
  });
  await insert("scan_batches", { id: world.bulkId, total: 1, requested_at: now, ...owner });
  await insert("scan_batch_items", {
    batch_id: world.bulkId,
    position: 0,
    domain: "example.com",
    status: "waiting",
  });
  const scopes = ["scans:read", "scans:write", "shares:read", "shares:write", "monitors:read"];
  const apiKey = { name: keyName, prefix: "mt_live_", scopes, created_at: now, ...owner };
  await insert("api_keys", { ...apiKey, id: world.keyId, key_hash: hash(world.key) });
  await insert("api_keys", { ...apiKey, id: id(), key_hash: hash(world.revokedKey), revoked_at: now });
  await insert("monitors", {
    id: world.monitorId,
    domain: `canary-watch-${mark}.example.com`,
    interval_seconds: 86_400,
    next_run_at: later,
    last_scan_id: world.scanId,
    challenge: id(),
    challenge_expires_at: later,
    created_at: now,
    ...owner,
  });
  const alerts = { created_at: now, verified_at: now, ...owner };
  await insert("alert_channels", {
    ...alerts,
    id: world.channelId,
    kind: "email",
    target: `${channel}@example.com`,
  });
  await insert("alert_channels", {
    ...alerts,
    id: world.webhookId,
    kind: "webhook",
    target: `https://hooks.example.com/${webhook}`,
  });
  await insert("verification_tokens", {
    identifier: world.email,
    token: hash(world.signInToken),
    expires: later,
    browser_key_hash: hash(world.browserKey),
  });
  return world;
}

async function insertRow(sql: Client, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const places = Object.keys(row).map((_, at) => `$${at + 1}`);
  await sql.query(
    `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`,
    Object.values(row),
  );
}

/** All that is stored of a world, but for when it was last looked at. */
export async function storedOf(sql: Client, world: World): Promise<string> {
  const ids = [
    world.userId,
    world.scanId,
    world.laterScanId,
    world.bounceId,
    world.batchId,
    world.bulkId,
    world.monitorId,
    world.email,
  ];
  const tables = await sql.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT IN ('rate_limits', '_prisma_migrations') ORDER BY 1",
  );
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql.query(
      `SELECT (to_jsonb(t) - 'seen_at' - 'expires' - 'last_used_at' - 'use_count')::text AS row FROM "${name}" AS t WHERE t::text ~ $1 ORDER BY 1`,
      [ids.join("|")],
    );
    parts.push(`${name}: ${rows.map(({ row }) => row).join("\n")}`);
  }
  return hash(parts.join("\n"));
}
