import { describe, expect, test } from "vitest";
import { parsePostmasterPid } from "#lib/start/postgres/postmaster-pid.ts";

/** The lines as PostgreSQL documents them in its source (miscadmin.h, LOCK_FILE_LINE_*). */
const file = (status: string, port = "5433") =>
  ["4711", "/data", "1764108000", port, "", "127.0.0.1", "  1234567   65536", status].join("\n");

describe("postmaster.pid", () => {
  test.each(["ready", "starting", "stopping", "standby"])("%s", status => {
    expect(parsePostmasterPid(file(`${status}   \n`))).toEqual({ pid: 4711, port: 5433, status });
  });

  test("a status that is not written yet is unknown", () => {
    expect(parsePostmasterPid("4711\n/data\n1764108000\n5433\n")).toMatchObject({ status: "unknown" });
  });

  test.each([
    ["nothing", ""],
    ["only the process", "4711\n"],
    ["no process", file("ready").replace("4711", "-1")],
    ["no port", file("ready", "")],
    ["rubbish", "\0\0\0\0"],
  ])("%s is not read", (_name, text) => {
    expect(parsePostmasterPid(text)).toBeNull();
  });
});
