import { notFound, redirect } from "next/navigation";
import { toServiceError } from "#lib/services/service-error.ts";
import { limitedPath } from "./limited-path.ts";

/**
 * What a page shows of a verb: its value, or the page that says why there is none. Whoever has to sign in comes
 * back to the path that is given.
 */
export async function orNotFound<Value>(answer: Promise<Value>, path?: string): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    const refusal = toServiceError(error);
    if (refusal?.code === "not-found") notFound();
    if (refusal?.code === "limited") redirect(limitedPath(refusal.retryAfter));
    if (refusal?.code === "unauthenticated") redirect(signInPath(path));
    throw error;
  }
}

const signInPath = (path: string | undefined): string =>
  path === undefined ? "/sign-in" : `/sign-in?returnTo=${encodeURIComponent(path)}`;
