import { fateOf } from "#lib/bounce/batch/fate.ts";
import type { BatchItem, RouteFinding } from "#lib/bounce/batch/batch-item.ts";
import type { DirectoryRefusal } from "#lib/bounce/batch/directory-refusal.ts";
import { shares541 } from "#lib/bounce/rank-541.ts";
import { answersTo } from "#lib/bounce/with-causes.ts";
import type { Route } from "./evidence.ts";
import { reasonsIn } from "./facts.ts";
import { hintsReplacedBy, saysNoMail } from "./join-evidence.ts";
import { rankWithEvidence } from "./rank-with-evidence.ts";
import { refuserOf } from "./refuser.ts";
import { routeFacts } from "./route-facts.ts";

/** A directory refusal (550 5.4.1) of a batch, as far as it was kept. */
export interface KeptRefusal extends Pick<BatchItem, "provider" | "replyCode"> {
  readonly domain: string;
  readonly event: BatchItem["detail"]["event"];
  readonly refusal: DirectoryRefusal;
}

/** What a batch says of a refusal once it is known where mail for its domain goes today. */
export interface JudgedByRoute extends Pick<BatchItem, "cause" | "permanence" | "addressDead" | "fate"> {
  readonly probability: number;
  readonly found: RouteFinding["found"];
}

/**
 * Judges a directory refusal by today's MX record: that of the host which refused confirms that the address is the
 * fault, any other says that the mail took an old way. The same tables as for a single bounce.
 */
export function judgeByRoute(kept: KeptRefusal, route: Route): JudgedByRoute | null {
  const { domain, provider, refusal } = kept;
  const refuser = refuserOf({
    provider,
    replies: [refusal],
    remoteMta: null,
    remoteIp: null,
    reportingMta: refusal.reporter,
  });
  const found = reasonsIn(routeFacts({ domain, route: { ok: true, value: route } }, refuser));
  const replaced = hintsReplacedBy(found);
  const codes = refusal.evidence.filter(code => !replaced.includes(code));
  const shares = shares541([...codes, ...found.map(({ code }) => code)]);
  const gone = found.filter(({ code }) => saysNoMail(code));
  const causes = rankWithEvidence({ causes: shares.map(one => ({ ...one, for: [], against: [] })) }, gone);
  const [top] = causes;
  const answers = answersTo(causes, kept);
  if (top === undefined || answers === null) return null;
  const { permanence, addressDead } = answers;
  return {
    cause: top.cause,
    probability: top.probability,
    permanence,
    addressDead,
    fate: fateOf({ permanence, addressDead, causes }),
    found,
  };
}
