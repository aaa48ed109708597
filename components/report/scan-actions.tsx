import { Share2 } from "lucide-react";
import type { FormAction } from "#lib/web/form-action.ts";
import { ButtonLink } from "../ui/button.tsx";
import { DownloadMenu } from "./download-menu.tsx";
import { PrintButton } from "./print-button.tsx";
import { RescanButton } from "./rescan-button.tsx";

interface ScanActionsProps {
  readonly id: string;
  /** Only who asked for a scan may share it. */
  readonly mine: boolean;
  readonly rescan: FormAction;
}

/** What can be done with a report. */
export function ScanActions({ id, mine, rescan }: ScanActionsProps) {
  return (
    <div className="no-print flex flex-wrap gap-2">
      {mine ? (
        <ButtonLink href={`/scans/${id}/share`} size="small" look="primary">
          <Share2 aria-hidden="true" />
          Share
        </ButtonLink>
      ) : null}
      <RescanButton scan={id} action={rescan} />
      <DownloadMenu base={`/scans/${id}`} />
      <PrintButton />
    </div>
  );
}
