import type { CodeView } from "#lib/web/code-view/code-view.ts";
import { PlainPage } from "../layout/plain-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { CodeAlone } from "./code-alone.tsx";
import { CodeExamples } from "./code-examples.tsx";
import { VendorMeanings } from "./vendor-meanings.tsx";

interface CodeDocumentProps {
  readonly code: CodeView;
  /** Where a whole reply can be pasted. */
  readonly box: React.ReactNode;
}

/** All that one code means: as registered, at each mail system, alone, and with words behind it. */
export const CodeDocument = ({ code, box }: CodeDocumentProps) => (
  <PlainPage title={<span className="font-mono tracking-tight">{code.title}</span>} lead={code.lead}>
    {code.guide === null ? null : (
      <Notice status="info" title="There is a guide to this one" className="mt-6 max-w-3xl">
        <a href={code.guide} className="prose-link">
          550 5.4.1 of Microsoft 365: how to tell its causes apart, and what each side does
        </a>
      </Notice>
    )}
    <Registered code={code} />
    <VendorMeanings vendors={code.vendors} />
    <CodeAlone causes={code.alone} />
    <CodeExamples groups={code.examples} />
    <section aria-labelledby="whole" className="no-print mt-16">
      <h2 id="whole" className="text-21">
        You have the whole reply?
      </h2>
      <p className="mt-1 mb-4 max-w-[62ch] text-ink-2">
        The words and the server behind a code say more than the code. Paste them, or the bounce as it came.
      </p>
      <div className="max-w-3xl">{box}</div>
    </section>
    <nav aria-label="Codes before and after" className="no-print mt-12 flex justify-between gap-6">
      {code.before === null ? (
        <span />
      ) : (
        <a href={code.before.href} rel="prev" className="prose-link font-mono">
          {code.before.label}
        </a>
      )}
      <a href="/codes" className="prose-link">
        All codes
      </a>
      {code.after === null ? (
        <span />
      ) : (
        <a href={code.after.href} rel="next" className="prose-link font-mono">
          {code.after.label}
        </a>
      )}
    </nav>
  </PlainPage>
);

const Registered = ({ code: { registered, subject, classes } }: { code: CodeView }) => (
  <>
    <dl className="mt-8 grid max-w-3xl gap-x-8 gap-y-1.5 text-15 sm:grid-cols-[8rem_minmax(0,1fr)]">
      {registered === null ? null : (
        <>
          {registered.name === null ? null : <Fact term="Registered as">{registered.name}</Fact>}
          {registered.usedWith === null ? null : (
            <Fact term="With replies">
              <span className="font-mono text-13">{registered.usedWith}</span>
            </Fact>
          )}
          {registered.references.length === 0 ? null : (
            <Fact term="Reference">
              {registered.references.map(({ label, href }, at) => (
                <span key={href}>
                  {at === 0 ? "" : ", "}
                  <a href={href} className="prose-link">
                    {label}
                  </a>
                </span>
              ))}
            </Fact>
          )}
        </>
      )}
      {subject === null ? null : <Fact term="About">{subject}</Fact>}
      <Fact term="For how long">{classes.join(" ")}</Fact>
    </dl>
    {registered?.clash === null || registered === null ? null : (
      <Notice status="warn" title="Not everybody means the same by it" className="mt-8 max-w-3xl">
        {registered.clash}
      </Notice>
    )}
  </>
);

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div className="contents">
    <dt className="text-ink-3">{term}</dt>
    <dd className="max-w-[68ch] max-sm:mb-2">{children}</dd>
  </div>
);
