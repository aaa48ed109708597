import type { Sample } from "#components/home/samples.tsx";

/** Domains of the built-in sample zone: real scans of made-up domains, without any network. */
export const SAMPLE_DOMAINS: readonly Sample[] = [
  { fields: { text: "healthy.example" }, label: "healthy.example", about: "Everything in order" },
  {
    fields: { text: "broken-spf.example" },
    label: "broken-spf.example",
    about: "An SPF record nobody can evaluate",
  },
  { fields: { text: "parked.example" }, label: "parked.example", about: "No mail, and it says so" },
];

/** Bounces about the same domains: real reports on made-up mail (data/samples), without any network. */
export const SAMPLE_BOUNCES: readonly Sample[] = [
  {
    fields: { sample: "unknown-address" },
    label: "550 5.4.1 Access denied",
    about: "The refusal everybody blames SPF for",
  },
  { fields: { sample: "not-in-spf" }, label: "550 5.7.26 Unauthenticated", about: "A server missing in SPF" },
  { fields: { sample: "old-route" }, label: "A German report", about: "Mail that takes an old way" },
];
