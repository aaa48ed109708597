import type { Sample } from "#components/home/samples.tsx";

/** Domains of the built-in sample zone: real scans of made-up domains, without any network. */
export const SAMPLE_DOMAINS: readonly Sample[] = [
  { text: "healthy.example", label: "healthy.example", about: "Everything in order" },
  { text: "broken-spf.example", label: "broken-spf.example", about: "An SPF record nobody can evaluate" },
  { text: "parked.example", label: "parked.example", about: "No mail, and it says so" },
];
