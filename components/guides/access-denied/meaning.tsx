import { Picture } from "../../report/picture.tsx";
import { GuideSection, Said, Text } from "../guide-parts.tsx";
import { Cite } from "./sources.tsx";

const PARTS: readonly { readonly said: string; readonly means: string }[] = [
  { said: "550", means: "A final refusal. Sending the same mail again gives the same answer." },
  {
    said: "5.4.1",
    means:
      "Registered as “No answer from host”. Microsoft uses it for its directory instead; here a host did answer.",
  },
  { said: "Recipient address rejected", means: "What was refused is the address behind RCPT TO, not you." },
  {
    said: "Access denied",
    means:
      "Nothing was denied to you in person. The words are older than Microsoft 365 and mean: no such address here.",
  },
  {
    said: "AS(201806281)",
    means:
      "In replies of 2019 to 2023. The number of the rule, the same for everybody: it says nothing about the cause.",
  },
  {
    said: "[DB1PEPF00039231.eurprd03.prod.outlook.com",
    means: "The Microsoft server that refused. Any name that ends in outlook.com tells you who spoke.",
  },
  {
    said: "2026-09-01T07:15:11.120Z 08DDE8F1A2B3C4D5]",
    means: "Time and session. Give both to the recipient’s administrator: Microsoft’s support asks for them.",
  },
];

/** What the reply says, word by word. */
export const Meaning = () => (
  <GuideSection id="meaning" title="What it means">
    <Text>
      Microsoft 365 keeps a list of the addresses of every domain at its outer edge. A server that wants to
      deliver names the recipient, the edge looks it up, and an address that is not on the list is refused at
      once. Microsoft calls this Directory-Based Edge Blocking, and says of it that the message is blocked
      before filtering even occurs.
      <Cite of={["dbeb"]} /> It does so for domains that are set to Authoritative. For one that is set to
      Internal relay every address is let in, and looked for behind the edge.
    </Text>
    <Text>
      So nobody has looked at your server, your domain or your mail. In about three of four cases the address
      is written wrongly or its owner has left; in most of the others it exists, and the list does not know it
      yet.
      <Cite of={["spamresource", "ndr541"]} />
    </Text>
    <Picture title="The reply, part by part">
      <dl className="grid gap-x-6 gap-y-3 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        {PARTS.map(({ said, means }) => (
          <div key={said} className="contents">
            <dt className="border-l-2 border-fail pl-3 font-mono text-15 [overflow-wrap:anywhere]">{said}</dt>
            <dd className="text-ink-2 max-md:mb-2 max-md:pl-3.5">{means}</dd>
          </div>
        ))}
      </dl>
    </Picture>
    <Text>
      <Said>All recipient addresses rejected : Access denied</Said> is the same refusal, told once more at
      DATA, after every single recipient had been refused. The reason lies in the refusals before it.
    </Text>
  </GuideSection>
);
