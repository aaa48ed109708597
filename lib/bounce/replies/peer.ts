import type { Reply } from "../failure.ts";
import { microsoftSession } from "../microsoft-session.ts";
import { sameAddress } from "../words/addresses.ts";

/** The host that said the innermost reply, else the next one that is known. */
export const hostOf = (replies: readonly Reply[]): string | null =>
  replies.find(reply => reply.host !== null)?.host ?? null;

/** The address of that host. */
export const ipOf = (replies: readonly Reply[], host: string | null): string | null =>
  replies.find(
    ({ ip, host: said }) => ip !== null && (host === null || said === null || sameAddress(said, host)),
  )?.ip ?? null;

/** A reply of Exchange Online names its host itself; that counts where nobody else does. */
export const withSignedHosts = (replies: readonly Reply[]): readonly Reply[] =>
  replies.map(reply =>
    reply.host === null ? { ...reply, host: microsoftSession(reply.text)?.host ?? null } : reply,
  );
