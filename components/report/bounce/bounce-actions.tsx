import { Download, Share2 } from "lucide-react";
import { ButtonLink } from "../../ui/button.tsx";
import { PrintButton } from "../print-button.tsx";

interface BounceActionsProps {
  /** "/bounces/<id>" or "/r/<token>". */
  readonly base: string;
  /** Only the owner may share. */
  readonly mine: boolean;
}

/** What can be done with a bounce report. */
export const BounceActions = ({ base, mine }: BounceActionsProps) => (
  <div className="no-print flex flex-wrap gap-2">
    {mine ? (
      <ButtonLink href={`${base}/share`} size="small">
        <Share2 aria-hidden="true" />
        Share
      </ButtonLink>
    ) : null}
    <ButtonLink href={`${base}/report.json`} size="small" download>
      <Download aria-hidden="true" />
      JSON
    </ButtonLink>
    <PrintButton />
  </div>
);
