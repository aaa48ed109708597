import type { Advice } from "./advice.ts";

/** The account or service that sends. */
export const accountAdvice = {
  smtp_auth_required: {
    sender: [
      "Turn on authentication for the outgoing server in your mail program: user name, password or sign-in, port 587 with STARTTLS.",
      "If you use two-step sign-in, you may need an app password.",
    ],
    senderAdmin: [
      "Devices and programs: let them log in, or use a relay that knows their address.",
      "Server to server: the other side takes this mail only from logged-in clients; check that you send to its MX host on port 25.",
    ],
    recipientAdmin: ["Allow anonymous senders on the connector that faces the internet."],
  },
  sending_account_blocked: {
    sender: [
      "Change your password and ask your administrator to unblock the account.",
      "Do not try from other accounts before the cause is found: they will be blocked too.",
    ],
    senderAdmin: [
      "Secure the account: new password, end all sessions, check forwarding rules and app permissions.",
      "Then lift the block in the administration of the mail service, or ask its support.",
    ],
    recipientAdmin: [],
  },
  sending_quota: {
    sender: [
      "Wait until the limit is free again, usually 24 hours after the first message.",
      "Use a mailing service for large mailings.",
    ],
    senderAdmin: ["Check whether the account was hacked; otherwise raise the limit or spread the sending."],
    recipientAdmin: [],
  },
  suppressed: {
    sender: [
      "The mail was not sent at all. Ask the person whether the address works, then ask your administrator to remove it from the suppression list.",
    ],
    senderAdmin: [
      "Look in the sending service why the address is suppressed: bounce, complaint or unsubscription.",
      "Remove it from the list only if the reason is gone. Never after a complaint.",
    ],
    recipientAdmin: [],
  },
} as const satisfies Readonly<Record<string, Advice>>;
