import { createHash, X509Certificate } from "node:crypto";
import { createServer, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { SmtpProbeResult } from "#lib/net/smtp-probe.ts";
import { createSmtpProber, type SmtpProberOptions } from "#lib/net/smtp-prober.ts";
import { type Certificate, certificateAuthority, selfSigned } from "../../support/certificates.ts";
import { type LoopbackServer, listening } from "./loopback-https.ts";

const HOST = "mx1.example.com";
const authority = certificateAuthority();
const good = authority.issue({ names: [HOST, "*.wild.example.com"] });

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map(close => close()));
});

/** A real SMTP server (npm smtp-server) that notes every command it is given. */
async function mailServer(options: SMTPServerOptions = {}, certificate: Certificate = good) {
  const commands: string[] = [];
  const server = new SMTPServer({
    ...certificate,
    authOptional: true,
    disableReverseLookup: true,
    logger: {
      debug: (entry: { tnx?: string }, ...words: unknown[]) => {
        if (entry.tnx === "command") commands.push(String(words.at(-1)));
      },
      info: () => {},
      error: () => {},
    } as unknown as boolean,
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise(resolve => server.close(resolve)));
  const address = server.server.address();
  return { port: typeof address === "object" && address !== null ? address.port : 0, commands };
}

/** A server that says exactly what a test wants. */
async function scripted(serve: (socket: Socket) => void): Promise<LoopbackServer> {
  const server = await listening(createServer(serve));
  closers.push(() => server.close());
  return server;
}

/** Greets, then answers each command with the reply whose key it begins with. */
const answering = (greeting: string, replies: Readonly<Record<string, string>>) =>
  scripted(socket => {
    socket.write(greeting);
    socket.on("data", data => {
      const command = Object.keys(replies).find(key => String(data).startsWith(key));
      socket.write(command === undefined ? "221 bye\r\n" : (replies[command] ?? ""));
    });
  });

const probe = (port: number, host = HOST, more: Partial<SmtpProberOptions> = {}): Promise<SmtpProbeResult> =>
  createSmtpProber({
    heloName: "probe.example.net",
    isAllowed: () => true,
    ca: authority.cert,
    port,
    deadlines: { connectMs: 500, totalMs: 1500 },
    ...more,
  }).probe(host, "127.0.0.1");

describe("a server with STARTTLS", () => {
  it("shows its version, its certificate and the digests of its chain", async () => {
    const { port } = await mailServer({ banner: "ready" });
    const result = await probe(port);
    if (result.status !== "starttls") throw new Error(`status ${result.status}`);
    expect(result.tlsVersion).toBe("TLSv1.3");
    expect(result.banner).toContain("ready");
    expect(result.certificate).toMatchObject({
      problem: null,
      issuer: "Test CA",
      names: [HOST, "*.wild.example.com"],
    });
    const leaf = new X509Certificate(good.cert);
    const root = new X509Certificate(authority.cert);
    const spki = leaf.publicKey.export({ type: "spki", format: "der" });
    expect(result.certificate.chain[0]).toEqual({
      certificate: leaf.raw.toString("hex"),
      certificateSha256: createHash("sha256").update(leaf.raw).digest("hex"),
      certificateSha512: createHash("sha512").update(leaf.raw).digest("hex"),
      publicKey: spki.toString("hex"),
      publicKeySha256: createHash("sha256").update(spki).digest("hex"),
      publicKeySha512: createHash("sha512").update(spki).digest("hex"),
    });
    expect(result.certificate.chain[1]?.certificate).toBe(root.raw.toString("hex"));
    expect(result.certificate.chain).toHaveLength(2);
  });

  it("is never offered mail or asked for a recipient", async () => {
    const { port, commands } = await mailServer();
    await probe(port);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(commands.map(line => line.split(" ")[0])).toEqual(["EHLO", "STARTTLS", "QUIT"]);
  });

  it.each([
    ["another name", () => authority.issue({ names: ["mail.example.com"] }), HOST, "name-mismatch"],
    ["a wildcard for one label", () => good, "a.wild.example.com", null],
    ["a wildcard for two labels", () => good, "a.b.wild.example.com", "name-mismatch"],
    ["a common name only", () => authority.issue({ names: [], commonName: HOST }), HOST, null],
    ["a past date", () => authority.issue({ names: [HOST], fromDay: -9, toDay: -1 }), HOST, "expired"],
    ["a future date", () => authority.issue({ names: [HOST], fromDay: 3, toDay: 9 }), HOST, "not-yet-valid"],
    ["its own signature", () => selfSigned({ names: [HOST] }), HOST, "self-signed"],
    ["a strange issuer", () => certificateAuthority("Stranger").issue({ names: [HOST] }), HOST, "untrusted"],
  ] as const)("with a certificate of %s has the problem told", async (_name, make, host, problem) => {
    const { port } = await mailServer({}, make());
    const result = await probe(port, host);
    expect(result.status === "starttls" && result.certificate.problem).toBe(problem);
  });

  it("may be as old as TLS 1.0", async () => {
    const { port } = await mailServer({
      minVersion: "TLSv1",
      maxVersion: "TLSv1",
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    expect(await probe(port)).toMatchObject({ status: "starttls", tlsVersion: "TLSv1" });
  });
});

describe("a server without working STARTTLS", () => {
  it("is told from one that hides it in a word", async () => {
    const { port } = await mailServer({ hideSTARTTLS: true, disabledCommands: ["STARTTLS"] });
    expect(await probe(port)).toMatchObject({ status: "no-starttls" });
    const server = await answering("220 hi\r\n", { EHLO: "250-mx\r\n250 STARTTLSX\r\n" });
    expect(await probe(server.port)).toMatchObject({ status: "no-starttls" });
    const greeting = await answering("220 hi\r\n", { EHLO: "250 STARTTLS.example.com\r\n" });
    expect(await probe(greeting.port)).toMatchObject({ status: "no-starttls" });
  });

  it("may not know EHLO at all", async () => {
    const server = await answering("220 old\r\n", { EHLO: "502 what\r\n" });
    expect(await probe(server.port)).toEqual({ status: "no-starttls", banner: "old" });
  });

  it("may offer it and then refuse or break it", async () => {
    const ehlo = "250-mx\r\n250-SIZE 1\r\n250 STARTTLS\r\n";
    const refusing = await answering("220 hi\r\n", { EHLO: ehlo, STARTTLS: "454 no\r\n" });
    expect(await probe(refusing.port)).toMatchObject({ status: "tls-failed" });
    const breaking = await scripted(socket => {
      socket.write("220 hi\r\n");
      socket.on("data", data => {
        if (String(data).startsWith("EHLO")) socket.write(ehlo);
        else if (String(data).startsWith("STARTTLS")) socket.write("220 go\r\n");
        else socket.write("this is not TLS\r\n");
      });
    });
    expect(await probe(breaking.port)).toMatchObject({ status: "tls-failed" });
  });

  it("may slip plaintext in before TLS, which is not obeyed", async () => {
    const server = await answering("220 hi\r\n", {
      EHLO: "250 mx\r\n250 STARTTLS\r\n".replace("250 mx", "250-mx"),
      STARTTLS: "220 go\r\n250 injected\r\n",
    });
    expect(await probe(server.port)).toEqual({ status: "not-reachable", reason: "protocol" });
  });
});

describe("greetings and replies", () => {
  it("may be of many lines and come in single octets", async () => {
    const { port } = await scripted(socket => {
      const script = "220-mx1 \r\n220-please\r\n220 wait\r\n";
      const timer = setInterval(() => socket.write(script[at++] ?? ""), 1);
      let at = 0;
      socket.on("close", () => clearInterval(timer));
      socket.on("data", () => socket.write("250-mx\r\n250 HELP\r\n"));
    });
    expect(await probe(port)).toEqual({ status: "no-starttls", banner: "mx1  please wait" });
  });

  it.each([
    ["554 5.7.1 blocked\r\n", "rejected"],
    ["421 busy\r\n", "rejected"],
    ["SSH-2.0-OpenSSH\r\n", "protocol"],
    ["220-a\r\n221 b\r\n", "protocol"],
    ["999 x\r\n", "protocol"],
    [`220-${"x".repeat(70_000)}`, "protocol"],
    ["220-x\r\n".repeat(300), "protocol"],
  ] as const)("greeting %j tells nothing: %s", async (greeting, reason) => {
    const server = await answering(greeting, {});
    expect(await probe(server.port)).toEqual({ status: "not-reachable", reason });
  });

  it("refused EHLO tells nothing about STARTTLS", async () => {
    const server = await answering("220 hi\r\n", { EHLO: "550 not you\r\n" });
    expect(await probe(server.port)).toEqual({ status: "not-reachable", reason: "rejected" });
  });
});

describe("silence", () => {
  it.each([
    ["before the greeting", () => scripted(socket => socket.resume())],
    ["after EHLO", () => scripted(socket => socket.resume() && socket.write("220 hi\r\n"))],
    [
      "in an endless greeting",
      () =>
        scripted(socket => {
          const timer = setInterval(() => socket.write("2"), 100);
          socket.resume().on("close", () => clearInterval(timer));
        }),
    ],
    [
      "in the TLS handshake",
      () =>
        answering("220 hi\r\n", { EHLO: "250-mx\r\n250 STARTTLS\r\n", STARTTLS: "220 go\r\n", "\u0016": "" }),
    ],
  ] as const)("%s ends at the deadline", async (_name, start) => {
    const server = await start();
    const started = performance.now();
    expect(await probe(server.port)).toEqual({ status: "not-reachable", reason: "timeout" });
    expect(performance.now() - started).toBeLessThan(2500);
  });

  it("hang-up and refusal are told from it", async () => {
    const hangUp = await scripted(socket => socket.end());
    expect(await probe(hangUp.port)).toEqual({ status: "not-reachable", reason: "protocol" });
    const gone = await scripted(() => {});
    await gone.close();
    expect(await probe(gone.port)).toEqual({ status: "not-reachable", reason: "refused" });
  });
});

describe("what is never connected to", () => {
  it.each(["127.0.0.1", "10.0.0.1", "::1", "::ffff:10.0.0.1", "169.254.169.254", "2130706433", "mx", ""])(
    "%s",
    async address => {
      const server = await scripted(() => {});
      const prober = createSmtpProber({ heloName: "probe.example.net", port: server.port });
      expect(await prober.probe(HOST, address)).toEqual({
        status: "not-reachable",
        reason: "forbidden-address",
      });
      expect(server.connections()).toBe(0);
    },
  );

  it("anything, when port 25 is closed from here, which is asked once", async () => {
    const server = await scripted(() => {});
    let asked = 0;
    const prober = createSmtpProber({
      heloName: "probe.example.net",
      port: server.port,
      isAllowed: () => true,
      portOpen: () => {
        asked += 1;
        return Promise.resolve(false);
      },
    });
    const results = await Promise.all([prober.probe(HOST, "127.0.0.1"), prober.probe(HOST, "127.0.0.2")]);
    const closed = { status: "not-reachable", reason: "port-25-closed" };
    expect(results).toEqual([closed, closed]);
    expect(asked).toBe(1);
    expect(server.connections()).toBe(0);
  });
});
