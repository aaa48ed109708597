import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { parseKeyRecord } from "#lib/mail/dkim/parse-key.ts";
import { tidyKeyRecord, withoutTestFlag } from "#lib/mail/dkim/write-key.ts";
import { bareRsaKey, rsaKey } from "../../../support/dkim-keys.ts";

const key = rsaKey(2048).toString("base64");

test("the test flag goes, other flags and tags stay", () => {
  expect(withoutTestFlag(`v=DKIM1; t=y; k=rsa; p=${key}`)).toBe(`v=DKIM1; k=rsa; p=${key}`);
  expect(withoutTestFlag(`v=DKIM1; t=y:s; n=x; p=${key}`)).toBe(`v=DKIM1; t=s; n=x; p=${key}`);
});

test.each([512, 1024, 2048, 4096])("a bare key of %i bits is wrapped", bits => {
  const bare = `k=RSA;; p=${bareRsaKey(bits).toString("base64")}; v=DKIM1`;
  const wrapped = `v=DKIM1; k=rsa; p=${rsaKey(bits).toString("base64")}`;
  expect(tidyKeyRecord(bare)).toBe(wrapped);
  expect(parseKeyRecord(wrapped)).toMatchObject({ bits, problems: [] });
});

test("what follows the key goes", () => {
  const trailing = Buffer.concat([rsaKey(2048), Buffer.from([1, 2, 3])]).toString("base64");
  expect(tidyKeyRecord(`v=DKIM1; p=${trailing}`)).toBe(`v=DKIM1; p=${key}`);
});

test("what is no RSA key stays", () => {
  const ed25519 = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  expect(tidyKeyRecord(ed25519)).toBe(ed25519);
});
