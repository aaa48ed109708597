import type { ReportedFailure } from "../bounce-report.ts";
import type { Fate } from "./batch-item.ts";

/**
 * What a failure means for a list of addresses. Removed is only what is dead more likely than that: a temporary reply,
 * a fault on the sender's side or an unclear cause never removes an address.
 */
export function fateOf({ addressDead, permanence, causes }: Judged): Fate {
  const probability = causes[0]?.probability ?? 0;
  if (addressDead === "yes") return probability >= SURE_ENOUGH ? "remove" : "ask";
  if (permanence === "temporary") return "retry";
  return addressDead === "no" && probability >= LIKELY ? "repair" : "ask";
}

type Judged = Pick<ReportedFailure, "addressDead" | "permanence" | "causes">;

/** A single 550 5.4.1 of Microsoft stands at 0.77; one of many for the same domain, none of them accepted, at 0.5. */
const SURE_ENOUGH = 0.65;
/** A cause that is a mere guess names nothing to repair. */
const LIKELY = 0.5;
