import { selectLists } from "#lib/mail/dnsbl/select-lists.ts";
import { expect, test } from "vitest";

const ids = (keys: readonly string[], added: readonly string[] = []) =>
  selectLists({ keys: new Set(keys), added }).map(list => list.id);

test("without keys: the 24 default lists, public mirrors among them", () => {
  expect(ids([])).toHaveLength(24);
  expect(ids([])).toContain("spamhaus-zen");
});

test("with a DQS key the keyed zones take the place of the mirrors", () => {
  const chosen = ids(["SPAMHAUS_DQS_KEY"]);
  expect(chosen).toHaveLength(24);
  expect(chosen).toEqual(expect.arrayContaining(["spamhaus-dqs-zen", "spamhaus-dqs-dbl"]));
  expect(chosen).not.toContain("spamhaus-zen");
});

test("a keyed list without its key is never asked, chosen or not", () => {
  expect(ids([], ["abusix"])).not.toContain("abusix");
  expect(ids(["ABUSIX_KEY"])).toContain("abusix");
});

test("dead and dangerous lists cannot be chosen", () => {
  expect(ids([], ["sorbs", "ahbl", "backscatterer"])).toEqual([...ids([]), "backscatterer"]);
});
