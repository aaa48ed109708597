import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Operation } from "#lib/api/v1/define-operation.ts";
import { OPERATIONS } from "#lib/api/v1/operations/index.ts";
import { revokeApiKey } from "#lib/services/api-keys/revoke.ts";
import { addMonitor } from "#lib/services/monitors/add.ts";
import { createShare } from "#lib/services/shares/create.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { API_SCOPES } from "#lib/values/api-scope.ts";
import { type ApiWorld, openApiWorld } from "../../support/api-world.ts";
import { startApiServer } from "../../support/api-server.ts";
import { account } from "../../support/test-house.ts";

/** Every operation, as called by everybody: who may and who may not follows from the definitions alone. */

let api: ApiWorld;
let owner: { accountId: string; key: string };
let stranger: { key: string };
let revoked: { key: string };

beforeAll(async () => {
  api = await openApiWorld(inject("postgresUrl"));
  owner = await api.makeKey();
  stranger = await api.makeKey();
  const ended = await api.makeKey();
  await revokeApiKey({ ctx: account(api.house, ended.accountId), input: { id: ended.keyId } });
  revoked = ended;
});

afterAll(() => api.close());

interface Things {
  readonly scan: string;
  readonly batch: string;
  readonly share: string;
  readonly bounce: string;
  readonly monitor: string;
}

let made = 0;

/** Things of the owner, new for every call, so that calls do not disturb each other. */
async function makeThings(): Promise<Things> {
  made += 1;
  const ctx = account(api.house, owner.accountId);
  const { scan } = await startScan({ ctx, input: { domain: `thing${made}.example.com` } });
  await api.finish(scan.id);
  const { share } = await createShare({ ctx, input: { scanId: scan.id } });
  const monitor = await addMonitor({ ctx, input: { domain: `thing${made}.example.com` } });
  const { json } = await api.call("POST", "/api/v1/scans/bulk", {
    key: owner.key,
    json: { domains: [`thing${made}.example.com`] },
  });
  const { json: bounce } = await api.call("POST", "/api/v1/bounces", {
    key: owner.key,
    json: { text: "550 5.1.1 User unknown" },
  });
  return {
    scan: scan.id,
    share: share.id,
    batch: String(json?.["id"]),
    bounce: String(bounce?.["id"]),
    monitor: monitor.id,
  };
}

/** The call of an operation on those things. */
function callOf({ path, method, body, id }: Operation, things: Things) {
  const [, room = ""] = path.split("/");
  const thing = {
    scans: things.scan,
    shares: things.share,
    batches: things.batch,
    bounces: things.bounce,
    monitors: things.monitor,
  }[room];
  const bodies: Readonly<Record<string, object>> = {
    startScan: { domain: `new${made}.example.com` },
    startBulkScan: { domains: [`new${made}.example.com`] },
    startBounce: { text: "550 5.1.1 User unknown" },
    createShare: { scan: things.scan },
    addMonitor: { domain: `new${made}.example.com` },
    changeMonitor: { paused: true },
  };
  return {
    method,
    path: `/api/v1${path.replace("{id}", thing ?? "")}`,
    ...(body === null ? {} : { json: bodies[id] }),
  };
}

async function statusFor(operation: Operation, options: { key?: string; url?: string }): Promise<number> {
  const { method, path, json } = callOf(operation, await makeThings());
  const told = await api.call(method, path, {
    ...(options.key === undefined ? {} : { key: options.key }),
    ...(json === undefined ? {} : { json }),
  });
  return told.status;
}

const successes = ({ answers }: Operation): readonly number[] => answers.map(({ status }) => status);
/** Whether the call is about a thing that belongs to somebody. */
const isAboutThing = ({ params, id }: Operation): boolean => params !== undefined || id === "createShare";

describe.each(OPERATIONS.map(operation => [operation.id, operation] as const))("%s", (_id, operation) => {
  test("the owner may", async () => {
    expect(successes(operation)).toContain(await statusFor(operation, { key: owner.key }));
  });

  test("a stranger with a key sees nothing of the owner's", async () => {
    const status = await statusFor(operation, { key: stranger.key });
    if (isAboutThing(operation)) expect([403, 404]).toContain(status);
    else expect(successes(operation)).toContain(status);
  });

  test("a key that was revoked opens what is open to everybody", async () => {
    const status = await statusFor(operation, { key: revoked.key });
    if (operation.access === "public") expect(successes(operation)).toContain(status);
    else expect(status).toBe(401);
  });

  test("a program without a key may what the definition says, and sees nothing of the owner's", async () => {
    const status = await statusFor(operation, {});
    if (operation.access === "key") expect(status).toBe(401);
    else if (isAboutThing(operation)) expect(status).toBe(404);
    else expect(successes(operation)).toContain(status);
  });

  test("a key without the scope may not", async () => {
    const { scope } = operation;
    if (scope === null) return;
    const scopes = API_SCOPES.filter(one => one.split(":")[0] !== scope.split(":")[0]);
    const { key } = await api.makeKey(scopes);
    expect(await statusFor(operation, { key })).toBe(403);
  });

  test("a key that may only read changes nothing", async () => {
    const { scope } = operation;
    if (scope === null || !scope.endsWith(":write")) return;
    const { key } = await api.makeKey(API_SCOPES.filter(one => one.endsWith(":read")));
    expect(await statusFor(operation, { key })).toBe(403);
  });
});

test("what a stranger may not see is answered like what is not there", async () => {
  const { scan, batch } = await makeThings();
  for (const path of [`/scans/${scan}`, `/batches/${batch}`, `/batches/${batch}/results`]) {
    const theirs = await api.call("GET", `/api/v1${path}`, { key: stranger.key });
    const none = await api.call("GET", `/api/v1${path.replace(/[0-9A-Za-z]{22}/, "0".repeat(22))}`, {
      key: stranger.key,
    });
    expect([theirs.status, theirs.text]).toEqual([404, none.text]);
  }
});

test("no cookie counts: a session or browser key opens nothing here", async () => {
  const cookie = `mailtriage_browser=${"b".repeat(22)}; next-auth.session-token=${"s".repeat(64)}`;
  expect((await api.call("GET", "/api/v1/scans", { headers: { cookie } })).status).toBe(401);
});

test("where strangers are not let in, a key is needed for all but what is public", async () => {
  const closed = await startApiServer(api.house, { anonymousApi: false });
  try {
    for (const operation of OPERATIONS) {
      const { method, path, json } = callOf(operation, await makeThings());
      const response = await fetch(`${closed.url}${path}`, {
        method,
        ...(json === undefined
          ? {}
          : { body: JSON.stringify(json), headers: { "content-type": "application/json" } }),
      });
      await response.arrayBuffer();
      if (operation.access === "public") expect(response.status).toBe(200);
      else expect(response.status).toBe(401);
    }
  } finally {
    await closed.close();
    await startApiServer(api.house).then(server => server.close());
  }
});
