import { isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import { readTlsRptRecord, type TlsRptRecord } from "#lib/mail/tls-rpt/record.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";

export interface TlsRptEvidence {
  readonly record: TlsRptRecord;
}

export const tlsRptProbe = defineProbe({
  id: "tlsRpt",
  async gather({ domain, resolver }) {
    const answer = await resolver.lookup(`_smtp._tls.${domain}`, "TXT");
    if (isFailure(answer)) return dnsFailed(answer);
    return gathered({ record: readTlsRptRecord(recordsOf(answer).map(joinedText)) });
  },
});
