import { describe, expect, it } from "vitest";
import { parseHeaders } from "#lib/bounce/mime/headers.ts";
import { quotedMessage } from "#lib/bounce/original/quoted-message.ts";
import { lastPublicHop, parseReceived } from "#lib/bounce/original/received.ts";

describe("one hop, as different servers write it", () => {
  it.each([
    [
      "from mail.example.org (mail.example.org [203.0.113.25]) by mx.example.net (Postfix) with ESMTPS",
      "mail.example.org",
      "203.0.113.25",
      false,
    ],
    [
      "from [203.0.113.9] (helo=laptop) by mail.example.org with esmtpsa (Exim)",
      "laptop",
      "203.0.113.9",
      true,
    ],
    [
      "from unknown (HELO mail.example.org) (203.0.113.25) by mx with SMTP",
      "mail.example.org",
      "203.0.113.25",
      false,
    ],
    [
      "from A.prod.outlook.com (2001:db8:10a6::14) by B.prod.outlook.com with Microsoft SMTP Server",
      "A.prod.outlook.com",
      "2001:db8:10a6::14",
      false,
    ],
    ["from host (host [IPv6:2001:db8::1]) by mx with ESMTP", "host", "2001:db8::1", false],
    ["by 198.51.100.7 with SMTP id abc", null, null, false],
  ])("%s", (line, helo, ip, submission) => {
    expect(parseReceived(line)).toMatchObject({ helo, ip, submission });
  });
});

it("the last hop passes over this machine, private networks and submissions", () => {
  const hop = lastPublicHop([
    "from localhost (localhost [127.0.0.1]) by mx.example.net with ESMTP",
    "from inner (inner [10.0.0.5]) by mx.example.net with ESMTP",
    "from pc (pc [198.51.100.9]) by mx.example.net with ESMTPSA",
    "from mail.example.org (mail.example.org [203.0.113.25]) by mx.example.net with ESMTPS",
    "from older (older [203.0.113.99]) by mail.example.org with ESMTPS",
  ]);
  expect(hop?.ip).toBe("203.0.113.25");
});

it("what the receiving side wrote about the client is believed more than trace lines", () => {
  const message = quotedMessage(
    parseHeaders(
      "Received: from a (a [203.0.113.1]) by b with ESMTP\nReceived-SPF: Fail (x) client-ip=203.0.113.77; helo=mail.example.org;\nFrom: =?utf-8?Q?J=C3=B6rg?= <sender@example.org>\nDKIM-Signature: v=1; d=Example.org; s=sel1; b=x\nDKIM-Signature: v=1; d=example.org; s=sel1; b=y",
    ),
  );
  expect(message).toMatchObject({
    from: "sender@example.org",
    sendingIp: "203.0.113.77",
    helo: "mail.example.org",
    dkim: [{ domain: "example.org", selector: "sel1" }],
    mailFrom: null,
    messageId: null,
  });
});
