import { z } from "zod";
import { writeLetter } from "#lib/mailer/write-letter.ts";
import { signInToken } from "../../accounts/sign-in-token.ts";
import { defineMail } from "../define-message.ts";

const SignInMail = z.object({
  to: z.string(),
  /** The address of this site as the person reached it. */
  site: z.string(),
  requestId: z.string(),
  minutes: z.number(),
});

/** The mail with the link that signs in. It reads the same whether there is an account or not. */
export const signInMail = defineMail({
  kind: "sign-in",
  payload: SignInMail,
  compose: ({ to, site, requestId, minutes }, { secret }) =>
    writeLetter({
      to,
      subject: `Sign in to Mailtriage at ${new URL(site).host}`,
      parts: [
        { part: "text", text: `Somebody, probably you, asked to sign in to Mailtriage as ${to}.` },
        {
          part: "link",
          label: "Sign in",
          url: `${site}/sign-in/confirm?token=${signInToken(secret, requestId)}`,
        },
        {
          part: "text",
          text: `The link works once, within ${minutes} minutes, and only in the browser in which you asked for it.`,
        },
        { part: "note", text: "If it was not you, do nothing: without this link nobody gets in." },
      ],
    }),
});
