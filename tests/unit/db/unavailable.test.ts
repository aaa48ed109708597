import { describe, expect, test } from "vitest";
import { isConnectionFailure } from "#lib/db/unavailable.ts";

const withFields = (message: string, fields: object): Error => Object.assign(new Error(message), fields);

describe("the connection failed", () => {
  test.each([
    ["nobody listens", withFields("connect", { code: "ECONNREFUSED" })],
    ["all addresses refused", new AggregateError([withFields("connect", { code: "ECONNREFUSED" })])],
    ["the server shuts down (57P01)", withFields("terminating connection", { code: "57P01" })],
    ["the server starts up (57P03)", withFields("starting up", { code: "57P03" })],
    ["too many connections (53300)", withFields("sorry", { code: "53300" })],
    ["Prisma cannot reach it", withFields("unreachable", { code: "P1001" })],
    [
      "Prisma tells it of a raw statement",
      withFields("raw query failed", {
        code: "P2010",
        meta: { driverAdapterError: withFields("x", { cause: { kind: "DatabaseNotReachable" } }) },
      }),
    ],
    [
      "an SQLSTATE below a raw statement",
      withFields("raw query failed", {
        code: "P2010",
        meta: { driverAdapterError: withFields("x", { cause: { kind: "postgres", code: "57P01" } }) },
      }),
    ],
    [
      "all connections were busy for too long",
      withFields("Transaction API error: Unable to start a transaction in the given time.", {
        code: "P2028",
      }),
    ],
    ["pg lost it", new Error("Connection terminated unexpectedly")],
    ["it is the cause", new Error("outer", { cause: withFields("inner", { code: "ECONNRESET" }) })],
  ])("%s", (_name, error) => {
    expect(isConnectionFailure(error)).toBe(true);
  });
});

describe("the query failed", () => {
  test.each([
    ["a duplicate (P2002)", withFields("unique constraint", { code: "P2002" })],
    ["a wrong value (22P05)", withFields("unsupported Unicode escape", { code: "22P05" })],
    [
      "a raw statement with an error in it",
      withFields("raw query failed", { code: "P2010", meta: { code: "42601" } }),
    ],
    ["a bug", new TypeError("undefined is not a function")],
    ["nothing", null],
    ["text", "ECONNREFUSED"],
  ])("%s", (_name, error) => {
    expect(isConnectionFailure(error)).toBe(false);
  });

  test("a circle of causes is no endless search", () => {
    const error = new Error("outer");
    error.cause = error;
    expect(isConnectionFailure(error)).toBe(false);
  });
});
