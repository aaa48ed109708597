import type { VendorMeaningView, VendorView } from "#lib/web/code-view/code-view.ts";
import { SourceNote } from "./source-note.tsx";

/** What each mail system means by the code, and how that ends. */
export const VendorMeanings = ({ vendors }: { vendors: readonly VendorView[] }) =>
  vendors.map(({ provider, meanings }) => (
    <section key={provider} aria-label={`At ${provider}`} className="mt-14">
      <h2 className="text-21">At {provider}</h2>
      <ul className="mt-4 border-t border-hairline">
        {meanings.map(meaning => (
          <Meaning key={`${meaning.code} ${meaning.words ?? ""}`} meaning={meaning} />
        ))}
      </ul>
    </section>
  ));

const Meaning = ({ meaning }: { meaning: VendorMeaningView }) => (
  <li className="grid break-inside-avoid gap-x-8 gap-y-3 border-b border-hairline px-1 py-5 md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] sm:px-2">
    <div className="min-w-0">
      <p className="font-mono text-13 text-ink-2">{meaning.code}</p>
      {meaning.words === null ? null : (
        <p className="mt-0.5 font-mono text-15 [overflow-wrap:anywhere]">{meaning.words}</p>
      )}
      {meaning.examples.map(example => (
        <code
          key={example}
          className="mt-2 block border-l-2 border-hairline pl-3 text-13 text-ink-2 [overflow-wrap:anywhere]"
        >
          {example}
        </code>
      ))}
    </div>
    <div className="min-w-0">
      <p className="font-medium">{meaning.cause}</p>
      {meaning.meaning === meaning.cause ? null : <p className="mt-0.5 text-ink-2">{meaning.meaning}</p>}
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-15 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
        {meaning.permanence === null ? null : <Fact term="For how long">{meaning.permanence}</Fact>}
        {meaning.who === "" ? null : <Fact term="Who acts">{meaning.who}</Fact>}
        {meaning.fixSender === null ? null : <Fact term="Sender’s side">{meaning.fixSender}</Fact>}
        {meaning.fixRecipientAdmin === null ? null : (
          <Fact term="Their admin">{meaning.fixRecipientAdmin}</Fact>
        )}
      </dl>
      <div className="mt-2">
        <SourceNote source={meaning.source} />
      </div>
    </div>
  </li>
);

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div className="contents">
    <dt className="text-13 text-ink-3 sm:pt-0.5">{term}</dt>
    <dd className="[overflow-wrap:anywhere] max-sm:mb-1.5">{children}</dd>
  </div>
);
