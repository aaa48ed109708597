import { Picture } from "../../report/picture.tsx";
import { GuideSection, Text } from "../guide-parts.tsx";

interface Question {
  readonly asks: string;
  readonly how: string;
  /** The answer that ends the search. */
  readonly answer: string;
  readonly leadsTo: string;
  readonly who: string;
  readonly href: string;
}

const QUESTIONS: readonly Question[] = [
  {
    asks: "Does it say “Relay Access Denied”?",
    how: "Read the words behind 5.4.1.",
    answer: "Yes",
    leadsTo: "Microsoft does not serve this domain, or not for this server",
    who: "Both administrators",
    href: "#relay",
  },
  {
    asks: "Did a Microsoft server say it?",
    how: "A name in the brackets or beside “said:” ends in outlook.com.",
    answer: "No",
    leadsTo: "A look-alike: the same words with another meaning",
    who: "Depends on who spoke",
    href: "#look-alikes",
  },
  {
    asks: "Did you send this mail?",
    how: "Look in your sent mail for the subject and time.",
    answer: "No",
    leadsTo: "Somebody used your address; this is the echo",
    who: "Your administrator",
    href: "#forged",
  },
  {
    asks: "Does the domain’s mail go to Microsoft today?",
    how: "dig +short MX contoso.com ends in protection.outlook.com, in mx.microsoft, or in the name of a gateway.",
    answer: "No",
    leadsTo: "Your mail took an old way",
    who: "Your administrator",
    href: "#route",
  },
  {
    asks: "Are all addresses of the domain refused?",
    how: "Other people there are refused the same way, and nobody gets through.",
    answer: "Yes",
    leadsTo: "The domain itself is out of order",
    who: "Their administrator",
    href: "#domain",
  },
  {
    asks: "Does the address exist?",
    how: "Ask the person by telephone. Mail from colleagues arrives there.",
    answer: "Yes",
    leadsTo: "The edge does not know it yet",
    who: "Their administrator",
    href: "#edge",
  },
];

/** Six questions, each of which may end the search. The picture is the list. */
export const Decision = () => (
  <GuideSection id="decision" title="Which case is yours? Six questions">
    <Text>Answer from the top. Where your answer is the one with the arrow, follow it; otherwise go on.</Text>
    <Picture title="From the reply to the cause">
      <ol className="decision">
        {QUESTIONS.map(({ asks, how, answer, leadsTo, who, href }) => (
          <li key={asks}>
            <div className="decision-question">
              <p className="font-medium">{asks}</p>
              <p className="text-13 text-ink-2">{how}</p>
            </div>
            <p className="decision-answer">
              {answer}
              <span aria-hidden="true"> →</span>
            </p>
            <div className="decision-end">
              <a href={href} className="prose-link font-medium">
                {leadsTo}
              </a>
              <p className="text-13 text-ink-2">{who}</p>
            </div>
          </li>
        ))}
        <li>
          <div className="decision-last">
            <a href="#wrong" className="prose-link font-medium">
              The address is wrong or gone
            </a>
            <p className="text-13 text-ink-2">About three of four. You, the sender.</p>
          </div>
        </li>
      </ol>
    </Picture>
  </GuideSection>
);
