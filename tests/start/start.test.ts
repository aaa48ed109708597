import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#lib/start/free-port.ts";
import { endAll, installAt, processesOf, start, STRANGER, supervisorOf, takeBuild } from "./installation.ts";

/** `npm start` on copies of this project. Needs root, to be other users; slow, so it is not in `npm test`. */

let base: string;
let open: string;
let port: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "mailtriage-start-"));
  await chmod(base, 0o755);
  open = join(base, "open");
  installAt(open, { from: process.cwd(), user: null });
  port = String(await freePort());
}, 120_000);

/** What a failed test left running. */
afterEach(endAll, 60_000);

afterAll(() => rm(base, { recursive: true, force: true }));

/** A worker that was killed counts for half a minute more, so their number is not looked at. */
const health = async (url: string): Promise<unknown> => {
  const { ok, database, queue } = await (await fetch(`${url}/api/health`)).json();
  return { ok, database, queue };
};
const GREEN = { ok: true, database: true, queue: true };

describe("as root, in a directory that everybody can reach", () => {
  test("the first start builds and is green, Ctrl-C ends everything", { timeout: 600_000 }, async () => {
    const house = start(open, { env: { PORT: port } });
    const url = await house.ready();
    console.log(`first start: ${seconds(house.output())}`);
    expect(url).toBe(`http://localhost:${port}`);
    expect(await health(url)).toEqual(GREEN);
    expect(house.output()).toMatch(/Database +embedded PostgreSQL in .*\/open\/\.data\/postgres/);
    expect(await house.end("SIGINT")).toBe(0);
    expect(processesOf(open)).toEqual([]);
  });

  test("the second start is green within 10 s", { timeout: 60_000 }, async () => {
    const begun = performance.now();
    const house = start(open, { env: { PORT: port } });
    await house.ready();
    const took = performance.now() - begun;
    console.log(`second start: ${(took / 1000).toFixed(1)} s`);
    expect(took).toBeLessThan(10_000);
    expect(await house.end("SIGTERM")).toBe(0);
    expect(processesOf(open)).toEqual([]);
  });

  test("a taken port: the next free one, and it says so", { timeout: 60_000 }, async () => {
    const squatter = createServer().listen(Number(port), "127.0.0.1");
    const house = start(open, { env: { PORT: port } });
    const url = await house.ready();
    squatter.close();
    expect(url).not.toBe(`http://localhost:${port}`);
    expect(house.output()).toContain(`Port ${port} is taken; using ${new URL(url).port}.`);
    expect(await health(url)).toEqual(GREEN);
    await house.end("SIGINT");
  });

  test("kill -9 of the supervisor: children end, the database is taken over", {
    timeout: 90_000,
  }, async () => {
    const first = start(open, { env: { PORT: port } });
    await first.ready();
    process.kill(supervisorOf(open), "SIGKILL");
    await first.exitCode();
    const second = start(open, { env: { PORT: port } });
    const url = await second.ready();
    expect(second.output()).toContain("Took over the database server");
    expect(await health(url)).toEqual(GREEN);
    expect(await second.end("SIGINT")).toBe(0);
    expect(processesOf(open)).toEqual([]);
  });

  test("kill -9 of the process that started it: the supervisor ends in order", {
    timeout: 90_000,
  }, async () => {
    const first = start(open, { env: { PORT: port } });
    await first.ready();
    await first.end("SIGKILL");
    const second = start(open, { env: { PORT: port } });
    expect(await health(await second.ready())).toEqual(GREEN);
    await second.end("SIGINT");
    expect(processesOf(open)).toEqual([]);
  });

  test.each([
    ["bin/web.ts", "the web server"],
    ["bin/worker.ts", "the worker"],
    ["/bin/postgres -D", "the database"],
  ])("kill -9 of %s: it comes back", { timeout: 90_000 }, async program => {
    const house = start(open, { env: { PORT: port } });
    const url = await house.ready();
    const [victim] = processesOf(open).filter(line => line.includes(program));
    process.kill(Number(victim?.trim().split(" ")[0]), "SIGKILL");
    await sleep(500);
    await expect.poll(() => health(url).catch(() => null), { timeout: 60_000, interval: 500 }).toEqual(GREEN);
    expect(house.output()).toMatch(/starting it again/);
    expect(await house.end("SIGINT")).toBe(0);
    expect(processesOf(open)).toEqual([]);
  });

  test("while the database is gone, pages say so; then the house is well again", {
    timeout: 90_000,
  }, async () => {
    const house = start(open, { env: { PORT: port } });
    const url = await house.ready();
    const supervisor = supervisorOf(open);
    process.kill(supervisor, "SIGSTOP");
    try {
      for (const line of processesOf(open).filter(one => one.includes("/bin/postgres -D")))
        process.kill(Number(line.trim().split(" ")[0]), "SIGKILL");
      const page = await fetch(report(url));
      expect(page.status).toBe(503);
      expect(page.headers.get("retry-after")).toBe("30");
      expect(await page.text()).toContain("<h1>The database cannot be reached</h1>");
      expect((await fetch(`${url}/api/health`)).status).toBe(503);
    } finally {
      process.kill(supervisor, "SIGCONT");
    }
    await expect.poll(() => health(url).catch(() => null), { timeout: 60_000, interval: 500 }).toEqual(GREEN);
    expect((await fetch(report(url))).status).toBe(404);
    expect(await house.end("SIGINT")).toBe(0);
  });

  test("a second start in the same directory says where the first one is", { timeout: 60_000 }, async () => {
    const house = start(open, { env: { PORT: port } });
    const url = await house.ready();
    const second = start(open, { env: { PORT: port } });
    expect(await second.exitCode()).toBe(1);
    expect(second.output().trim()).toMatch(new RegExp(`^Mailtriage already runs .*: ${url}$`));
    expect(await health(url)).toEqual(GREEN);
    await house.end("SIGINT");
  });
});

