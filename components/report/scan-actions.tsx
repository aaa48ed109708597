import { Eye, Share2 } from "lucide-react";
import type { FormAction } from "#lib/web/form-action.ts";
import { ButtonLink } from "../ui/button.tsx";
import { DownloadMenu } from "./download-menu.tsx";
import { PrintButton } from "./print-button.tsx";
import { RescanButton } from "./rescan-button.tsx";

interface ScanActionsProps {
  readonly id: string;
  /** Only who asked for a scan may share it. */
  readonly mine: boolean;
  /** Where the domain is watched, or can be; null for whoever has no account. */
  readonly watch: WatchLink | null;
  readonly rescan: FormAction;
}

export interface WatchLink {
  readonly href: string;
  readonly isWatched: boolean;
}

/** What can be done with a report. */
export function ScanActions({ id, mine, watch, rescan }: ScanActionsProps) {
  return (
    <div className="no-print flex flex-wrap gap-2">
      {mine ? (
        <ButtonLink href={`/scans/${id}/share`} size="small" look="primary">
          <Share2 aria-hidden="true" />
          Share
        </ButtonLink>
      ) : null}
      <RescanButton scan={id} action={rescan} />
      {watch === null ? null : (
        <ButtonLink href={watch.href} size="small">
          <Eye aria-hidden="true" />
          {watch.isWatched ? "Watched" : "Watch this domain"}
        </ButtonLink>
      )}
      <DownloadMenu base={`/scans/${id}`} />
      <PrintButton />
    </div>
  );
}
