import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { ENV_NAMES, EnvError, readEnv } from "#lib/env.ts";

const example = parseEnv(readFileSync(".env.example", "utf8"));

describe("the variables", () => {
  test(".env.example explains every one, and no other", () => {
    expect(Object.keys(example).toSorted()).toEqual([...ENV_NAMES].toSorted());
  });

  test("the example says what is so without it", () => {
    expect(readEnv(example)).toEqual(readEnv({}));
  });

  test("nothing has to be set", () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DATA_DIR: ".data", DNS_SERVERS: [] });
  });

  test("lists are split", () => {
    expect(readEnv({ DNS_SERVERS: " 192.0.2.1, ,192.0.2.2:5353 " }).DNS_SERVERS).toEqual([
      "192.0.2.1",
      "192.0.2.2:5353",
    ]);
  });

  test.each([
    ["DATABASE_URL", "mysql://user:canary@host/db"],
    ["DATABASE_URL", "canary"],
    ["PORT", "70000"],
    ["PORT", "canary"],
    ["PUBLIC_URL", "ftp://canary"],
    ["DNS_DOH_URL", "http://canary/dns-query"],
    ["SMTP_PROBES", "canary"],
    ["SMTP_URL", "https://canary"],
    ["WORKER_CONCURRENCY", "0"],
    ["TRUST_PROXY", "canary"],
    ["AUTH_SECRET", "canary"],
    ["ENTRA_TENANT_ID", "canary"],
    ["MAIL_FROM", "canary@example.com\r\nBcc: b@example.com"],
    ["LIMIT_WORK_PER_ADDRESS", "canary"],
    ["LIMIT_WAITING_SCANS", "0"],
  ])("a wrong %s is named in one sentence that does not tell its value", (name, value) => {
    const attempt = () => readEnv({ [name]: value });
    expect(attempt).toThrow(new RegExp(`^${name} has to be [^\\n]+\\.$`));
    expect(attempt).not.toThrow(/canary/);
  });

  test("an empty one is one that is not set", () => {
    expect(readEnv({ AUTH_SECRET: "", LIMIT_WORK_PER_ADDRESS: "", TRUST_PROXY: "" })).toEqual(readEnv({}));
  });

  test("limits can be turned off, proxies listed", () => {
    const env = readEnv({
      LIMIT_WORK_PER_ADDRESS: "off",
      LIMIT_WAITING_SCANS: "off",
      TRUST_PROXY: "127.0.0.1, 10.0.0.0/8",
    });
    expect(env).toMatchObject({ LIMIT_WORK_PER_ADDRESS: null, LIMIT_WAITING_SCANS: null });
    expect(env.TRUST_PROXY.map(({ address, prefix }) => `${address.text}/${prefix}`)).toEqual([
      "127.0.0.1/32",
      "10.0.0.0/8",
    ]);
  });

  test.each([
    [{ GOOGLE_CLIENT_ID: "a" }, "GOOGLE_CLIENT_SECRET"],
    [{ ENTRA_CLIENT_ID: "a", ENTRA_CLIENT_SECRET: "b" }, "ENTRA_TENANT_ID"],
    // A mail that leaves may not link to whatever Host somebody sent.
    [{ SMTP_URL: "smtp://mail.example.com" }, "PUBLIC_URL"],
  ])("what belongs together has to be set together: %j needs %s", (variables, name) => {
    expect(() => readEnv(variables)).toThrow(EnvError);
    expect(() => readEnv(variables)).toThrow(name);
  });
});
