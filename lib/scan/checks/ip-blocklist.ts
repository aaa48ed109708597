import { blocklistOutcomes, blocklistVerdict, countRows, isCorroborated } from "../blocklist-outcomes.ts";
import { defineCheck, notApplicable } from "../define-check.ts";

/** Are the addresses that send this domain's mail on blocklists? */
export const ipBlocklist = defineCheck({
  id: "ip-blocklist",
  section: "reputation",
  question: "Are the servers that send this mail on a blocklist?",
  why: "Many receivers refuse mail from addresses that a blocklist names. Only addresses that are known to send are worth looking at, and only lists that prove to be alive.",
  reference: "RFC 5782, DNS blacklists and whitelists",
  weighty: false,
  needs: ["blocklists"],
  outcomes: blocklistOutcomes,
  run: ({ blocklists }, { need }) => {
    const addresses = need(blocklists.addresses);
    if (addresses.length === 0) return notApplicable("no-address-to-check");
    const rows = addresses.flatMap(address => address.rows);
    return [
      { outcome: "checked", args: countRows(rows), lookups: rows.flatMap(row => row.lookups) },
      ...addresses.flatMap(({ role, provider, rows: own }) =>
        own.map(row => blocklistVerdict(row, role, provider, isCorroborated(own))),
      ),
    ];
  },
});
