import { Notice } from "../ui/notice.tsx";

/** Says that mail stays here, where no mail server is configured. */
export const MailFolderNotice = () => (
  <Notice status="info" title="Mail does not leave this installation" className="mt-6 max-w-2xl">
    No mail server is set up. Mails are written to the folder <code className="text-13">outbox</code> in the
    data directory, one file each. Whoever runs this installation can set{" "}
    <code className="text-13">SMTP_URL</code>.
  </Notice>
);
