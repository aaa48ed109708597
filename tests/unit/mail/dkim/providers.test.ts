import { describe, expect, test } from "vitest";
import { COMMON_SELECTORS, providerOfAlias, selectorsOf } from "#lib/mail/dkim/providers.ts";
import { keyName } from "#lib/mail/dkim/selector-name.ts";

describe("selectors to ask for", () => {
  test("the common ones are 80 different names and leave room for others", () => {
    expect(new Set(COMMON_SELECTORS).size).toBe(80);
    for (const selector of COMMON_SELECTORS) expect(keyName(selector, "example.com")).not.toBeNull();
  });

  test("those of a provider, current before old", () => {
    expect(selectorsOf(["google-workspace"])).toEqual(["google", "ga1", "gapps", "googlemail"]);
    expect(selectorsOf(["nobody"])).toEqual([]);
  });
});

describe("whose key an alias leads to", () => {
  test.each([
    ["selector1", "selector1-example-com._domainkey.contoso.onmicrosoft.com", "microsoft365"],
    ["selector1", "selector1-example-com._domainkey.contoso.a-v1.dkim.mail.microsoft", "microsoft365"],
    ["s1", "s1.domainkey.u123.wl.sendgrid.net", "sendgrid"],
    ["km1", "km1.domainkey.u123.wl.sendgrid.net", "klaviyo"],
    ["abc", "abc.dkim.amazonses.com", "amazon-ses"],
  ])("%s to %s", (selector, target, provider) => {
    expect(providerOfAlias([target], selector)?.id).toBe(provider);
  });

  test("whole labels only, and every hop is looked at", () => {
    expect(providerOfAlias(["s1.notsendgrid.net"], "s1")).toBeNull();
    expect(providerOfAlias(["s1.sendgrid.net.attacker.example"], "s1")).toBeNull();
    expect(providerOfAlias(["k.example.net", "k1.dkim.mcsv.net"], "k1")?.id).toBe("mailchimp");
    expect(providerOfAlias([], "s1")).toBeNull();
  });
});

describe("names of keys", () => {
  test.each([
    ["selector1", "selector1._domainkey.example.com"],
    ["MBO0001", "mbo0001._domainkey.example.com"],
    ["march2005.reykjavik", "march2005.reykjavik._domainkey.example.com"],
    ["aweber_key_a", "aweber_key_a._domainkey.example.com"],
  ])("%s", (selector, name) => {
    expect(keyName(selector, "example.com")).toBe(name);
  });

  test.each(["", ".", "a..b", "a b", "-a", "a".repeat(64), "a.".repeat(120) + "a", "x\\.y", "*"])(
    "%j has none",
    selector => {
      expect(keyName(selector, "example.com")).toBeNull();
    },
  );
});
