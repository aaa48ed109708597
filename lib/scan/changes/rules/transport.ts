import { defineChange } from "../define-change.ts";
import { listChange, listChangeWords } from "../list-change.ts";
import { textIn, textsIn } from "../said.ts";

const STS_MODES: Readonly<Record<string, string>> = {
  enforce: "enforce",
  testing: "testing",
  "none-mode": "none",
  absent: "no policy",
};

export const mtaStsChange = defineChange({
  check: "mta-sts",
  words: (before, after) => {
    const was = STS_MODES[before?.outcome ?? ""];
    const is = STS_MODES[after?.outcome ?? ""];
    return was === undefined || is === undefined ? null : `MTA-STS went from ${was} to ${is}`;
  },
  direction: (before, after) => {
    if (before?.outcome === "enforce" && after?.status === "info") return "worse";
    return after?.outcome === "enforce" && before?.status === "info" ? "better" : null;
  },
});

export const tlsRptChange = defineChange({
  check: "tls-rpt",
  matter: said => (said.outcome === "present" ? textsIn(said, "destinations").toSorted() : null),
  words: (before, after) => {
    if (before === null || after === null) return null;
    if (after.outcome === "absent") return "The TLS-RPT record is gone: nobody is told of failed encryption";
    if (before.outcome !== "present" || after.outcome !== "present") return null;
    const changed = listChangeWords(
      listChange(textsIn(before, "destinations"), textsIn(after, "destinations")),
    );
    return changed === null ? null : `Destinations of TLS reports changed: ${changed}`;
  },
});

export const dnssecChange = defineChange({
  check: "dnssec",
  words: (before, after) => {
    if (after?.outcome === "bogus")
      return "The DNSSEC signatures are wrong now, so many resolvers refuse the domain";
    if (before?.outcome === "bogus" && after?.outcome === "secure")
      return "The DNSSEC signatures are right again";
    if (before?.outcome === "secure" && after?.outcome === "insecure")
      return "The zone is not signed any more (DNSSEC)";
    return after?.outcome === "secure" ? "The zone is signed now (DNSSEC)" : null;
  },
  direction: (before, after) =>
    before?.outcome === "secure" && after?.outcome === "insecure" ? "worse" : null,
});

export const smtpStarttlsChange = defineChange({
  check: "smtp-starttls",
  matter: said => (said.outcome === "certificate-invalid" ? textIn(said, "reason") : null),
});
