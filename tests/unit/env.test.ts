import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { ENV_NAMES, readEnv } from "#lib/env.ts";

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
  ])("a wrong %s is named in one sentence that does not tell its value", (name, value) => {
    const attempt = () => readEnv({ [name]: value });
    expect(attempt).toThrow(new RegExp(`^${name} has to be [^\\n]+\\.$`));
    expect(attempt).not.toThrow(/canary/);
  });
});
