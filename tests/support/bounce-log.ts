/** Lines of a mail log as Postfix writes them, for tests that need many failures. */
export const logLine = (
  to: string,
  status: "bounced" | "deferred" | "sent",
  said: string,
  second = 0,
): string => {
  const at = new Date(Date.UTC(2026, 10, 1) + second * 1000);
  const stamp = `${at.toISOString().slice(0, 19)}+00:00`;
  const dsn = { bounced: "5.0.0", deferred: "4.0.0", sent: "2.0.0" }[status];
  return `${stamp} mail postfix/smtp[123]: 4F1A0001: to=<${to}>, relay=mx.example.net[192.0.2.7]:25, delay=1, delays=0/0/0/1, dsn=${dsn}, status=${status} (${said})\n`;
};

/** What servers say, for each fate. */
export const SAID = {
  directory:
    "host contoso-com.mail.protection.outlook.com[192.0.2.8] said: 550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors [DB1PEPF00039231.eurprd03.prod.outlook.com 2026-11-01T07:15:11.120Z 08DDE8F1A2B3C4D5] (in reply to RCPT TO command)",
  unknown: "host mx.example.net[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command)",
  full: "host mx.example.net[192.0.2.7] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)",
  listed:
    "host mx.example.net[192.0.2.7] said: 554 5.7.1 Service unavailable; Client host [198.51.100.9] blocked using zen.spamhaus.org (in reply to RCPT TO command)",
  unreachable: "connect to mx.example.org[192.0.2.9]:25: Connection timed out",
  sent: "250 2.0.0 OK",
} as const;

/** A log of so many failures over 97 domains and 28 days, with the kinds of failure in turn. */
export function failureLog(failures: number): string {
  const kinds = [
    ["bounced", SAID.unknown],
    ["deferred", SAID.full],
    ["bounced", SAID.listed],
    ["deferred", SAID.unreachable],
    ["bounced", SAID.directory],
  ] as const;
  const lines: string[] = [];
  for (let at = 0; at < failures; at += 1) {
    const [status, said] = kinds[at % kinds.length] ?? kinds[0];
    lines.push(logLine(`user${at}@d${at % 97}.example.org`, status, said, at * 47));
  }
  return lines.join("");
}
