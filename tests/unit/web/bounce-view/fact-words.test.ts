import { expect, test } from "vitest";
import { reason } from "#lib/bounce/reasons.ts";
import { fact, unknownFact } from "#lib/triage/facts.ts";
import { viewFacts } from "#lib/web/bounce-view/fact-words.ts";

const passes = fact("spf", "good", reason("spf-passes", { ip: "192.0.2.1", domain: "example.com" }));
const fails = fact(
  "spf",
  "bad",
  reason("spf-fails", { ip: "192.0.2.1", domain: "example.com", result: "fail" }),
);
const usable = fact("dkim", "good", reason("key-usable", { selector: "s1", domain: "example.com" }));
const none = new Set<never>();

test("a fault that moved a cause fails; the same fault that did not is only worth putting right", () => {
  expect(viewFacts([fails], new Set(["spf-fails"] as const))[0]).toMatchObject({
    status: "fail",
    bearing: "Counted in the causes above.",
  });
  expect(viewFacts([fails], none)[0]).toMatchObject({
    status: "warn",
    bearing: "Worth putting right, but not the cause of this reply.",
  });
});

test("where their mail goes is for nobody here to put right", () => {
  const elsewhere = reason("mx-elsewhere", { now: "mx.example.net", refusedBy: "mx.example.org" });
  expect(viewFacts([fact("route", "bad", elsewhere)], none)[0]?.bearing).toBe(
    "Worth knowing, but not the cause of this reply.",
  );
});

test("what could not be asked is neither good nor bad, and says why", () => {
  const [view] = viewFacts([unknownFact("spf", "dns-failed")], none);
  expect(view).toMatchObject({ status: "inconclusive", bearing: null });
  expect(view?.lines[0]).toMatch(/^Could not be checked/u);
});

test("one key found and one not answered is not a pass", () => {
  expect(viewFacts([usable, unknownFact("dkim", "dns-failed")], none)[0]?.status).toBe("inconclusive");
  expect(viewFacts([usable], none)[0]?.status).toBe("pass");
});

test("what is not known for the same reason is said once, what for another one apart", () => {
  const unknown = (["spf", "reverse", "dmarc"] as const).map(topic =>
    unknownFact(topic, topic === "dmarc" ? "no-sender-domain" : "no-sending-address"),
  );
  expect(viewFacts(unknown, none).map(({ title, lines }) => [title, lines.length])).toEqual([
    ["SPF for exactly this server; Reverse DNS of the sending server", 1],
    ["DMARC for this mail", 1],
  ]);
});

test("topics stand in one order, whatever order they were found in", () => {
  expect(viewFacts([usable, passes], none).map(({ id }) => id)).toEqual(["spf", "dkim"]);
});
