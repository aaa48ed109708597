import type { FormAction } from "#lib/web/form-action.ts";
import type { KeyRow } from "#lib/web/key-rows.ts";
import { ActionButton } from "../forms/action-button.tsx";
import { dateOnly } from "../report/format.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

interface KeyListProps {
  readonly keys: readonly KeyRow[];
  readonly action: FormAction;
}

/** The keys of an account, what each may do, and when it was last used. */
export const KeyList = ({ keys, action }: KeyListProps) => (
  <ul className="mt-6 border-t border-hairline">
    {keys.map(key => (
      <li
        key={key.id}
        className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hairline py-3"
      >
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-2.5">
            <span className={key.state === "good" ? "font-medium" : "text-ink-3"}>
              <ForeignText text={key.name} />
            </span>
            <code className="text-13 text-ink-3">{key.prefix}…</code>
          </p>
          <p className="text-13 text-ink-3">
            {STATES[key.state](key)} · {key.scopes.join(", ")}
          </p>
        </div>
        {key.state === "good" ? (
          <ActionButton action={action} fields={{ id: key.id }} size="small" label={`Revoke ${key.name}`}>
            Revoke
          </ActionButton>
        ) : null}
      </li>
    ))}
  </ul>
);

const used = ({ lastUsedAt }: KeyRow): string =>
  lastUsedAt === null ? "Not used yet" : `Last used on ${dateOnly(lastUsedAt)}`;

const STATES: { readonly [State in KeyRow["state"]]: (key: KeyRow) => string } = {
  good: key => (key.expiresAt === null ? used(key) : `${used(key)}, works until ${dateOnly(key.expiresAt)}`),
  expired: key => `Expired on ${dateOnly(key.expiresAt ?? key.createdAt)}`,
  revoked: key => `Revoked · made on ${dateOnly(key.createdAt)}`,
};
