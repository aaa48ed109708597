import { Command, GuideSection, Said, Text } from "../guide-parts.tsx";
import { CauseCase } from "./cause-case.tsx";
import { Cite } from "./sources.tsx";

/** Each cause with what speaks for it, what speaks against it, and how to look. */
export const Causes = () => (
  <GuideSection id="causes" title="The causes, and how to tell them apart">
    <Text className="text-ink-2">
      How often each is met is our estimate from public reports, for replies of which nothing else is known.
      One look at the MX record can turn it round.
    </Text>
    <CauseCase
      id="wrong"
      title="The address is wrong or gone"
      often="about 75 in 100"
      who="the sender"
      signs={[
        "The server that refused is the one that the domain’s MX record names today.",
        "Others at the same domain get your mail.",
        "The address is a letter or two away from one that works.",
      ]}
      against={["The person answers mail from others, or got yours last week."]}
    />
    <CauseCase
      id="edge"
      title="The address exists, and the edge does not know it"
      often="about 12 in 100"
      who="the recipient’s administrator"
      signs={[
        "Mail from inside the organisation arrives, mail from outside is refused.",
        "The administrator’s message trace shows nothing at all: the mail never got in.",
        "A new user or alias, less than a day old; a restored or unlicensed one.",
        "A group or a public folder: info@, sales@, all@.",
        "Exchange servers of their own beside Microsoft 365 (hybrid).",
      ]}
      against={["The organisation is in the cloud only, and nothing was changed for weeks."]}
    >
      <p className="mt-3">
        Dynamic distribution groups are never on the list.
        <Cite of={["groups", "dbeb"]} /> New users have been missing from it for days.
        <Cite of={["replication"]} />
      </p>
    </CauseCase>
    <CauseCase
      id="domain"
      title="The domain itself is out of order"
      often="about 5 in 100"
      who="the recipient’s administrator"
      signs={[
        "Several people of the domain are refused, nobody gets through.",
        "The domain was just added or moved, or set to Authoritative before all recipients were there.",
        "It has just moved from one Microsoft 365 organisation (tenant) to another, and the addresses were not added anew there.",
        "More than one MX record, and the Microsoft one is new.",
      ]}
      against={["A single other address of the domain takes your mail."]}
    />
    <CauseCase
      id="route"
      title="Your mail took an old way"
      often="about 4 in 100, but nearly certain when the MX record says so"
      who="the sender’s administrator"
      signs={[
        "The MX record names somebody else today, and outlook.com refused.",
        "The name in the reply belongs to another domain: fabrikam-com.mail.protection.outlook.com for contoso.com.",
        "Your server has a fixed route, a partner connector or a smart host for this domain.",
      ]}
      against={["The MX record names exactly the server that refused."]}
    >
      <Command text="dig +short MX contoso.com" />
    </CauseCase>
    <CauseCase
      id="gateway"
      title="A gateway stands in front, and knows other addresses"
      often="comes on top of the first two"
      who="the recipient’s administrator"
      signs={[
        "The MX record names Mimecast, Proofpoint, Barracuda, Cisco or another gateway, or an Exchange server of their own.",
        "The bounce was written by that server, and quotes outlook.com inside.",
      ]}
      against={["The MX record leads to Microsoft itself."]}
    >
      <p className="mt-3">
        The gateway took the mail and could not hand it on. After a repair its cache goes on refusing for a
        while.
        <Cite of={["barracuda"]} />
      </p>
    </CauseCase>
    <CauseCase
      id="forwarding"
      title="The address forwards to a dead one"
      often="comes on top of the first"
      who="the owner of the first address"
      signs={[
        "The address in the bounce is not the one you wrote to.",
        "The bounce was written by a server of the domain you wrote to.",
      ]}
      against={["Both addresses are the same."]}
    />
    <CauseCase
      id="forged"
      title="You did not send it"
      often="rare"
      who="the sender’s administrator"
      signs={[
        "The returned mail is not yours, and its Received lines name servers that you do not know.",
        "Your SPF record ends in ~all or ?all, or there is no DMARC policy.",
      ]}
      against={["It is in your sent mail."]}
    />
    <CauseCase
      id="relay"
      title="“Relay Access Denied”: another 5.4.1"
      often="only with these words"
      who="both administrators"
      signs={[
        "The domain is an accepted domain of no organisation at Microsoft, and its MX record points there all the same.",
        "A hybrid connector presents a certificate or address that no longer fits.",
      ]}
      against={["The words are “Recipient address rejected”."]}
    >
      <p className="mt-3">
        The name of the code is all that both have in common: <Said>550 5.4.1 Relay Access Denied</Said>{" "}
        speaks of the domain or the connection, not of one address.
        <Cite of={["relay"]} />
      </p>
    </CauseCase>
  </GuideSection>
);
