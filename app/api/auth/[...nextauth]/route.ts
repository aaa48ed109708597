import type { NextRequest } from "next/server";
import { configuredProviders } from "#lib/auth/providers.ts";
import { house } from "#lib/composition.ts";
import { askNextAuth } from "#lib/web/next-auth.ts";

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/**
 * Where providers send people back to, and where next-auth leads from there. Nothing else of next-auth can be
 * reached: links are used up, and providers are gone to, by the actions of /sign-in.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const path = (await params).nextauth;
  return isOpen(path)
    ? askNextAuth(path, request)
    : new Response("Not found.\n", { status: 404, headers: NOT_KEPT });
}

const NOT_KEPT = { "cache-control": "no-store" };

function isOpen([action, provider, ...rest]: readonly string[]): boolean {
  if (rest.length > 0) return false;
  if (action === "callback")
    return configuredProviders(house().settings.signIn).some(({ id }) => id === provider);
  return (action === "error" || action === "signin") && provider === undefined;
}
