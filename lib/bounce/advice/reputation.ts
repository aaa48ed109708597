import type { Advice } from "./advice.ts";

const TELL_ADMIN =
  "Pass this report on to whoever runs your mail server; in an emergency write from another account.";

/** Lists, reputation and rates: what the receiver thinks of the sending server and domain. */
export const reputationAdvice = {
  ip_blocklisted: {
    sender: [TELL_ADMIN, "Do not send again in a loop: it keeps the listing alive."],
    senderAdmin: [
      "Find the cause first: a hacked account, a form that anybody can use, a neighbour on the same address.",
      "When it is stopped, ask the list named in the reply to remove {ip}; a removal without a cause found does not last.",
      "If {ip} belongs to a shared service, ask that service: only it can act.",
    ],
    recipientAdmin: [
      "Let this sender through by hand if the mail is urgent; check that your list queries do not go through a public resolver.",
    ],
  },
  ip_blocklisted_private: {
    sender: [TELL_ADMIN, "Do not send again in a loop: every attempt counts against your server."],
    senderAdmin: [
      "Stop the cause: a hacked account, bulk mail without consent, a neighbour on the same address.",
      "Ask {provider} for removal at the page or address in the reply, with the whole reply and {ip}.",
      "Public blocklists do not matter here: being absent from them does not help with a private list.",
    ],
    recipientAdmin: ["Allow this sender if you want its mail."],
  },
  ip_policy: {
    sender: ["Send through your provider's mail server (SMTP with login) instead of directly."],
    senderAdmin: [
      "Use a relay of your provider (smart host), or an address that is meant for servers, with reverse DNS of its own.",
      "If {ip} is such an address, ask your provider to take it off the policy list.",
    ],
    recipientAdmin: [],
  },
  domain_blocklisted: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Find out which domain is meant: the sender's, the server's, or one linked in the mail or signature.",
      "Look for a hacked website or redirects on it, clean up, and ask the list for removal.",
    ],
    recipientAdmin: ["Allow the domain by hand if the mail is urgent."],
  },
  reputation_low: {
    sender: [TELL_ADMIN, "Do not send again in a loop: it lowers the reputation further."],
    senderAdmin: [
      "Send less for some weeks, first to people who open your mail; remove unknown and silent addresses.",
      "Make SPF, DKIM and DMARC pass, so that the good mail counts for your domain.",
      "Look for hacked accounts and forms that anybody can use.",
      "A request for delisting does not help: reputation grows by behaviour.",
    ],
    recipientAdmin: ["Allow this sender if you want its mail."],
  },
  sender_blocked_by_recipient: {
    sender: [
      "Ask the person by another way whether they, or their organisation, have blocked you, perhaps by mistake.",
      "Do not try from other accounts: that is what filters expect from spammers.",
    ],
    senderAdmin: ["If it is bulk mail, take the address off the list: they do not want it."],
    recipientAdmin: [
      "Search the block lists of the organisation and of {recipient} for the sender, its domain and {ip}.",
    ],
  },
  rate_limited: {
    sender: ["Wait some hours and send again, to fewer people."],
    senderAdmin: [
      "Slow down towards {provider}: fewer messages an hour and fewer connections; let the queue retry.",
      "Raise the volume of a new address over weeks, not days.",
      "Look for a script in a loop or a hacked account.",
    ],
    recipientAdmin: ["If the mail comes through a gateway of your own, exempt it from the limit."],
  },
  greylisted: {
    sender: ["Nothing to do: your server tries again by itself, and the second try is taken."],
    senderAdmin: [
      "Let the same server address try again after 5 to 15 minutes, and go on for at least a day.",
      "If a pool of addresses sends in turn, pin the retries to one of them.",
    ],
    recipientAdmin: ["Exempt well-known senders from greylisting if mail comes late."],
  },
  too_many_connections: {
    sender: ["Nothing to do: your server tries again by itself."],
    senderAdmin: [
      "Open fewer connections at once to {domain}, for example two, and send several messages over each.",
    ],
    recipientAdmin: [],
  },
  too_many_recipients: {
    sender: ["Send the mail to smaller groups, or use a mailing list."],
    senderAdmin: ["Limit the recipients per message to {domain}, for example to 50, and split the rest."],
    recipientAdmin: [],
  },
} as const satisfies Readonly<Record<string, Advice>>;
