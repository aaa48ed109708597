/** Bounces and zones to put scenarios together from. Everything in them is made up. */

const EOP_REPLY =
  "550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors [DB5PEPF00014B9A.eurprd02.prod.outlook.com 2026-11-24T10:00:03.123Z 08DE5971FB66165F]";

export interface PostfixBounce {
  readonly to?: readonly string[];
  /** The host that refused, with its address. */
  readonly host?: string;
  readonly ip?: string;
  readonly reply?: string;
  readonly reporter?: string;
  readonly sendingIp?: string;
  readonly helo?: string;
  readonly from?: string;
  readonly messageId?: string;
  readonly dkim?: string | null;
  readonly toHeader?: string;
}

/** The report of a Postfix server that tried to deliver, with the header of the mail that came back. */
export function postfixBounce(bounce: PostfixBounce = {}): string {
  const {
    to = ["jane.doe@contoso.com"],
    host = "contoso-com.mail.protection.outlook.com",
    ip = "198.51.100.102",
    reply = EOP_REPLY,
    reporter = "out.example.com",
    sendingIp = "192.0.2.25",
    helo = "out.example.com",
    from = "bob@example.com",
    messageId = "<4711@example.com>",
    dkim = "d=example.com; s=mail",
    toHeader = to.join(", "),
  } = bounce;
  const refusals = to.map(
    address => `<${address}>: host ${host}[${ip}] said: ${reply} (in reply to RCPT TO command)`,
  );
  return [
    `From: MAILER-DAEMON@${reporter} (Mail Delivery System)`,
    "Subject: Undelivered Mail Returned to Sender",
    `To: ${from}`,
    "",
    `This is the mail system at host ${reporter}.`,
    "",
    "I'm sorry to have to inform you that your message could not",
    "be delivered to one or more recipients. It's attached below.",
    "",
    ...refusals,
    "",
    `Return-Path: <${from}>`,
    `Received: from ${helo} (${helo} [${sendingIp}]) by ${reporter} with ESMTP id 1; Tue, 24 Nov 2026 10:00:01 +0000`,
    ...(dkim === null ? [] : [`DKIM-Signature: v=1; a=rsa-sha256; ${dkim}; h=from:to; bh=x; b=y`]),
    `From: Bob <${from}>`,
    `To: ${toHeader}`,
    "Subject: Offer",
    `Message-ID: ${messageId}`,
    "",
  ].join("\n");
}

/** Lists that are alive, so that silence means "not listed". */
export const LIVING_LISTS = `
2.0.0.127.zen.spamhaus.org.  IN A 127.0.0.2
2.0.0.127.bl.spamcop.net.    IN A 127.0.0.2
dbltest.com.dbl.spamhaus.org. IN A 127.0.1.2
`;

/** A sender in good order: 192.0.2.25 may send, and its mail is signed. */
export const SENDER = `
$TTL 300
$ORIGIN example.com.
@       IN SOA ns1 hostmaster 2026010101 7200 900 1209600 300
@       IN NS  ns1
@       IN MX  10 mx1
mx1     IN A   192.0.2.25
out     IN A   192.0.2.25
@       IN TXT "v=spf1 mx -all"
mail._domainkey IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
_dmarc  IN TXT "v=DMARC1; p=reject"
25.2.0.192.in-addr.arpa. IN PTR out.example.com.
${LIVING_LISTS}
`;

/** contoso.com, whose mail goes to Microsoft 365 and nowhere else. */
export const CONTOSO = `
$ORIGIN contoso.com.
@       IN SOA ns1 hostmaster 2025030301 7200 900 1209600 300
@       IN MX  0 contoso-com.mail.protection.outlook.com.
@       IN TXT "v=spf1 include:spf.protection.outlook.com -all"
autodiscover IN CNAME autodiscover.outlook.com.
contoso-com.mail.protection.outlook.com. IN A 198.51.100.102
autodiscover.outlook.com. IN A 198.51.100.110
`;

/** The same domain with other records. */
export const contoso = (records: string): string => `
$ORIGIN contoso.com.
@       IN SOA ns1 hostmaster 2025030301 7200 900 1209600 300
${records}
contoso-com.mail.protection.outlook.com. IN A 198.51.100.102
`;
