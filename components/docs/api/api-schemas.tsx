import type { SchemaDoc } from "#lib/web/api-docs/api-docs.ts";
import { InlineCode } from "./inline-code.tsx";
import { MemberTable } from "./member-table.tsx";

/** The objects that answers and bodies are made of. */
export const ApiSchemas = ({ schemas }: { schemas: readonly SchemaDoc[] }) => (
  <section aria-labelledby="schemas" className="mt-20">
    <h2 id="schemas" className="text-21">
      Objects
    </h2>
    <p className="mt-1 max-w-[68ch] text-ink-2">
      Later versions add members to what is read; none is changed or taken away. A program ignores those that
      it does not know.
    </p>
    {schemas.map(({ name, description, members }) => (
      <div key={name} className="mt-10">
        <h3 id={`schema-${name}`} className="font-mono text-17">
          {name}
        </h3>
        {description === null ? null : (
          <p className="mt-1 text-ink-2">
            <InlineCode text={description} />
          </p>
        )}
        <MemberTable caption={`Members of ${name}`} members={members} />
      </div>
    ))}
  </section>
);
