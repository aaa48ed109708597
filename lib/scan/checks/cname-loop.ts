import { defineCheck, outcome } from "../define-check.ts";
import { publishFix } from "../publish-steps.ts";

/** Does an alias lead in a circle? */
export const cnameLoop = defineCheck({
  id: "cname-loop",
  section: "dns",
  question: "Do the domain's aliases lead somewhere?",
  why: "A CNAME that leads back to itself, directly or over others, has no end. Every lookup of such a name fails, and what depends on it fails with it.",
  reference: "RFC 1034, aliases and canonical names",
  weighty: false,
  needs: ["aliases"],
  outcomes: {
    none: outcome<{ names: readonly string[] }>({
      status: "pass",
      title: () => "No alias that mail depends on leads in a circle",
      example: { names: ["example.com"] },
    }),
    loop: outcome<{ name: string; through: readonly string[] }>({
      status: "fail",
      title: ({ name }) => `The alias ${name} leads in a circle`,
      detail: ({ name, through }) =>
        `The way is ${[name, ...through].slice(0, 8).join(" → ")}. No resolver finds an answer.`,
      fix: ({ name, through }, context) =>
        publishFix(
          context,
          [],
          [
            `Break the circle at ${name}: ${through[0] === undefined ? "delete its CNAME record" : `delete its CNAME record, which leads to ${through[0]}`}, or point it at the name that holds the data.`,
          ],
        ),
      example: { name: "mail.example.com", through: ["mx.example.com", "mail.example.com"] },
    }),
  },
  run: ({ aliases: { names } }, { need }) => {
    const loops = names.flatMap(({ name, lookup, walk }) =>
      walk.ok && walk.value.loops ? [{ name, lookup, through: walk.value.through }] : [],
    );
    if (loops.length > 0) {
      return loops.map(({ name, lookup, through }) => ({
        outcome: "loop",
        args: { name, through },
        subject: name,
        lookups: [lookup],
      }));
    }
    for (const { walk } of names) need(walk);
    return { outcome: "none", args: { names: names.map(({ name }) => name) } };
  },
});
