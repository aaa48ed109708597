import { GuideSection, Said } from "../guide-parts.tsx";

const QUESTIONS: readonly { readonly asks: string; readonly answer: React.ReactNode }[] = [
  {
    asks: "Is it a hard bounce? Do I remove the address?",
    answer:
      "Yes, after the first one, if others at the domain get your mail. No, while the whole domain is refused or the route was wrong: then the addresses may be good.",
  },
  {
    asks: "Which is right for an unknown address, 5.1.1 or 5.4.1?",
    answer: (
      <>
        Both. <Said>5.1.1</Said> and <Said>5.1.10</Said> come from inside, when the mail had been let in.{" "}
        <Said>5.4.1</Said> comes from the edge.
      </>
    ),
  },
  {
    asks: "Can it be their spam filter after all?",
    answer:
      "We know of no case that was shown. Microsoft documents one cause for these words. We leave three in a hundred for a rule that nobody has documented, and no more.",
  },
  {
    asks: "How long until a repair works?",
    answer:
      "An alias in the cloud: usually minutes. Objects that are synchronised: up to a day. A domain that was just added: an hour, and as long as DNS takes. Gateways in front: their cache on top.",
  },
  {
    asks: "The bounce is a week old. Does it still hold?",
    answer: "It says how things were then. Send one new mail before you ask anybody to search.",
  },
];

/** What people ask next. */
export const Questions = () => (
  <GuideSection id="questions" title="What people ask next">
    <dl className="mt-4 grid gap-5">
      {QUESTIONS.map(({ asks, answer }) => (
        <div key={asks} className="max-w-[68ch] break-inside-avoid">
          <dt className="font-medium">{asks}</dt>
          <dd className="mt-0.5 text-ink-2">{answer}</dd>
        </div>
      ))}
    </dl>
  </GuideSection>
);
