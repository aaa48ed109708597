import type { Advice } from "./advice.ts";

/** The message itself, and the rules of the recipient's organisation. */
export const contentAdvice = {
  spam_content: {
    sender: [
      "Write the mail anew in plain words, with one link at most and without attachments, and see whether it passes.",
      "Reach the person by another way and ask them to look in quarantine or to add you to their contacts.",
    ],
    senderAdmin: [
      "Check the links and the signature: one listed domain in them is enough.",
      "Make SPF, DKIM and DMARC pass; unauthenticated mail is judged more strictly.",
      "For bulk mail: send only to people who asked for it, and offer a one-click unsubscribe.",
    ],
    recipientAdmin: [
      "Find the mail in the filter's log by time and sender, and release or allow it if it is wanted.",
    ],
  },
  malware_or_phishing: {
    sender: [
      "Do not send it again. Scan your computer, and the attached files with a second scanner.",
      "Look whether a link in the mail or your signature leads to a hacked page.",
    ],
    senderAdmin: ["Check the account for strange logins and the linked websites for injected pages."],
    recipientAdmin: [
      "If it is a false alarm, report it to the maker of the scanner with the name in the reply.",
    ],
  },
  attachment_policy: {
    sender: [
      "Share the file by a link instead of attaching it, or agree on a format that is allowed there.",
      "Do not rename the file to get round the filter.",
    ],
    senderAdmin: [
      "Tell your users which file types are refused widely: programs, scripts, macros, encrypted archives.",
    ],
    recipientAdmin: ["Release the attachment or change the rule, if you expect such files."],
  },
  content_rejected: {
    sender: ["Send the mail as simple text and leave out what the reply names."],
    senderAdmin: ["Check what your systems add to mail: footers, trackers, odd character sets."],
    recipientAdmin: ["Find the content rule that matched, in the filter's log."],
  },
  policy_rule_recipient: {
    sender: [
      "Ask the recipient to speak with their administrator: a rule of their organisation refused the mail.",
    ],
    senderAdmin: [],
    recipientAdmin: [
      "Search your mail flow rules and gateway policies for the one that refused, by time, sender and recipient, and add an exception.",
    ],
  },
  anti_spoofing_policy: {
    sender: ["Tell the recipient's administrator which service sends in the name of {domain}."],
    senderAdmin: [
      "Send with an address of your own domain; do not use the recipient's domain as the sender.",
    ],
    recipientAdmin: [
      "Add a bypass to the anti-spoofing policy for the service that may send in your name, by its addresses or its DKIM domain.",
    ],
  },
  policy_rejected: {
    sender: [
      "Ask the recipient by another way whether their administrator can see the reason; the reply does not name it.",
    ],
    senderAdmin: [
      "Check the basics that such policies look at: SPF, DKIM, DMARC, reverse DNS, blocklists.",
      "Send a very plain test mail to the same address: if it passes, the content was the reason.",
    ],
    recipientAdmin: ["Find the refusal in your log by the time and {ip}; it names the rule."],
  },
  message_too_large: {
    sender: [
      "Share the files by a link, or send them one by one. In transit files grow by a third.",
      "Do not send the same mail again.",
    ],
    senderAdmin: ["Offer your users a way to share large files, and refuse too large mail at the start."],
    recipientAdmin: ["Raise the size limit if such files are expected, on every server of the path."],
  },
  message_malformed: {
    sender: ["Send the mail again from another mail program, as plain text."],
    senderAdmin: [
      "Repair the program that made the mail: exactly one From, Date and Message-ID, lines of at most 998 characters ending in CR LF.",
    ],
    recipientAdmin: [],
  },
  eai_unsupported: {
    sender: ["Ask for an address without special letters; the server there cannot handle this one yet."],
    senderAdmin: ["Send with an ASCII address if the other side has no SMTPUTF8."],
    recipientAdmin: ["Turn on SMTPUTF8 on every server of the path."],
  },
  message_integrity: {
    sender: ["Send the mail again without encryption or signature, if that is allowed."],
    senderAdmin: [
      "Check the certificates of the signing or encrypting system, and that nothing changes the mail after it.",
    ],
    recipientAdmin: ["Check that the keys for this sender are present and valid."],
  },
} as const satisfies Readonly<Record<string, Advice>>;
