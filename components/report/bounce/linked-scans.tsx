import type { LinkedScan } from "#lib/web/bounce-view/bounce-view.ts";
import { ForeignText } from "../../ui/foreign-text.tsx";

interface LinkedScansProps {
  readonly scans: readonly LinkedScan[];
  readonly reader: "sender" | "other";
}

const SIDES = {
  sender: { yours: "Your side", theirs: "Their side" },
  other: { yours: "The sender’s side", theirs: "The recipient’s side" },
} as const;

/** The mail health of the domains on both sides, as far as it has been measured. */
export function LinkedScans({ scans, reader }: LinkedScansProps) {
  if (scans.length === 0) return null;
  return (
    <section aria-labelledby="domains" className="mt-20">
      <h2 id="domains" className="text-21">
        {scans.length > 2 ? "The domains" : "Both domains"}
      </h2>
      <ul className="mt-4 border-t border-hairline">
        {scans.map(scan => (
          <li key={scan.id} className="border-b border-hairline">
            <a
              href={`/scans/${scan.id}`}
              className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-baseline gap-x-4 rounded-sm px-1 py-3 hover:bg-raised sm:px-2"
            >
              <span className="text-21 font-semibold">
                {scan.result?.letter ?? <span className="text-ink-3">–</span>}
              </span>
              <span className="min-w-0">
                <span className="block font-mono [overflow-wrap:anywhere]">
                  <ForeignText text={scan.domain} />
                </span>
                <span className="block text-13 text-ink-2">
                  {SIDES[reader][scan.whose]}
                  {": "}
                  <ForeignText text={scan.result?.sentence ?? "being measured"} />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
