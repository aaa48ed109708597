import type { Finding } from "#lib/scan/finding.ts";
import { presentFinding } from "#lib/scan/present.ts";
import type { ScanProgress } from "#lib/scan/run-scan.ts";
import type { ScanNews } from "#lib/services/scans/follow.ts";
import type { LiveFinding, LiveNews } from "./live-news.ts";

/** Between silence and a proxy that gives up on it. */
const HEARTBEAT_MS = 15_000;

/** The news of one scan as server-sent events (HTML 9.2), in words. Ends with the scan or the listener. */
export function scanNewsStream(
  news: AsyncIterable<ScanNews>,
  { domain, signal }: { readonly domain: string; readonly signal: AbortSignal },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      try {
        for await (const one of news) send(eventText(one, domain));
      } finally {
        clearInterval(heartbeat);
        if (!signal.aborted) controller.close();
      }
    },
  });
}

/** The id lets a browser that lost the connection go on where it was. */
function eventText(news: ScanNews, domain: string): string {
  const id = news.type === "progress" ? `id: ${news.sequence}\n` : "";
  return `${id}data: ${JSON.stringify(inWords(news, domain))}\n\n`;
}

function inWords(news: ScanNews, domain: string): LiveNews {
  switch (news.type) {
    case "status":
      return { type: "begun", at: news.attemptStartedAt?.toISOString() ?? null };
    case "ended":
      return { type: "ended" };
    case "progress":
      return { type: "progress", ...progressWords(news.events, domain) };
  }
}

function progressWords(events: readonly ScanProgress[], domain: string) {
  const lookups = events.flatMap(event => (event.type === "lookup" ? [event] : []));
  const findings = events.flatMap(event => (event.type === "finding" ? [event.finding] : []));
  return {
    lookups: Math.max(0, ...lookups.map(lookup => lookup.done)),
    asking: lookups.at(-1)?.id ?? null,
    findings: findings.map(finding => findingWords(finding, domain)),
  };
}

function findingWords(finding: Finding, domain: string): LiveFinding {
  const context = { domain, mailProvider: null, dnsProvider: null };
  const { check, question, status, title, subject } = presentFinding(finding, context);
  return { check, question, status, title, subject };
}
