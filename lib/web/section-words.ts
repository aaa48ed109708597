import type { SectionId } from "#lib/scan/finding.ts";

/** What a section is called, and what it asks. */
export const SECTION_WORDS: {
  readonly [Section in SectionId]: { readonly title: string; readonly question: string };
} = {
  profile: { title: "Profile", question: "What is this domain used for?" },
  delivery: { title: "Delivery", question: "Can mail reach this domain?" },
  authentication: { title: "Authentication", question: "Can others tell real mail from forged?" },
  transport: { title: "Transport", question: "Is mail protected on its way?" },
  reputation: { title: "Reputation", question: "Is anyone refusing this domain or its servers?" },
  dns: { title: "DNS", question: "Is the zone itself sound?" },
};
