import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { ProviderButtons } from "#components/sign-in/provider-buttons.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { configuredProviders } from "#lib/auth/providers.ts";
import { claimable } from "#lib/services/accounts/look-at-link.ts";
import { returnPath } from "#lib/services/accounts/schemas.ts";
import { house } from "#lib/composition.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { signInProblem } from "#lib/web/sign-in-problem.ts";
import { providerSignInAction, requestSignInAction } from "./actions.ts";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

interface Props {
  readonly searchParams: Promise<{ returnTo?: string | string[]; error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const { returnTo, error } = await searchParams;
  const path = returnPath(String(returnTo ?? ""));
  if (ctx.actor.kind === "account" && error === undefined) redirect(path);
  const problem = signInProblem(error);
  const claims = await claimable({ ctx });
  return (
    <PlainPage
      title="Sign in"
      lead="An account keeps your scans and bounces, and watches domains for you. There is no password: a link by mail is enough, also the first time."
      className="mx-auto max-w-md"
    >
      {problem === null ? null : (
        <Notice status="fail" role="alert" title={problem.title} className="mt-6">
          {problem.next}
        </Notice>
      )}
      <div className="mt-8">
        <SignInForm action={requestSignInAction} returnTo={path} />
        <ProviderButtons
          providers={configuredProviders(house().settings.signIn)}
          action={providerSignInAction}
          returnTo={path}
        />
      </div>
      {claims === 0 ? null : (
        <p className="mt-6 text-13 text-ink-3">
          What this browser asked for so far ({claims === 1 ? "one report" : `${claims} reports`}) will be in
          your account.
        </p>
      )}
    </PlainPage>
  );
}
