import type { ExplainedNode, ExplainedTree } from "#lib/web/scan-view/explain-tree.ts";
import { cn } from "../ui/class-names.ts";
import { Explained } from "../ui/explained.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { STATUS_INK } from "../ui/status.tsx";
import { Picture } from "./picture.tsx";

/** The include tree as receivers walk it, with the running count of DNS lookups and where they stop. */
export function SpfTree({ spf }: { spf: ExplainedTree }) {
  const over = spf.lookups > spf.limit;
  return (
    <Picture
      title="SPF: what receivers look up"
      figure={
        <span className={cn("font-mono", over ? "font-semibold text-fail" : "text-ink-2")}>
          {spf.lookups} / {spf.limit} lookups
        </span>
      }
    >
      <ul className="text-15">
        <Branch node={spf.root} limit={spf.limit} root />
      </ul>
    </Picture>
  );
}

function Branch({ node, limit, root = false }: { node: ExplainedNode; limit: number; root?: boolean }) {
  const beyond = node.count !== null && node.count > limit;
  const first = node.count === limit + 1;
  return (
    <>
      {first ? <CutLine limit={limit} /> : null}
      <li className={cn(!root && "spf-branch")}>
        <div className={cn("flex flex-wrap items-center gap-x-3 py-1", beyond && "text-fail")}>
          <code className="break-all">
            <Term node={node} />
          </code>
          {node.service === null ? null : <span className="text-13 text-ink-3">{node.service}</span>}
          {node.note === null ? null : (
            <span className={cn("text-13 font-medium", STATUS_INK[node.note.status])}>
              <ForeignText text={node.note.text} />
            </span>
          )}
          {node.count === null ? null : (
            <span
              aria-hidden="true"
              className="h-0 min-w-4 grow border-t border-dotted border-hairline max-sm:hidden"
            />
          )}
          {node.count === null ? null : (
            <span
              className={cn(
                "max-sm:ml-auto font-mono text-13 whitespace-nowrap tabular-nums",
                beyond ? "font-semibold text-fail" : "text-ink-3",
              )}
            >
              <span className="sr-only">lookup number </span>
              {node.count}
            </span>
          )}
        </div>
        {node.children.length === 0 ? null : (
          <ul>
            {node.children.map((child, at) => (
              <Branch key={at} node={child} limit={limit} />
            ))}
          </ul>
        )}
      </li>
    </>
  );
}

function Term({ node: { term, meaning } }: { node: ExplainedNode }) {
  const text = <ForeignText text={term} />;
  return meaning === null ? text : <Explained meaning={meaning}>{text}</Explained>;
}

const CutLine = ({ limit }: { limit: number }) => (
  <li className="spf-branch spf-cut flex items-center gap-3 py-1.5 text-13 font-medium text-fail">
    Receivers stop here: {limit} lookups are used up
    <span aria-hidden="true" className="h-0 grow border-t border-dashed border-fail" />
  </li>
);
