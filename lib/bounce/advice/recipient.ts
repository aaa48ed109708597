import type { Advice } from "./advice.ts";

/** The recipient's address or mailbox is the problem. */
export const recipientAdvice = {
  recipient_unknown: {
    sender: [
      "Check the address letter by letter against a reply from this person or their website.",
      "Delete the suggestion that your mail program offers for {recipient} and type the address anew.",
      "Ask the person by phone or another way for the right address.",
      "Do not send again to the same address: the refusal is final, and repeated attempts harm the standing of your server.",
    ],
    senderAdmin: [
      "Take {recipient} off every mailing list after this one refusal.",
      "If many addresses of a list are unknown, stop sending to it and find out where the addresses came from.",
    ],
    recipientAdmin: [
      "Check whether {recipient} should exist; if so, create it, or add it to a mailbox as an alias.",
      "If you use a gateway or a relay in front, check that its list of recipients contains the address.",
    ],
  },
  recipient_not_in_edge_directory: {
    sender: [
      "Reach the person by another way and pass on the technical line; keep the address.",
      "Do not send again before their administrator has looked: nothing on your side can change the answer.",
    ],
    senderAdmin: [
      "Do not ask for a removal from a blocklist: this refusal has nothing to do with your server.",
    ],
    recipientAdmin: [
      "Check that {recipient} is in the directory that your mail edge asks, and that the synchronisation runs.",
      "After adding an address allow up to 24 hours for the directories to catch up.",
    ],
  },
  recipient_syntax: {
    sender: [
      "Look for blanks, commas, missing dots, a second @ or quotation marks in {recipient}, and write it anew.",
    ],
    senderAdmin: ["If a form or program made this address, let it check addresses before it accepts them."],
    recipientAdmin: [],
  },
  recipient_ambiguous: {
    sender: ["Ask the person for a more exact address, or write to them by another way."],
    senderAdmin: [],
    recipientAdmin: ["Find the entries that share {recipient} and give the address to one of them only."],
  },
  recipient_moved: {
    sender: [
      "Read the reply: it may name the new address. Otherwise ask the person or their organisation for it.",
    ],
    senderAdmin: ["Replace or remove {recipient} in your lists."],
    recipientAdmin: ["If the old address should still work for a while, set up a forwarding."],
  },
  recipient_disabled: {
    sender: [
      "Reach the person by another way: the mailbox exists but is switched off.",
      "Do not keep trying: a disabled mailbox is rarely switched on again.",
    ],
    senderAdmin: [
      "Take {recipient} off your lists; abandoned mailboxes are turned into traps for spammers later.",
    ],
    recipientAdmin: [
      "Enable or license the mailbox of {recipient} again, or delete it so that senders get a clear answer.",
    ],
  },
  mailbox_full: {
    sender: [
      "Tell the person by another way that their mailbox is full.",
      "Send again in a day or two, without large attachments.",
      "Do not send the same mail many times: each attempt fails while the mailbox is full.",
    ],
    senderAdmin: [
      "Keep the address, but pause it after several days of the same answer: full mailboxes are often abandoned.",
    ],
    recipientAdmin: [
      "Free space or raise the quota of {recipient}; check for a rule or archive that no longer runs.",
    ],
  },
  recipient_restricted: {
    sender: [
      "Ask the owner of {recipient} to let you write to it, or write to a person there instead.",
      "Do not try from other accounts: only the people on the list may write.",
    ],
    senderAdmin: [
      "Check that your users write to people outside, not to internal lists of another organisation.",
    ],
    recipientAdmin: [
      "If outsiders should be able to write, allow senders from outside for {recipient} or add this sender to its list.",
    ],
  },
  recipient_rate_limited: {
    sender: ["Wait an hour and send again.", "Do not send more in the meantime: every attempt counts."],
    senderAdmin: ["Slow down automatic mail to this mailbox, or bundle it into fewer messages."],
    recipientAdmin: [
      "Look for a flood of mail into {recipient}, such as alerts or a loop between two automatic answers.",
    ],
  },
  recipient_changed_owner: {
    sender: ["Ask the person for their present address: {recipient} now belongs to somebody else."],
    senderAdmin: ["Remove the address and every account that is tied to it."],
    recipientAdmin: [],
  },
  forwarding_target_dead: {
    sender: [
      "Tell the person by another way that mail to them is forwarded to an address that refuses it.",
      "Keep the address you wrote to: it exists.",
    ],
    senderAdmin: [],
    recipientAdmin: [
      "Find the forwarding of the address that was written to and correct or remove its target.",
    ],
  },
  list_expansion: {
    sender: ["Write to the members directly, or tell the owner of {recipient}."],
    senderAdmin: [],
    recipientAdmin: [
      "Check the members of {recipient}: look for deleted members, nested groups and members outside.",
    ],
  },
} as const satisfies Readonly<Record<string, Advice>>;
