import Papa from "papaparse";
import { expect, test } from "vitest";
import { scanCsv } from "#lib/web/exports/scan-csv.ts";
import { viewScan } from "#lib/web/scan-view/view-scan.ts";
import { runScenario } from "../support/run-scenario.ts";

test("a report as a table names the records to publish, whole", async () => {
  const report = await runScenario({
    must: [],
    zone: `$ORIGIN example.com.
@ 300 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ 300 IN NS ns1
@ 300 IN MX 10 mx1
@ 300 IN TXT "v=spf1 mx +all"
ns1 300 IN A 192.0.2.1
mx1 300 IN A 192.0.2.2
`,
  });
  const { data } = Papa.parse<Record<string, string>>(scanCsv(viewScan(report)), { header: true });
  const recordsOf = (check: string) => data.find(row => row["check"] === check)?.["records"];
  expect(recordsOf("spf-all")).toMatch(/^replace TXT example\.com v=spf1 mx [~-]all$/);
  expect(recordsOf("dmarc-present")).toMatch(/^create TXT _dmarc\.example\.com v=DMARC1; p=none/);
  expect(recordsOf("domain-exists")).toBe("");
});
