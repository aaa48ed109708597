import { NO_HINTS } from "#lib/scan/define-probe.ts";
import { house } from "#lib/composition.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import type { ScanView } from "./scan-view/scan-view.ts";
import { viewScan } from "./scan-view/view-scan.ts";

const EXAMPLE = "broken-spf.example";

let made: Promise<ScanView | null> | null = null;

/** A real report on a sample domain, for the picture on the start page. Made once a process, without a network. */
export const exampleReport = (): Promise<ScanView | null> => (made ??= scanExample());

async function scanExample(): Promise<ScanView | null> {
  const domain = parseDomainInput(EXAMPLE);
  if (!domain.ok) return null;
  try {
    const { report } = await house().scanner({
      domain: domain.value.domain,
      hints: NO_HINTS,
      onProgress: () => {},
    });
    return viewScan(report);
  } catch {
    // The picture is an ornament: without it the page is complete.
    return null;
  }
}
