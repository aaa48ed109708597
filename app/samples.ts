import type { Sample } from "#components/home/samples.tsx";

/** Domains of the built-in sample zone: real scans of made-up domains, without any network. */
export const SAMPLE_DOMAINS: readonly Sample[] = [
  { text: "healthy.example", label: "healthy.example: everything in order" },
  { text: "broken-spf.example", label: "broken-spf.example: SPF that nobody can evaluate" },
  { text: "parked.example", label: "parked.example: no mail, and it says so" },
];
