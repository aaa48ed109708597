import type { MessageWords } from "./languages.ts";

export const english: MessageWords = {
  subjectToThem: "Your mail server refuses mail to {recipient}",
  subjectToUs: "Our mail to {recipient} was refused",
  greeting: "Hello,",
  happenedToThem: "a mail to {recipient} came back. Your mail system refused it:",
  happenedToUs: "my mail to {recipient} came back. This is what the other side's server said:",
  theAddress: "this address",
  labels: {
    recipient: "Recipient",
    sender: "Sender",
    time: "Time",
    messageId: "Message-ID",
    server: "Server",
    reply: "Reply",
  },
  kinds: {
    directory:
      "This is the reply of Microsoft 365's Directory-Based Edge Blocking: the address is not in the directory of your tenant. It is given before any filter looks at the mail, so SPF, DKIM, DMARC and blocklists have nothing to do with it, and the message trace shows nothing. Please check whether {recipient} should exist. If it does exist, allow up to 24 hours after changes, set the proxy address anew, or, if the whole domain is affected, set the accepted domain to Internal relay, save, and back to Authoritative. Dynamic distribution groups and on-premises public folders need a mail contact or synchronisation. These commands show the state:",
    mailbox:
      "Please check whether the mailbox {recipient} exists, is switched on and has room, and where its mail is forwarded to.",
    refused:
      "It seems that a rule, a list or a filter of yours refused the mail. Please look it up in your log by time and recipient, and let mail from this sender through if it is welcome.",
    route:
      "It seems that mail for this domain does not reach the right server. Please check the MX record, that its hosts answer on port 25 from outside, that they know the domain and its addresses, and that their certificate is valid.",
    system: "The reply points to a fault of the receiving server. Please look in its log at the time given.",
    authentication:
      "The reply says that our mail does not prove where it comes from. Please check SPF, DKIM and DMARC of our domain and the reverse DNS and greeting name of the sending server, above all whether the service that sent this mail is listed and signs with our domain.",
    reputation:
      "The reply says that our sending server or domain has a bad standing there, or sends too much. Please look for the cause first (a hacked account, a form open to everybody, bulk mail), stop it, and then ask the list or the receiver named in the reply for removal.",
    account:
      "The reply points to our own sending side: a limit or block of the account, a missing login, or an outdated route to that domain (transport maps, connectors, smart hosts, DNS cache). Please check it with the technical line above.",
  },
  thanks: "Thank you.",
};
