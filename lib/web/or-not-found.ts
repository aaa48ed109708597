import { notFound } from "next/navigation";
import { toServiceError } from "#lib/services/service-error.ts";

/** What a page shows of a verb: its value, or the not-found page where the verb found nothing. */
export async function orNotFound<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    if (toServiceError(error)?.code === "not-found") notFound();
    throw error;
  }
}