describe("where others cannot look", () => {
  test("a normal user in a 0700 home", { timeout: 180_000 }, async () => {
    const home = join(base, "home");
    await mkdir(home);
    const folder = join(home, "mailtriage");
    installAt(folder, { from: open, user: STRANGER });
    takeBuild(open, folder, STRANGER);
    await chmod(home, 0o755);
    await chmod(folder, 0o700);
    const house = start(folder, { user: STRANGER, env: { PORT: port } });
    const url = await house.ready();
    expect(await health(url)).toEqual(GREEN);
    expect(house.output()).toContain(`${folder}/.data/postgres`);
    expect(await house.end("SIGINT")).toBe(0);
    expect(processesOf(folder)).toEqual([]);
  });

  test("root in a 0700 home: the database lies where it can be reached", { timeout: 180_000 }, async () => {
    const home = join(base, "root-home");
    await mkdir(home);
    const folder = join(home, "mailtriage");
    installAt(folder, { from: open, user: null });
    takeBuild(open, folder, null);
    await chmod(home, 0o700);
    const house = start(folder, { env: { PORT: port } });
    expect(await health(await house.ready())).toEqual(GREEN);
    const place = /PostgreSQL in (\/var\/lib\/mailtriage\/\w+)/.exec(house.output())?.[1];
    expect(place).toBeDefined();
    expect(await house.end("SIGINT")).toBe(0);
    expect((await readdir(place ?? "")).toSorted()).toContain("postgres");
    await rm(place ?? "", { recursive: true });
  });
});

describe("what cannot work is said in one sentence", () => {
  const OLD_NODE = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.19.0"})';

  test.each([
    ["no URL", { DATABASE_URL: "localhost/mail" }, /^DATABASE_URL has to be a URL like postgresql:/],
    [
      "another product",
      { DATABASE_URL: "mysql://localhost/mail" },
      /^DATABASE_URL has to be a URL like postgresql:/,
    ],
    [
      "nobody there",
      { DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/mail" },
      /^The database that DATABASE_URL names \(127\.0\.0\.1:1\/mail\) cannot be used: .*ECONNREFUSED/,
    ],
    ["a bad port", { PORT: "http" }, /^PORT has to be a port number/],
    [
      "an address of another machine",
      { HOST: "192.0.2.1" },
      /^Mailtriage cannot listen on HOST 192\.0\.2\.1/,
    ],
  ])("%s", { timeout: 60_000 }, async (_name, env, sentence) => {
    const house = start(open, { env });
    expect(await house.exitCode()).toBe(1);
    expect(house.output().trim()).toMatch(sentence);
    expect(house.output().trim().split("\n")).toHaveLength(1);
    expect(house.output()).not.toContain("secret");
    expect(processesOf(open)).toEqual([]);
  });

  test("a directory that cannot be written to", { timeout: 60_000 }, async () => {
    const house = start(open, { user: STRANGER, env: { DATA_DIR: join(base, "closed", "data") } });
    expect(await house.exitCode()).toBe(1);
    expect(house.output().trim()).toMatch(
      /^Mailtriage cannot write to .*closed.* \(EACCES\); make it writable/,
    );
  });

  test("an old Node", { timeout: 60_000 }, async () => {
    const house = start(open, { nodeArgs: ["--import", OLD_NODE] });
    expect(await house.exitCode()).toBe(1);
    expect(house.output().trim()).toBe("Mailtriage needs Node.js 20.19 or newer; this is 18.19.0.");
  });
});

/** An address that only the database knows to be empty. */
const report = (url: string): string => `${url}/scans/${"A".repeat(22)}`;

const seconds = (output: string): string => /\(([\d.]+ s)\)/.exec(output)?.[1] ?? "unknown";
