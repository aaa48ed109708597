import type { ServerAction } from "./doors.ts";

export type Fields = Readonly<Record<string, string>>;

export interface ActionAnswer {
  readonly status: number;
  /** What the form would show: idle and done are successes, as is being led on. */
  readonly outcome: "success" | "refused";
  readonly text: string;
}

/** Calls a server action as the browser does: the state and the form, in the encoding of React. */
export async function callAction(
  base: string,
  action: ServerAction,
  { fields, headers, page }: { fields: Fields; headers: Fields; page: string },
): Promise<ActionAnswer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(`_1_${name}`, value);
  body.set("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  const response = await fetch(new URL(page, base), {
    method: "POST",
    body,
    redirect: "manual",
    headers: { "next-action": action.id, ...headers },
  });
  const text = await response.text();
  return { status: response.status, outcome: outcomeOf(response, text), text };
}

function outcomeOf(response: Response, text: string): ActionAnswer["outcome"] {
  const ledTo = response.headers.get("x-action-redirect");
  if (ledTo !== null) return /^\/(?:sign-in|limited)(?:[?;]|$)/u.test(ledTo) ? "refused" : "success";
  if (response.status >= 400) return "refused";
  return /"status":"(?:idle|done)"/u.test(text) ? "success" : "refused";
}
