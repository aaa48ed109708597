import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface IdentityProvider {
  readonly url: string;
  /** Agrees, as the person who has those claims, to what the browser was sent here for; gives the code. */
  agree(authorizationUrl: string, claims: Readonly<Record<string, unknown>>): string;
  /** What `/user/emails` of GitHub says. */
  emails(list: readonly object[]): void;
  close(): Promise<void>;
}

/** A provider of identities on loopback: OpenID Connect with discovery, and the three calls of GitHub. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const granted = new Map<string, { claims: Readonly<Record<string, unknown>>; asked: URLSearchParams }>();
  let emails: readonly object[] = [];
  let latest: Readonly<Record<string, unknown>> = {};
  const server = createServer((request, response) => {
    void (async () => {
      const body = await answer(request);
      response.writeHead(body === null ? 400 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(body ?? { error: "invalid_grant" }));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage): Promise<object | null> {
    const { pathname } = new URL(request.url ?? "/", url);
    if (pathname.endsWith("/openid-configuration")) return discovery(issuerOf(pathname));
    if (pathname === "/jwks")
      return { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", use: "sig" }] };
    if (pathname === "/user/emails") return emails;
    if (pathname === "/user") return latest;
    return pathname.endsWith("token") ? exchange(new URLSearchParams(await textOf(request))) : null;
  }

  /** RFC 6749 4.1.3 with RFC 7636: the code is good once, for whoever knows what its challenge was made of. */
  function exchange(form: URLSearchParams): object | null {
    const grant = granted.get(form.get("code") ?? "");
    granted.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (grant === undefined || grant.asked.get("code_challenge") !== challenge) return null;
    latest = grant.claims;
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: url,
      aud: grant.asked.get("client_id"),
      iat: now,
      exp: now + 60,
      nonce: grant.asked.get("nonce") ?? undefined,
      ...grant.claims,
    };
    const isOpenId = (grant.asked.get("scope") ?? "").includes("openid");
    return {
      access_token: "an access token",
      token_type: "Bearer",
      scope: grant.asked.get("scope"),
      ...(isOpenId ? { id_token: signed(claims, privateKey) } : {}),
    };
  }

  const issuerOf = (pathname: string): string => url + pathname.replace(/\/\.well-known.*$/, "");

  const discovery = (issuer: string): object => ({
    issuer,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    userinfo_endpoint: `${url}/user`,
    response_types_supported: ["code"],
    id_token_signing_alg_values_supported: ["RS256"],
  });

  return {
    url,
    agree(authorizationUrl, claims) {
      const code = `code ${granted.size} ${Math.random()}`;
      granted.set(code, { claims, asked: new URL(authorizationUrl).searchParams });
      return code;
    },
    emails(list) {
      emails = list;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function signed(claims: object, key: KeyObject): string {
  const content = `${encode({ alg: "RS256", kid: "1", typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${createSign("sha256").update(content).sign(key, "base64url")}`;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
