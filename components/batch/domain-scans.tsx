import type { ScansView } from "#lib/web/batch-view/batch-view.ts";
import { RefreshWhileUnderWay } from "../live/refresh-while-under-way.tsx";
import { count } from "../report/format.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ShareBar } from "./share-bar.tsx";

/** Domains in sight; the rest is folded. */
const SHOWN = 12;

/** Scans of the domains for which the failures may lie in their set-up. */
export function DomainScans({ scans, button }: { scans: ScansView; button: React.ReactNode }) {
  const { rows, asked, measured, failed, unscanned } = scans;
  if (asked === 0 && unscanned === 0) return null;
  const ended = measured + failed;
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
      {asked === 0 ? null : (
        <>
          <p className="mt-4">
            {measured} of {count(asked, "domain", "domains")} measured
            {failed === 0 ? "" : `, ${failed} could not be`}.
          </p>
          {ended < asked ? (
            <>
              <ShareBar share={ended / asked} className="mt-2 max-w-80" />
              <RefreshWhileUnderWay progress={ended} />
            </>
          ) : null}
          <Rows rows={rows.slice(0, SHOWN)} />
          {rows.length > SHOWN ? (
            <Disclosure summary={`The other ${rows.length - SHOWN}`} className="mt-3">
              <Rows rows={rows.slice(SHOWN)} />
            </Disclosure>
          ) : null}
        </>
      )}
      {unscanned === 0 ? null : (
        <div className="no-print mt-4 flex flex-wrap items-center gap-4">
          {scans.next === null ? null : button}
          <span className="text-13 text-ink-3">
            {count(unscanned, "more domain", "more domains")} without a scan
            {scans.next === null ? `; of one batch no more than ${scans.most} are measured` : ""}
          </span>
        </div>
      )}
    </section>
  );
}

const Rows = ({ rows }: Pick<ScansView, "rows">) => (
  <ul className="mt-4 border-t border-hairline">
    {rows.map(({ domain, href, letter, state }) => (
      <li key={domain} className="border-b border-hairline">
        <Row href={href}>
          <span className="text-21 font-semibold">{letter ?? <span className="text-ink-3">–</span>}</span>
          <span className="min-w-0 font-mono [overflow-wrap:anywhere]">{domain}</span>
          <span className="text-13 text-ink-2">{state}</span>
        </Row>
      </li>
    ))}
  </ul>
);

const ROW = "grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-baseline gap-x-4 px-1 py-2.5 sm:px-2";

/** A domain whose scan has not begun leads nowhere yet. */
const Row = ({ href, children }: { href: string | null; children: React.ReactNode }) =>
  href === null ? (
    <div className={ROW}>{children}</div>
  ) : (
    <a href={href} className={`${ROW} rounded-sm hover:bg-raised`}>
      {children}
    </a>
  );
