import type { AnyMessageKind } from "./define-message.ts";
import { signInMail } from "./messages/sign-in-mail.ts";

/** Every kind of message of the house. Stored rows name them: a name is never given to another kind. */
const KINDS: readonly AnyMessageKind[] = [signInMail];

export const findMessageKind = (kind: string): AnyMessageKind | null =>
  KINDS.find(known => known.kind === kind) ?? null;
