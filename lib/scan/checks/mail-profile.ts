import { defineCheck, outcome } from "../define-check.ts";

/** What does this domain do with mail? */
export const mailProfile = defineCheck({
  id: "mail-profile",
  section: "profile",
  question: "What does this domain do with mail?",
  why: "A domain without mail has other duties than one that sends newsletters. Each is judged by its own rules, so that a parked domain can be in perfect order.",
  reference: "RFC 7505, the null MX; RFC 7208 section 10.1.2, domains that send no mail",
  weighty: false,
  needs: ["profile"],
  outcomes: {
    "sends-and-receives": outcome({
      status: "info",
      title: () => "It sends and receives mail",
      example: {},
    }),
    "receives-only": outcome({
      status: "info",
      title: () => "It receives mail and says that it sends none",
      example: {},
    }),
    "sends-only": outcome({
      status: "info",
      title: () => "It sends mail and receives none",
      example: {},
    }),
    parked: outcome({
      status: "info",
      title: () => "It neither sends nor receives mail",
      detail: () =>
        "Such a domain is safe when it says so: a null MX, an SPF record of “v=spf1 -all”, and a DMARC policy of reject.",
      example: {},
    }),
  },
  run: ({ profile }) => ({ outcome: profile.kind, args: {} }),
});
