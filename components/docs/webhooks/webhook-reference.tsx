import { Fragment } from "react";
import type { WebhookDocs, WebhookMember } from "#lib/web/webhook-docs.ts";
import { PlainPage } from "../../layout/plain-page.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { CodeBlock } from "../api/code-block.tsx";
import { InlineCode } from "../api/inline-code.tsx";

/** What a webhook is sent, whose it is, and what to answer. */
export const WebhookReference = ({ docs }: { docs: WebhookDocs }) => (
  <PlainPage
    title="Webhooks"
    lead={
      <>
        An https URL of yours that gets a POST when a domain that you watch changes. Add it under{" "}
        <a href="/account/alerts" className="prose-link">
          Alerts
        </a>
        .
      </>
    }
  >
    <Part id="sent" title="What is sent">
      <CodeBlock text={docs.request} label="Copy the headers" />
      <CodeBlock text={docs.body} label="Copy the body" />
      <Members caption="Members of every body" first="Member" members={docs.members} />
      <Members caption="Types of messages" first="Type" members={docs.types} />
    </Part>
    <Part id="genuine" title="Whose message is it?">
      <p className="mt-2 max-w-[66ch] text-ink-2">
        <code>v1</code> is the HMAC-SHA256, in hex, of <code>t</code>, a full stop and the body as it came.
        The key is your secret, all of it, <code>whsec_</code> included. Refuse what is older than five
        minutes, so that nobody can play an old message again. This is all there is to it:
      </p>
      <CodeBlock text={docs.verifier} label="Copy the verifier" />
    </Part>
    <Part id="answers" title="What to answer">
      <Members caption="Answers and what follows" first="Answer" members={docs.answers} />
      <p className="mt-4 max-w-[66ch] text-ink-2">
        A webhook that loses twenty messages in a row, or three while nothing arrived for three days, is
        switched off and its owner told. A message comes once, unless the connection or Mailtriage dies
        between your answer and our noting it. Then it comes again with the same <code>id</code>: remember the
        ids of a day, and take the second for done.
      </p>
    </Part>
    <Part id="url" title="What a URL has to look like">
      <p className="mt-2 max-w-[66ch] text-ink-2">
        https on port 443, a public host name, no user or password. The name is looked up whenever something
        is sent, and every address it has must be on the public Internet. The certificate has to be one that
        browsers trust.
      </p>
    </Part>
  </PlainPage>
);

const Part = ({ id, title, children }: { id: string; title: string; children: React.ReactNode }) => (
  <section aria-labelledby={id} className="mt-12 max-w-3xl">
    <h2 id={id} className="text-21">
      {title}
    </h2>
    {children}
  </section>
);

/** Wraps at its dots, where a phone needs that. */
const BreakableName = ({ name }: { name: string }) =>
  name.split(/(?<=\.)/u).map((piece, at) => (
    <Fragment key={piece}>
      {at === 0 ? null : <wbr />}
      {piece}
    </Fragment>
  ));

interface MembersProps {
  readonly caption: string;
  readonly first: string;
  readonly members: readonly WebhookMember[];
}

const Members = ({ caption, first, members }: MembersProps) => (
  <div className="mt-5">
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" className="min-w-52">
            Meaning
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ name, meaning }) => (
          <tr key={name}>
            <th scope="row" className="text-left">
              <code className="text-ink">
                <BreakableName name={name} />
              </code>
            </th>
            <td className="text-ink-2">
              <InlineCode text={meaning} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  </div>
);
