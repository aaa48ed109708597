import { MOST_LISTED, WEBHOOK_SCHEMA } from "#lib/services/alerts/webhooks/webhook-event.ts";

/** What the page on webhooks shows. docs/webhooks.md has the same verifier, and a test runs it. */
export interface WebhookDocs {
  readonly request: string;
  readonly body: string;
  readonly verifier: string;
  readonly members: readonly WebhookMember[];
  readonly types: readonly WebhookMember[];
  readonly answers: readonly WebhookMember[];
}

export interface WebhookMember {
  readonly name: string;
  readonly meaning: string;
}

export const webhookDocs = (site: string): WebhookDocs => ({
  request: REQUEST,
  body: JSON.stringify(exampleOf(site), null, 2),
  verifier: VERIFIER,
  members: [
    { name: "schema", meaning: `\`${WEBHOOK_SCHEMA}\`. Members may be added; none changes its meaning.` },
    { name: "id", meaning: "The same in every attempt, and in the header `Mailtriage-Id`." },
    { name: "type", meaning: "One of those below." },
    { name: "occurredAt", meaning: "When it happened, ISO 8601 in UTC." },
    { name: "domain", meaning: "The one domain it is about; null where there are none or several." },
    {
      name: "changes",
      meaning:
        "`check` is an id of /checks, `direction` is `worse`, `better` or `other`. Sentences may be worded otherwise one day: let programs look at `check`.",
    },
    { name: "links", meaning: "`report`, `comparison`, `monitor` and `alerts`: each a URL or null." },
  ],
  types: [
    {
      name: "monitor.changed",
      meaning:
        "A change was seen and confirmed by a second, fresh look. It happened between `lastSeenAt` (may be null) and `noticedAt`.",
    },
    {
      name: "monitor.unverifiable",
      meaning: `Domains could not be checked several times in a row, which says nothing about them. \`count\`, and \`domains\`: the first ${MOST_LISTED}. One message for a whole outage.`,
    },
    {
      name: "digest",
      meaning: `More than five changes within an hour: the sixth and later together. \`count\`, and \`alerts\`: the first ${MOST_LISTED}.`,
    },
    { name: "ping", meaning: "Somebody pressed “Send a test”." },
  ],
  answers: [
    { name: "2xx", meaning: "Delivered. Answer at once and work afterwards." },
    { name: "410", meaning: "The webhook is switched off and its owner told by mail." },
    { name: "429, 503", meaning: "With `Retry-After`: tried again then, six hours later at most." },
    {
      name: "other, none",
      meaning:
        "Redirects too, and no answer within ten seconds: tried again after ½, 2 and 10 minutes, 1 and 6 hours.",
    },
  ],
});

const REQUEST = `POST /hooks/mailtriage HTTP/1.1
Content-Type: application/json
User-Agent: Mailtriage-Webhook/1
Mailtriage-Id: 5fK2vXqP8hTzQe1YbN4mRc
Mailtriage-Signature: t=1795658700,v1=<64 hex digits>`;

const exampleOf = (site: string): object => ({
  schema: WEBHOOK_SCHEMA,
  id: "5fK2vXqP8hTzQe1YbN4mRc",
  type: "monitor.changed",
  occurredAt: "2026-11-26T02:05:00.000Z",
  domain: "contoso.example",
  changes: [
    {
      check: "dmarc-policy",
      direction: "worse",
      sentence: "DMARC policy went from quarantine to none",
    },
  ],
  links: {
    report: `${site}/scans/…`,
    comparison: `${site}/scans/…/changes/…`,
    monitor: `${site}/account/watched/…`,
    alerts: `${site}/account/alerts`,
  },
  lastSeenAt: "2026-11-25T20:51:00.000Z",
  noticedAt: "2026-11-26T01:53:00.000Z",
});

const VERIFIER = `import { createHmac, timingSafeEqual } from "node:crypto";

const FIVE_MINUTES = 300;

/** Whether a body came from Mailtriage, just now. \`now\` is in seconds. */
export function isGenuine(secret, signature, body, now = Date.now() / 1000) {
  const [, t, v1] = /^t=(\\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? "") ?? [];
  if (t === undefined || Math.abs(now - Number(t)) > FIVE_MINUTES) return false;
  const right = createHmac("sha256", secret).update(\`\${t}.\${body}\`).digest();
  return timingSafeEqual(right, Buffer.from(v1, "hex"));
}
`;
