"use client";

import { useActionState } from "react";
import type { Status } from "#lib/scan/finding.ts";
import type { FormAction, FormFields } from "#lib/web/form-action.ts";
import type { ProofView } from "#lib/web/watch-view/proof-view.ts";
import { Refusal } from "../forms/refusal.tsx";
import { RecordBlock } from "../report/record-block.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusGlyph } from "../ui/status.tsx";

interface ProofPanelProps {
  readonly id: string;
  readonly domain: string;
  readonly proof: ProofView;
  readonly check: FormAction;
  readonly renew: FormAction;
}

/** The record that proves control, and the button that looks for it. */
export function ProofPanel({ id, domain, proof, check, renew }: ProofPanelProps) {
  const [checked, submitCheck, checking] = useActionState(check, { status: "idle" });
  const [renewed, submitRenew, renewing] = useActionState(renew, { status: "idle" });
  return (
    <div className="mt-4 grid gap-4">
      <p className="flex items-start gap-2.5">
        <StatusGlyph status={GLYPHS[proof.state]} className="mt-1 shrink-0" />
        <span>
          <strong className="font-medium">{HEADINGS[proof.state]}</strong> {proof.words}
        </span>
      </p>
      {proof.state === "open" ? <RecordBlock record={proof.record} zone={domain} /> : null}
      {proof.state === "proven" ? (
        <Disclosure summary="The record">
          <RecordBlock record={proof.record} zone={domain} />
        </Disclosure>
      ) : null}
      {checked.status === "done" ? <Answer result={checked.result} /> : null}
      <div className="no-print flex flex-wrap gap-2">
        {proof.state === "expired" ? null : (
          <form action={submitCheck} className="contents">
            <input type="hidden" name="id" value={id} />
            <Button type="submit" look={proof.state === "open" ? "primary" : "plain"} disabled={checking}>
              {checking ? "Looking" : "Check now"}
            </Button>
          </form>
        )}
        {proof.state === "proven" ? null : (
          <form action={submitRenew} className="contents">
            <input type="hidden" name="id" value={id} />
            <Button type="submit" look={proof.state === "expired" ? "primary" : "plain"} disabled={renewing}>
              Make a new value
            </Button>
          </form>
        )}
        <Refusal state={checked} />
        <Refusal state={renewed} />
      </div>
    </div>
  );
}

const Answer = ({ result: { status, title = "", detail } }: { result: FormFields }) => (
  <Notice status={STATUSES[status ?? ""] ?? "info"} title={title} role="status" className="animate-arrive">
    {detail === undefined ? undefined : <ForeignText text={detail} />}
  </Notice>
);

const STATUSES: Readonly<Record<string, Status>> = {
  pass: "pass",
  warn: "warn",
  inconclusive: "inconclusive",
};

const GLYPHS = { proven: "pass", open: "info", expired: "warn" } as const;
const HEADINGS = { proven: "Control is proven.", open: "Not proven yet.", expired: "Not proven." } as const;
