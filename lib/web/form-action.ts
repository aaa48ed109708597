import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ServiceErrorCode } from "#lib/services/service-error.ts";
import { ServiceError, toServiceError } from "#lib/services/service-error.ts";
import { limitedPath } from "./limited-path.ts";
import { actionContext, type BrowserContext } from "./request-context.ts";
import { isForgedRequest } from "./same-origin.ts";

/** What a form shows of its last submission. Input is echoed only where a form asks for it: mostly the browser has it. */
export type FormState =
  | { readonly status: "idle" }
  /** Done, with what the work gave to show once: such as a link whose secret is not kept. */
  | { readonly status: "done"; readonly result: FormFields }
  | { readonly status: "invalid"; readonly field: string; readonly message: string; readonly kept?: string }
  | {
      readonly status: "refused";
      readonly code: ServiceErrorCode;
      readonly message: string;
      readonly kept?: string;
    };

export const IDLE: FormState = { status: "idle" };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** The fields of a form as a verb takes them: files apart, empty fields left out. */
export type FormFields = Readonly<Record<string, string>>;

export interface FormOptions {
  /** A field that is given back with a refusal where there is no script: the page that held it is gone then. */
  readonly keep?: string;
}

/**
 * Makes a server action of a verb. The request has to come from a page of this site; a refusal becomes state
 * for the form, everything else (a redirect too) passes. What the work does on success, it does itself.
 */
export const formAction =
  (
    work: (ctx: BrowserContext, fields: FormFields, data: FormData) => Promise<FormFields | void>,
    { keep }: FormOptions = {},
  ): FormAction =>
  async (_state, data) => {
    try {
      await refuseForgery();
      const result = await work(await actionContext(), fieldsOf(data), data);
      return result === undefined ? IDLE : { status: "done", result };
    } catch (error) {
      const refusal = toServiceError(error);
      if (refusal === null) throw error;
      await leaveIfPageFits(refusal);
      const { code, field, message } = refusal;
      const kept = await withoutScript(keep, data);
      return code !== "invalid" || field === null
        ? { status: "refused", code, message, ...kept }
        : { status: "invalid", field, message, ...kept };
    }
  };

/** More than this nobody types; a page with it would weigh too much. */
const MOST_KEPT = 200_000;

async function withoutScript(field: string | undefined, data: FormData): Promise<{ readonly kept?: string }> {
  const text = field === undefined || (await hasScript()) ? null : data.get(field);
  return typeof text === "string" && text.length <= MOST_KEPT ? { kept: text } : {};
}

/** A browser with JavaScript names the action in a header. */
const hasScript = async (): Promise<boolean> => (await headers()).get("next-action") !== null;

/**
 * Who has to sign in is led there. A form that was sent without JavaScript, and was too much at once, leads to
 * a page with the status that says so; with JavaScript the form says it and keeps what was typed.
 */
async function leaveIfPageFits({ code, retryAfter }: ServiceError): Promise<void> {
  if (code === "unauthenticated") redirect("/sign-in");
  if (code === "limited" && !(await hasScript())) redirect(limitedPath(retryAfter));
}

async function refuseForgery(): Promise<void> {
  const request = { method: "POST", url: "http://localhost/", headers: await headers() };
  if (isForgedRequest(request)) {
    throw new ServiceError("cross-site", "This form was not sent from a page of this site.");
  }
}

function fieldsOf(data: FormData): FormFields {
  const texts = [...data].filter(([name, value]) => typeof value === "string" && !name.startsWith("$ACTION"));
  return Object.fromEntries(
    texts.map(([name, value]) => [name, String(value)]).filter(([, text]) => text !== ""),
  );
}
