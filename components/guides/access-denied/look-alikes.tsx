import { DataTable } from "../../ui/data-table.tsx";
import { GuideSection, Said, Text } from "../guide-parts.tsx";
import { Cite } from "./sources.tsx";

const OTHERS: readonly {
  readonly said: string;
  readonly from: string;
  readonly means: string;
  readonly href: string | null;
}[] = [
  {
    said: "554 5.7.1 <jane@contoso.com>: Recipient address rejected: Access denied",
    from: "Postfix, usually the server you send through",
    means: "A rule of that server: log in, or send another way. Says nothing about the address.",
    href: "/codes/5.7.1",
  },
  {
    said: "550 5.7.64 TenantAttribution; Relay Access Denied",
    from: "Microsoft 365",
    means: "The inbound connector does not recognise the sending server any more.",
    href: "/codes/5.7.64",
  },
  {
    said: "554 5.4.14 Hop count exceeded - possible mail loop",
    from: "Microsoft 365",
    means: "Internal relay without a working connector. Another code, not a kind of 5.4.1.",
    href: "/codes/5.4.14",
  },
  {
    said: "550 5.1.10 RESOLVER.ADR.RecipientNotFound",
    from: "Microsoft 365, behind the edge",
    means: "The address does not exist; found out inside, or within the same organisation.",
    href: "/codes/5.1.10",
  },
  {
    said: "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup",
    from: "Microsoft 365",
    means: "The address exists, and takes mail from inside only.",
    href: "/codes/5.7.133",
  },
  {
    said: "541 5.4.1 Mail rejected by destination domain",
    from: "Zoho",
    means: "The recipient’s organisation blocks the sender by a rule.",
    href: "/codes/5.4.1",
  },
  {
    said: "451 4.4.1 No answer from host",
    from: "a sending server about itself",
    means: "The real meaning of X.4.1: nobody answered. It tries again.",
    href: "/codes/5.4.1",
  },
];

/** The same words or the same code with another meaning, and the same refusal in other words. */
export const LookAlikes = () => (
  <GuideSection id="look-alikes" title="Look-alikes, and the same in disguise">
    <Text>
      Microsoft took its words from Postfix, so the two are easily confused. The server that spoke tells them
      apart.
      <Cite of={["postfix"]} />
    </Text>
    <div className="mt-4">
      <DataTable caption="Replies that look alike and mean something else">
        <thead>
          <tr>
            <th scope="col">Reply</th>
            <th scope="col">Who says it</th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        <tbody>
          {OTHERS.map(({ said, from, means, href }) => (
            <tr key={said}>
              <th scope="row" className="min-w-56 font-mono">
                {href === null ? (
                  said
                ) : (
                  <a href={href} className="prose-link">
                    {said}
                  </a>
                )}
              </th>
              <td className="min-w-32">{from}</td>
              <td className="min-w-48">{means}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
    <h3 className="mt-8 text-17">The same refusal in another coat</h3>
    <Text>
      Systems that pass it on write their own code around it. What counts is the innermost reply, from
      outlook.com.
    </Text>
    <ul className="mt-3 grid max-w-[72ch] list-disc gap-1.5 pl-5 marker:text-ink-3">
      <li className="pl-1">
        Cisco:{" "}
        <Said>
          5.1.0 - Unknown address error 550-&apos;5.4.1 Recipient address rejected: Access denied. …&apos;
        </Said>
      </li>
      <li className="pl-1">
        Exchange on premises: <Said>Remote Server returned &apos;550 5.4.1 …&apos;</Said>, or no code at all
        in the part for people
      </li>
      <li className="pl-1">
        Mimecast: <Said>-- 5.4.1 Recipient address rejected</Said>, or <Said>Status: 5.0.0</Said> with the
        5.4.1 further in
      </li>
      <li className="pl-1">
        Salesforce: <Said>5.4.1 (no answer from host) Recipient address rejected</Said>, with the name from
        the registry pasted in
      </li>
      <li className="pl-1">Gmail heads it “Message blocked”; QQ Mail says that the address does not exist</li>
      <li className="pl-1">Sending services report it as 5.1.1 or 5.0.0, or as a “soft bounce”</li>
    </ul>
  </GuideSection>
);
