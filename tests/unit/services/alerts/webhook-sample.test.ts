import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { signWebhook } from "#lib/services/alerts/webhooks/sign-webhook.ts";
import { WebhookEvent } from "#lib/services/alerts/webhooks/webhook-event.ts";
import { webhookDocs } from "#lib/web/webhook-docs.ts";
import { webhookSecret } from "#lib/services/alerts/tokens.ts";

/** The sample verifier of docs/webhooks.md, run as it stands there. */

type Verifier = (secret: string, signature: string | undefined, body: string, now?: number) => boolean;

const file = join(tmpdir(), `webhook-sample-${process.pid}.mjs`);
let isGenuine: Verifier;

beforeAll(async () => {
  const guide = await readFile("docs/webhooks.md", "utf8");
  await writeFile(file, /```js\n(.*?)```/su.exec(guide)?.[1] ?? "");
  const sample: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
  isGenuine = z
    .object({ isGenuine: z.custom<Verifier>(value => typeof value === "function") })
    .parse(sample).isGenuine;
});
afterAll(() => rm(file));

const secret = webhookSecret("the secret of an installation", "seed");
const at = new Date("2026-11-26T01:45:00.500Z");
const seconds = Math.floor(at.getTime() / 1_000);
const body = '{"id":"x","text":"für – 你好"}';
const signature = signWebhook(secret, { at, body });

test("the page on webhooks shows the same", async () => {
  const { verifier, body: example } = webhookDocs("https://mailtriage.example.com");
  expect(await readFile(file, "utf8")).toBe(verifier);
  WebhookEvent.parse(JSON.parse(example.replaceAll("…", "x")));
});

test("what we sign is what it takes", () => {
  expect(isGenuine(secret, signature, body, seconds)).toBe(true);
  expect(isGenuine(secret, signature, body, seconds + 300)).toBe(true);
});

describe("it refuses", () => {
  test.each<[string, Parameters<Verifier>]>([
    ["what is older than five minutes", [secret, signature, body, seconds + 301]],
    ["what comes from the future", [secret, signature, body, seconds - 301]],
    ["another body", [secret, signature, `${body} `, seconds]],
    ["another secret", [webhookSecret("the secret of an installation", "other"), signature, body, seconds]],
    [
      "a moment that was moved",
      [secret, signature.replace(String(seconds), String(seconds + 200)), body, seconds + 400],
    ],
    ["no signature", [secret, undefined, body, seconds]],
    ["an empty one", [secret, "", body, seconds]],
    ["half of one", [secret, signature.slice(0, -1), body, seconds]],
    ["more than one", [secret, `${signature},v1=${"0".repeat(64)}`, body, seconds]],
    ["another version", [secret, signature.replace("v1", "v0"), body, seconds]],
  ])("%s", (_name, args) => {
    expect(isGenuine(...args)).toBe(false);
  });
});

test("a signature is HMAC-SHA256 over moment, full stop and body", () => {
  // From `printf '1795657500.{}' | openssl dgst -sha256 -hmac key`.
  const known = signWebhook("key", { at: new Date(1_795_657_500_000), body: "{}" });
  expect(known).toBe("t=1795657500,v1=254b5be57871312dc08b95629a04e2dda1cb88c9c0ace8bc07bf4092c0126299");
});
