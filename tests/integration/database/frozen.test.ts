import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { DatabaseUnavailable } from "#lib/db/unavailable.ts";
import { type Gate, openGate } from "../../support/database-gate.ts";

let gate: Gate;
let database: Database;

beforeAll(async () => {
  gate = await openGate(inject("postgresUrl"));
  database = openDatabase(gate.url, { answerMs: 300 });
});

afterAll(async () => {
  await gate.close();
  await database.close();
});

test("a database that freezes while connected is unavailable, not waited for for ever", async () => {
  await database.ping();
  gate.freeze();
  await expect(database.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
});
