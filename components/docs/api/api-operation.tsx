import type { AnswerDoc, OperationDoc } from "#lib/web/api-docs/api-docs.ts";
import { Badge } from "../../ui/badge.tsx";
import { CodeBlock } from "./code-block.tsx";
import { InlineCode } from "./inline-code.tsx";
import { MemberTable } from "./member-table.tsx";

/** One operation: what it does, what it takes, what it answers, and a call to copy. */
export const ApiOperation = ({ operation }: { operation: OperationDoc }) => (
  <article aria-labelledby={operation.id} className="mt-12">
    <h3 id={operation.id} className="text-17">
      {operation.summary}
    </h3>
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Badge className="font-mono">{operation.method}</Badge>
      <code className="text-15 [overflow-wrap:anywhere]">/api/v1{operation.path}</code>
    </p>
    {operation.description === null ? null : (
      <p className="mt-3 max-w-[68ch] text-ink-2">
        <InlineCode text={operation.description} />
      </p>
    )}
    <p className="mt-2 max-w-[68ch] text-13 text-ink-3">{operation.access}</p>
    <CodeBlock text={operation.curl} label={`Copy the call: ${operation.summary}`} />
    {operation.parameters.length === 0 ? null : (
      <Part title="Parameters and headers">
        <MemberTable caption={`Parameters: ${operation.summary}`} members={operation.parameters} />
      </Part>
    )}
    {operation.body.length === 0 ? null : (
      <Part title="Body">
        <MemberTable caption={`Body: ${operation.summary}`} members={operation.body} />
      </Part>
    )}
    <Part title="Answers">
      <ul className="mt-2 grid gap-1.5 text-15">
        {operation.answers.map(answer => (
          <Answer key={answer.status} answer={answer} />
        ))}
      </ul>
      <p className="mt-3 text-13 leading-6 text-ink-3">
        Refused with{" "}
        {operation.problems.map((code, at) => (
          <span key={code}>
            {at === 0 ? "" : ", "}
            <a href={`#${code}`} className="prose-link font-mono">
              {code}
            </a>
          </span>
        ))}
      </p>
    </Part>
  </article>
);

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <>
    <h4 className="mt-6 text-13 font-medium text-ink-3">{title}</h4>
    {children}
  </>
);

const Answer = ({ answer: { status, description, holds, schema } }: { answer: AnswerDoc }) => (
  <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2">
    <span className="font-mono">{status}</span>
    <span className="text-ink-2">
      <InlineCode text={description} />{" "}
      {schema === null ? null : (
        <a href={`#schema-${schema}`} className="prose-link">
          {holds}
        </a>
      )}
    </span>
  </li>
);
