import type { BounceEvent } from "#lib/bounce/vocabulary.ts";
import type { EventView } from "./bounce-view.ts";

/** What a report is that tells of no failure; null for one that does. */
export const viewEvent = (event: BounceEvent): EventView | null => EVENTS[event] ?? null;

const EVENTS: { readonly [Name in BounceEvent]?: EventView } = {
  auto_reply: {
    title: "This is an automatic answer, not a bounce",
    sentence:
      "The mail arrived. Somebody, or a program in their place, answers all mail in this way, for example during a holiday.",
    steps: [
      "Read what it says: it often names a stand-in or a date.",
      "Do not take the address off your lists for this.",
    ],
    status: "pass",
  },
  delivered: {
    title: "The mail was delivered",
    sentence: "This report says that it arrived. Nothing failed.",
    steps: ["Nothing has to be done. You or your program asked for a confirmation of delivery."],
    status: "pass",
  },
  relayed: {
    title: "The mail was passed on",
    sentence: "It left for a system that sends no confirmations. Nothing is known to have failed.",
    steps: ["If it does not arrive, another report will follow, as a rule within some days."],
    status: "info",
  },
  complaint: {
    title: "The recipient reported your mail as spam",
    sentence:
      "This is a complaint from a mailbox provider’s feedback loop. The mail was delivered, and the recipient does not want it.",
    steps: [
      "Take the address off your lists at once. Do not write to ask why.",
      "Look at where the address came from and how people can unsubscribe: one click has to be enough.",
      "Complaints of more than 1 in 1,000 mails harm the delivery of all your mail.",
    ],
    status: "warn",
  },
  challenge: {
    title: "The recipient’s system asks whether you are a person",
    sentence: "The mail waits until you answer. This is a challenge of a spam filter, not a bounce.",
    steps: [
      "Answer it only if you wrote to this person; follow a link only if you know where it leads.",
      "If you did not write to them, ignore it: somebody used your address.",
    ],
    status: "info",
  },
  not_a_bounce: {
    title: "This is not a bounce, as far as we can tell",
    sentence: "It could be read, but nothing in it says that a mail was refused, delayed or returned.",
    steps: [
      "Paste the whole report, from its first to its last line; the technical part at its end says most.",
      "In Outlook on the web: open the report, then More actions > View > View message source. In Gmail: Show original.",
    ],
    status: "inconclusive",
  },
  delayed: {
    title: "The mail is delayed, not lost",
    sentence: "A server could not hand it over yet and keeps trying, usually for two to five days.",
    steps: [
      "Do not send it again: it may arrive twice.",
      "If it is urgent, reach the person by another way.",
    ],
    status: "warn",
  },
  backscatter: {
    title: "This answers mail that you did not send",
    sentence: "Somebody used your address as a false sender, and a server sent its refusal to you.",
    steps: ["Ignore it. If many come, publish a DMARC policy, so that false mail is refused at once."],
    status: "info",
  },
  suppressed: {
    title: "The mail was not sent at all",
    sentence: "The sending service has this address on its suppression list.",
    steps: ["Find out there why: an earlier bounce, a complaint or an unsubscription."],
    status: "warn",
  },
  failed: {
    title: "A mail failed, and the report does not say for whom",
    sentence: "It could be read as a bounce, but it names neither an address nor a reply.",
    steps: ["Paste the whole report, with its technical part and what is attached to it."],
    status: "inconclusive",
  },
};
