/** Where the statements of the guide come from; they are cited by name. */
export const SOURCES = {
  dbeb: {
    title: "Microsoft: Use Directory-Based Edge Blocking to reject messages sent to invalid recipients",
    href: "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/use-directory-based-edge-blocking",
    says: "quotes this reply and says that the message is blocked before filtering occurs; Internal relay while migrating; dynamic groups and public folders",
  },
  ndr541: {
    title: "Microsoft: Fix NDR error 550 5.4.1",
    href: "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-550-5-4-1",
    says: "lists directory repairs only: the address, the object, the accepted domain",
  },
  ndrs: {
    title: "Microsoft: Email non-delivery reports in Exchange Online",
    href: "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online",
    says: "the codes that Microsoft has for SPF, DMARC, blocked addresses and rates: 5.7.23, 5.7.509, 5.7.606 to 5.7.649 and others",
  },
  relay: {
    title: "Microsoft: “550 5.4.1 Relay Access Denied” (KB2827473)",
    href: "https://support.microsoft.com/help/2827473",
    says: "the other 5.4.1: the domain or the client is not served",
  },
  iana: {
    title: "IANA: SMTP enhanced status codes",
    href: "https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml",
    says: "registers X.4.1 as “No answer from host”, to go with 451",
  },
  rfc5321: {
    title: "RFC 5321, 4.2.1: reply codes",
    href: "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1",
    says: "a reply that begins with 5 is final: do not repeat the same request",
  },
  mxroute: {
    title: "MXroute: Adjustments to outbound rejections",
    href: "https://headwayapp.co/mxroute-changelog/adjustments-to-outbound-rejections-137432",
    says: "a mail host that tested this refusal for hours and found that it has nothing to do with the reputation of addresses",
  },
  spamresource: {
    title: "Spam Resource: 550 5.4.1? It (most often) means User Unknown (2025)",
    href: "https://www.spamresource.com/2025/02/550-541-it-most-often-means-user-unknown.html",
    says: "what a newsletter gets when people leave their company",
  },
  groups: {
    title: "OfficeDocs-Exchange 1142, 2078: dynamic groups refuse outsiders with 5.4.1",
    href: "https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/2078",
    says: "dynamic distribution groups are not in the edge directory, hybrid or not",
  },
  cloudGroups: {
    title: "OfficeDocs-Exchange 2413: a way round for cloud-only organisations",
    href: "https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/2413",
    says: "an ordinary list with the public address, and the dynamic group as its member",
  },
  replication: {
    title: "OfficeDocs-Exchange 2056: new users not replicated to the edge",
    href: "https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/2056",
    says: "mail from inside arrives while outsiders are refused",
  },
  folders: {
    title: "Microsoft CSS: Sync-ModernMailPublicFolders",
    href: "https://microsoft.github.io/CSS-Exchange/PublicFolders/MailPublicFolderSync/Sync-ModernMailPublicFolders/",
    says: "the script that makes on-premises public folders known",
  },
  postfix: {
    title: "Postfix: access(5)",
    href: "https://www.postfix.org/access.5.html",
    says: "where the look-alike “Recipient address rejected: Access denied” comes from",
  },
  barracuda: {
    title: "Barracuda: email cache policies",
    href: "https://campus.barracuda.com/product/essentials/doc/169287426/email-cache-policies",
    says: "a refusal is repeated from the cache for an hour and a half",
  },
} as const satisfies Readonly<Record<string, { title: string; href: string; says: string }>>;

export type SourceId = keyof typeof SOURCES;

const ORDER = Object.keys(SOURCES);

/** Links to entries of the list at the end of the guide. */
export const Cite = ({ of }: { of: readonly SourceId[] }) => (
  <span className="ml-1 text-13 whitespace-nowrap">
    {of.map(id => (
      <a
        key={id}
        href={`#source-${id}`}
        className="prose-link mr-1"
        aria-label={`Source: ${SOURCES[id].title}`}
      >
        [{ORDER.indexOf(id) + 1}]
      </a>
    ))}
  </span>
);

export const SourceList = () => (
  <ol className="mt-4 grid max-w-[76ch] list-decimal gap-3 pl-6 text-15 marker:text-ink-3">
    {Object.entries(SOURCES).map(([id, { title, href, says }]) => (
      <li key={id} id={`source-${id}`} className="pl-1.5">
        <a href={href} className="prose-link">
          {title}
        </a>
        <span className="block text-ink-2">{says}.</span>
      </li>
    ))}
  </ol>
);
