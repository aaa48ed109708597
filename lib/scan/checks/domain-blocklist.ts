import { blocklistOutcomes, blocklistVerdict, countRows, isCorroborated } from "../blocklist-outcomes.ts";
import { defineCheck, notApplicable } from "../define-check.ts";

/** Is the domain itself on blocklists? */
export const domainBlocklist = defineCheck({
  id: "domain-blocklist",
  section: "reputation",
  question: "Is the domain itself on a blocklist?",
  why: "Filters look up the domains they find in addresses and links. A listed domain is refused whatever server sends it.",
  reference: "RFC 5782, domain name lists",
  weighty: false,
  needs: ["blocklists"],
  outcomes: blocklistOutcomes,
  run: ({ blocklists: { domain: rows } }) => {
    if (rows.length === 0) return notApplicable("no-address-to-check");
    return [
      { outcome: "checked", args: countRows(rows), lookups: rows.flatMap(row => row.lookups) },
      ...rows.map(row => blocklistVerdict(row, "domain", null, isCorroborated(rows))),
    ];
  },
});
