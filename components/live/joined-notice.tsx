import { dateTime } from "../report/format.ts";
import { Notice } from "../ui/notice.tsx";

/** Said to somebody who asked for a new scan while another one of the same domain was under way. */
export const JoinedNotice = ({ requestedAt }: { requestedAt: string }) => (
  <Notice
    status="info"
    role="status"
    title="A scan of this domain was under way when you asked. This is that scan."
    className="no-print mt-6 max-w-[72ch]"
  >
    It was asked for on {dateTime(requestedAt)}. What was published after that may not be in it.
  </Notice>
);
