import type { FormAction } from "#lib/web/form-action.ts";
import { ActionButton } from "../forms/action-button.tsx";

export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly connected: boolean;
}

interface ConnectionListProps {
  readonly connections: readonly ConnectionRow[];
  readonly connect: FormAction;
  readonly disconnect: FormAction;
}

/** The ways to sign in besides a link by mail. */
export const ConnectionList = ({ connections, connect, disconnect }: ConnectionListProps) => (
  <ul className="mt-4 border-t border-hairline">
    {connections.map(({ id, name, connected }) => (
      <li key={id} className="flex items-center justify-between gap-6 border-b border-hairline py-3">
        <p>
          <span className="font-medium">{name}</span>{" "}
          <span className="text-ink-3">{connected ? "connected" : "not connected"}</span>
        </p>
        <ActionButton
          action={connected ? disconnect : connect}
          fields={{ provider: id, returnTo: "/account" }}
          size="small"
          label={`${connected ? "Disconnect" : "Connect"} ${name}`}
        >
          {connected ? "Disconnect" : "Connect"}
        </ActionButton>
      </li>
    ))}
  </ul>
);
