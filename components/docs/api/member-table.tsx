import { Fragment } from "react";
import type { Member } from "#lib/web/api-docs/members.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { InlineCode } from "./inline-code.tsx";

interface MemberTableProps {
  readonly caption: string;
  readonly members: readonly Member[];
}

/** Parameters, or the members of an object: name, kind, meaning. */
export const MemberTable = ({ caption, members }: MemberTableProps) => (
  <DataTable caption={caption} className="mt-2">
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Kind</th>
        <th scope="col" className="min-w-52">
          Meaning
        </th>
      </tr>
    </thead>
    <tbody>
      {members.map(member => (
        <tr key={member.name}>
          <th scope="row" className="text-left">
            <code className="text-ink">
              <BreakableName name={member.name} />
            </code>
            {member.required ? null : <span className="block text-ink-3">optional</span>}
          </th>
          <td className="text-ink-2">
            {member.schema === null ? (
              member.kind
            ) : (
              <a href={`#schema-${member.schema}`} className="prose-link">
                {member.kind}
              </a>
            )}
          </td>
          <td className="text-ink-2">
            <InlineCode text={member.description} />
          </td>
        </tr>
      ))}
    </tbody>
  </DataTable>
);

/** Wraps at its dots before it wraps anywhere else. */
const BreakableName = ({ name }: { name: string }) =>
  name.split(/(?<=\.)/u).map((piece, at) => (
    <Fragment key={at}>
      {at === 0 ? null : <wbr />}
      {piece}
    </Fragment>
  ));
