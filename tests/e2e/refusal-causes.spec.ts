import { expect, type Page, test } from "@playwright/test";
import { pasteBounce } from "../support/bounce-walk.ts";
import { type PostfixBounce, postfixBounce } from "../support/triage-worlds.ts";

/** Every cause that may be behind Microsoft's 550 5.4.1, from the box to the verdict (tests/fixtures/zones/e2e.zone). */
test.describe.configure({ timeout: 150_000 });

const verdict = (page: Page) => page.getByRole("heading", { level: 1 });

/** What is new in the record to publish. */
const addedTerm = (page: Page) =>
  page
    .getByRole("figure", { name: "Change the record to this" })
    .locator("ins")
    .filter({ hasText: "ip4:203.0.113.77" });

/** Refused by the entrance of the domain itself, unless said otherwise. */
const refused = (domain: string, more: PostfixBounce = {}): string =>
  postfixBounce({
    to: [`jane.doe@${domain}`],
    host: `${domain.replaceAll(".", "-")}.mail.protection.outlook.com`,
    ip: "198.51.100.103",
    ...more,
  });

const FORWARDED = `Reporting-MTA: dns; mail.example.net

Original-Recipient: rfc822;jane.doe@example.net
Final-Recipient: rfc822;jane@known.example.net
Action: failed
Status: 5.4.1
Remote-MTA: dns; known-example-net.mail.protection.outlook.com
Diagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied [DB5PEPF00014B9A.eurprd02.prod.outlook.com 2026-11-24T10:00:03.123Z 08DE5971FB66165F]
`;

const CAUSES: readonly (readonly [cause: string, bounce: string, verdict: RegExp, evidence: RegExp])[] = [
  [
    "the address does not exist",
    refused("known.example.net"),
    /^known\.example\.net’s Microsoft 365 does not know this address$/u,
    /MX record names the server that refused/u,
  ],
  [
    "the whole domain",
    refused("whole.example.net", {
      to: ["jane.doe", "kim.lee", "alex.ray"].map(who => `${who}@whole.example.net`),
    }),
    /whole\.example\.net’s Microsoft 365 does not know its own addresses/u,
    /zone was changed on 2026-11-23/u,
  ],
  [
    "an old route: the domain has moved",
    refused("moved.example.net"),
    /^Your mail takes an old way: moved\.example\.net/u,
    /names smtp\.google\.com today, but Microsoft 365 gave the reply/u,
  ],
  [
    "an old route: the entrance of another domain",
    refused("known.example.net", { host: "fabrikam-com.mail.protection.outlook.com" }),
    /^Your mail takes an old way: known\.example\.net/u,
    /names the entrance known-example-net\.mail\.protection\.outlook\.com today/u,
  ],
  [
    "a gateway that took the mail",
    refused("guarded.example.net", { reporter: "eu-smtp-inbound-1.mimecast.com" }),
    /gateway of guarded\.example\.net took the mail/u,
    /leads to Mimecast, a gateway in front of Microsoft 365/u,
  ],
  [
    "a forward to an address that is gone",
    FORWARDED,
    /jane\.doe@example\.net forwards its mail to jane@known\.example\.net/u,
    /jane@known\.example\.net/u,
  ],
  [
    "relaying",
    refused("known.example.net", {
      reply: "550 5.4.1 Relay Access Denied ## [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com]",
    }),
    /not responsible for known\.example\.net/u,
    /Relay Access Denied/u,
  ],
  [
    "a domain that is gone",
    refused("gone.example.net"),
    /^There is no gone\.example\.net that takes mail$/u,
    /domain gone\.example\.net does not exist/u,
  ],
  [
    "a domain that takes no mail",
    refused("silent.example.net"),
    /^silent\.example\.net takes no mail at all$/u,
    /declares by its MX record that it takes no mail/u,
  ],
];

for (const [cause, bounce, sentence, evidence] of CAUSES) {
  test(cause, async ({ page }) => {
    await pasteBounce(page, bounce);
    await expect(verdict(page)).toHaveText(sentence);
    await expect(page.getByText(evidence).first()).toBeVisible();
    // Whatever it was: what articles blame for it is looked at, and said not to be it.
    if (!/relay/iu.test(cause)) await expect(page.getByText(/usual suspects/u).first()).toBeVisible();
  });
}

test("not in the directory at the edge: a group of a domain with servers of its own, without a trace", async ({
  page,
}) => {
  await pasteBounce(page, refused("hybrid.example.net", { to: ["sales@hybrid.example.net"] }));
  await page.getByLabel("Their administrator finds no trace of my mail").check();
  await page.getByRole("button", { name: "Weigh again" }).click();
  await expect(verdict(page)).toHaveText(/at the door, although it may exist$/u);
  await expect(page.getByText(/autodiscover/u).first()).toBeVisible();
});

test("forged: whoever got the report did not send the mail", async ({ page }) => {
  await pasteBounce(page, refused("known.example.net"));
  await page.getByLabel("I did not send this mail").check();
  await page.getByRole("button", { name: "Weigh again" }).click();
  await expect(verdict(page)).toHaveText("Somebody else sent this mail in your name");
  await expect(page.getByText("Not sent by you")).toBeVisible();
});

test("Gmail's 5.7.26 from a server that SPF does not list: named, with the record to publish", async ({
  page,
}) => {
  const reply =
    "550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [example.com] with ip: [203.0.113.77] = did not pass. a1-gsmtp";
  const bounce = postfixBounce({
    to: ["jane.doe@moved.example.net"],
    host: "smtp.google.com",
    ip: "198.51.100.130",
    reply,
    sendingIp: "203.0.113.77",
  });
  await pasteBounce(page, bounce);
  await expect(
    page
      .getByText(/203\.0\.113\.77.*SPF record of example\.com|SPF record of example\.com.*203\.0\.113\.77/u)
      .first(),
  ).toBeVisible();
  await expect(addedTerm(page)).toBeVisible();
});
