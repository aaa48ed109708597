import { Notice } from "../../ui/notice.tsx";

/** What a reader who is not the owner does not see. */
export function RemovedNotice({ removed }: { removed: readonly string[] }) {
  if (removed.length === 0) return null;
  const list = `${removed.slice(0, -1).join(", ")} and ${removed.at(-1) ?? ""}`;
  return (
    <Notice status="info" title="Without personal data" className="mt-8 max-w-[72ch]">
      Taken out of this report: {removed.length > 1 ? list : removed[0]}. “…” stands where something was. The
      refused address itself is in the message that came with the link.
    </Notice>
  );
}
