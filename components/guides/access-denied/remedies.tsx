import { Command, GuideSection, Step, Steps } from "../guide-parts.tsx";
import { AdminRemedies } from "./admin-remedies.tsx";

/** What each party does, in order. */
export const Remedies = () => (
  <GuideSection id="remedies" title="What each side does">
    <h3 id="sender" className="mt-8 text-17">
      You, who wrote the mail
    </h3>
    <Steps>
      <Step>Compare the address letter by letter with a reply from this person, or with their website.</Step>
      <Step>
        Delete the suggestion that your mail program offers, and type the address anew. Old suggestions live
        for years.
      </Step>
      <Step>
        Reach the person by another way. If the address is right, give them the whole line with the brackets:
        only their administrator can do something.
      </Step>
      <Step>Do not send again in a loop. The refusal is final until something changes over there.</Step>
    </Steps>

    <h3 id="sender-admin" className="mt-10 text-17">
      Your administrator
    </h3>
    <Steps>
      <Step>
        Compare the server that refused with today’s MX record. If they differ, look for fixed routes, partner
        connectors, smart hosts and a stale DNS cache.
        <Command text="dig +short MX contoso.com" />
      </Step>
      <Step>
        Exchange: is the domain still an accepted domain of your own, although it moved elsewhere? Then mail
        never leaves.
        <Command text="Get-AcceptedDomain | Format-Table DomainName,DomainType" />
        <Command text="Get-SendConnector | Where-Object { $_.AddressSpaces -match 'contoso.com' } | Format-List Name,SmartHosts,AddressSpaces" />
      </Step>
      <Step>
        Postfix: a transport map, and what it really does.
        <Command text="postmap -q contoso.com hash:/etc/postfix/transport; postconf relayhost transport_maps" />
      </Step>
      <Step>
        Mailing lists: take the address off after the first refusal. Keep it when the whole domain is refused
        or the route was wrong.
      </Step>
      <Step>Leave SPF, DKIM, DMARC and delisting forms alone, as far as this reply goes.</Step>
    </Steps>
    <AdminRemedies />
  </GuideSection>
);
