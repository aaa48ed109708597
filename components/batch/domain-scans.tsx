import type { ScansView } from "#lib/web/batch-view/batch-view.ts";
import { RefreshWhileUnderWay } from "../live/refresh-while-under-way.tsx";
import { count } from "../report/format.ts";

/** Scans of the domains for which the failures may lie in their set-up. */
export function DomainScans({ scans, button }: { scans: ScansView; button: React.ReactNode }) {
  if (scans.rows.length === 0 && scans.unscanned === 0) return null;
  return (
    <section aria-labelledby="domains" className="mt-16">
      <h2 id="domains" className="text-21">
        The domains themselves
      </h2>
      <p className="mt-1 max-w-[62ch] text-ink-2">
        Where a failure may come from how a domain is set up, its mail health says more than the reply. A 550
        5.4.1 of Microsoft 365 removes an address only once its domain’s MX record has been held against the
        server that refused.
      </p>
      <ul className="mt-4 border-t border-hairline">
        {scans.rows.map(({ domain, href, letter, state }) => (
          <li key={domain} className="border-b border-hairline">
            <a
              href={href}
              className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-baseline gap-x-4 rounded-sm px-1 py-2.5 hover:bg-raised sm:px-2"
            >
              <span className="text-21 font-semibold">{letter ?? <span className="text-ink-3">–</span>}</span>
              <span className="min-w-0 font-mono [overflow-wrap:anywhere]">{domain}</span>
              <span className="text-13 text-ink-2">{state}</span>
            </a>
          </li>
        ))}
      </ul>
      {scans.underWay ? <RefreshWhileUnderWay /> : null}
      {scans.unscanned === 0 ? null : (
        <div className="no-print mt-4 flex flex-wrap items-center gap-4">
          {button}
          <span className="text-13 text-ink-3">
            {count(scans.unscanned, "more domain", "more domains")} without a scan
          </span>
        </div>
      )}
    </section>
  );
}
