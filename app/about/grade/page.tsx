import type { Metadata } from "next";
import { GradePolicy } from "#components/docs/grade-policy.tsx";
import { ENGINE_VERSION } from "#lib/scan/engine-version.ts";
import {
  CAPPED_SCORE,
  CAPS,
  CHECK_WEIGHTS,
  LETTER_SCORES,
  LETTERS,
  SECTION_WEIGHTS,
} from "#lib/scan/grade.ts";
import { SECTIONS } from "#lib/scan/finding.ts";
import { checkById, CHECKS } from "#lib/scan/registry.ts";
import { SECTION_WORDS } from "#lib/web/section-words.ts";

export const metadata: Metadata = {
  title: "How the grade is made",
  description:
    "The whole policy that turns findings into a letter: weights, caps, and when there is no letter.",
  alternates: { canonical: "/about/grade" },
};

export default function GradePage() {
  return (
    <GradePolicy
      version={ENGINE_VERSION}
      letters={LETTERS.map(letter => ({ letter, least: LETTER_SCORES[letter] }))}
      sections={SECTIONS.filter(id => SECTION_WEIGHTS[id] > 0).map(id => ({
        title: SECTION_WORDS[id].title,
        question: SECTION_WORDS[id].question,
        weight: SECTION_WEIGHTS[id],
        checks: CHECKS.filter(check => check.section === id).map(({ id: check, question, weighty }) => ({
          id: check,
          question,
          weighty,
          weight: CHECK_WEIGHTS[check] ?? 1,
        })),
      }))}
      caps={CAPS.map(({ check, outcome }) => ({
        id: check,
        question: checkById(check)?.question ?? check,
        outcome,
      }))}
      capped={LETTERS.find(letter => CAPPED_SCORE >= LETTER_SCORES[letter]) ?? "F"}
    />
  );
}
