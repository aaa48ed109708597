import { Command, Step, Steps } from "../guide-parts.tsx";
import { Cite } from "./sources.tsx";

/** The administrator of the domain that refuses: the one who can end it. */
export const AdminRemedies = () => (
  <>
    <h3 id="recipient-admin" className="mt-10 text-17">
      The recipient’s administrator
    </h3>
    <Steps>
      <Step>
        One address or all of them? Ask the directory and the domain. Nothing in the message trace means that
        the mail was refused at the edge.
        <Command text="Get-Recipient -Identity jane@contoso.com | Format-List RecipientType*,EmailAddresses" />
        <Command text="Get-AcceptedDomain contoso.com | Format-List DomainType" />
        <Command text="Get-MessageTraceV2 -RecipientAddress jane@contoso.com" />
      </Step>
      <Step>
        It does not exist: create the mailbox, give it a licence, or add the address to one as an alias.
        <Command text="Set-Mailbox -Identity jane.doe@contoso.com -EmailAddresses @{add='jane@contoso.com'}" />
        Where the user is synchronised, Exchange Online refuses that: add it to proxyAddresses in your own
        Active Directory, and synchronise.
      </Step>
      <Step>
        It exists: wait up to 24 hours after a change. A synchronised user that stays missing: set the SMTP
        address to a temporary one, synchronise, set it back, synchronise again.
        <Command text="Start-ADSyncSyncCycle -PolicyType Delta" />
      </Step>
      <Step>
        The whole domain: have the list made anew. Set the domain to Internal relay, save, and back to
        Authoritative (Exchange admin centre, Mail flow, Accepted domains).
        <Command
          text={
            "Set-AcceptedDomain -Identity contoso.com -DomainType InternalRelay\nSet-AcceptedDomain -Identity contoso.com -DomainType Authoritative"
          }
        />
        While you migrate keep Internal relay until all recipients are there
        <Cite of={["dbeb"]} />, with a connector to the old server: without it mail goes round in circles
        (5.4.14).
      </Step>
      <Step>
        The domain came from another organisation (tenant): removing it there took its addresses off every
        object. Look whether they are back on the objects of the new one; the edge knows no address that none
        of them carries.
        <Command text="Get-Recipient -ResultSize Unlimited | Where-Object { $_.EmailAddresses -match '@contoso.com' } | Format-Table Name,PrimarySmtpAddress" />
      </Step>
      <Step>
        A dynamic group. Hybrid: a mail contact in Exchange Online with the same address.
        <Cite of={["dbeb"]} /> Cloud only: give the group an onmicrosoft.com address, and make it a member of
        an ordinary list that carries the public one.
        <Cite of={["cloudGroups"]} />
        <Command
          text={
            "Set-DynamicDistributionGroup -Identity Sales -PrimarySmtpAddress sales-members@contoso.onmicrosoft.com\nNew-DistributionGroup -Name 'Sales public' -PrimarySmtpAddress sales@contoso.com -Members sales-members@contoso.onmicrosoft.com\nSet-DistributionGroup -Identity 'Sales public' -RequireSenderAuthenticationEnabled $false"
          }
        />
      </Step>
      <Step>
        Public folders. On your own servers: synchronise them
        <Cite of={["folders"]} /> or turn on “Exchange Mail Public Folders” in Entra Connect. In Microsoft
        365: the edge does not know them at all, so the domain has to stay on Internal relay.
        <Cite of={["dbeb"]} />
      </Step>
      <Step>
        A gateway in front: bring its list of recipients up to date, and allow for its cache. Barracuda keeps
        a refusal for an hour and a half.
        <Cite of={["barracuda"]} />
      </Step>
      <Step>
        DNS: exactly one MX record, to the name that the admin centre shows for the domain. After a change
        allow for the time to live of the old record.
        <Command text="dig MX contoso.com" />
      </Step>
    </Steps>
  </>
);
