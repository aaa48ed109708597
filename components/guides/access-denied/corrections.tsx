import { GuideSection, Text } from "../guide-parts.tsx";
import { Cite, type SourceId } from "./sources.tsx";

interface Correction {
  readonly said: string;
  readonly so: string;
  readonly sources: readonly SourceId[];
}

const CORRECTIONS: readonly Correction[] = [
  {
    said: "Fix your SPF, DKIM and DMARC.",
    so: "The address is refused before any of them is looked at. When Microsoft refuses for them, it says so: 5.7.23 for SPF, 5.7.509 for DMARC, 5.7.515 for bulk senders without them, 4.7.26 over IPv6.",
    sources: ["dbeb", "ndrs"],
  },
  {
    said: "Your address is on a blocklist. Ask for removal.",
    so: "A blocked address gets 5.7.511 or 5.7.606 to 5.7.649, with the page where removal is asked for. A mail host that tested this refusal for hours found it unrelated to the reputation of addresses.",
    sources: ["ndrs", "mxroute"],
  },
  {
    said: "5.4.1 means that the host did not answer.",
    so: "That is the name in the registry, meant for 451 4.4.1. A host that does not answer sends no reply; this reply came from one that did.",
    sources: ["iana"],
  },
  {
    said: "It is temporary: wait and try again.",
    so: "It begins with 5, so it is final. It ends when an address or a directory changes, never by itself.",
    sources: ["rfc5321"],
  },
  {
    said: "Ask them to put you on their allow list.",
    so: "Allow lists belong to the filters behind the edge. Mail that is refused at the edge does not get that far.",
    sources: ["dbeb"],
  },
  {
    said: "The AS number is the reason.",
    so: "Everybody got the same one. It names the rule that answered, and newer replies leave it out.",
    sources: [],
  },
  {
    said: "Check the address with a verifier.",
    so: "Outlook.com watches for servers that ask for addresses without sending mail, and refuses them (550 SC-002). A verifier gets the same refusal that you have, for all the reasons above.",
    sources: [],
  },
];

/** What is often advised for this reply, and what is so. */
export const Corrections = () => (
  <GuideSection id="corrections" title="What others tell you, and what is so">
    <Text className="text-ink-2">
      Most articles about this reply list every reason for which mail is ever refused. Of these, none is the
      cause of this one. We check them all the same, and say so in the report.
    </Text>
    <dl className="mt-5 border-t border-hairline">
      {CORRECTIONS.map(({ said, so, sources }) => (
        <div
          key={said}
          className="grid break-inside-avoid gap-x-8 gap-y-1 border-b border-hairline py-4 md:grid-cols-[minmax(0,4fr)_minmax(0,7fr)]"
        >
          <dt className="text-ink-2">“{said}”</dt>
          <dd className="max-w-[62ch]">
            {so}
            {sources.length === 0 ? null : <Cite of={sources} />}
          </dd>
        </div>
      ))}
    </dl>
  </GuideSection>
);
