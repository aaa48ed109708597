import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import type { Operation } from "#lib/api/v1/define-operation.ts";
import { house } from "#lib/composition.ts";
import { authenticateApiKey } from "#lib/services/api-keys/authenticate.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { payForRequest } from "#lib/services/limits/request.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";

const CHALLENGE = 'Bearer realm="mailtriage"';

/**
 * Who calls: the holder of the key in the Authorization header, or somebody without one where the operation lets
 * them in. No cookie counts here, so that no page can borrow a visitor's authority. Refuses with `key-missing`,
 * `key-invalid` or `limited`.
 */
export async function callerOf(request: Request, { access }: Operation): Promise<ServiceContext> {
  const stranger: ServiceContext = {
    ...house(),
    actor: { kind: "program" },
    clientAddress: parseIpAddress(request.headers.get("x-forwarded-for") ?? ""),
  };
  if (access === "public") return stranger;
  const authorization = request.headers.get("authorization");
  const ctx = authorization === null ? stranger : await holderOf(authorization, stranger);
  if (ctx === stranger && (access === "key" || !house().settings.anonymousApi)) throw keyMissing();
  await payForRequest({ ctx });
  return ctx;
}

async function holderOf(authorization: string, ctx: ServiceContext): Promise<ServiceContext> {
  const [, secret = ""] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  const actor = await authenticateApiKey({ ctx, input: { secret } });
  if (actor === null) throw keyInvalid();
  return { ...ctx, actor };
}

/** RFC 6750 section 3.1: a request without a key is told no error code. */
const keyMissing = () =>
  new ApiProblem("key-missing", {
    detail: "This needs a key in the Authorization header: Bearer mt_live_…",
    headers: { "www-authenticate": CHALLENGE },
  });

const keyInvalid = () =>
  new ApiProblem("key-invalid", {
    detail: "The Authorization header holds no key that opens anything.",
    headers: { "www-authenticate": `${CHALLENGE}, error="invalid_token"` },
  });
