import type { AnyMessageKind } from "./define-message.ts";
import { changeMessage } from "../alerts/messages/change-message.ts";
import { channelOffMail } from "../alerts/messages/channel-off-mail.ts";
import { confirmMail } from "../alerts/messages/confirm-mail.ts";
import { digestMessage } from "../alerts/messages/digest-message.ts";
import { testMessage } from "../alerts/messages/test-message.ts";
import { unverifiableMessage } from "../alerts/messages/unverifiable-message.ts";
import { signInMail } from "./messages/sign-in-mail.ts";

/** Every kind of message of the house. Stored rows name them: a name is never given to another kind. */
const KINDS: readonly AnyMessageKind[] = [
  signInMail,
  confirmMail,
  changeMessage,
  digestMessage,
  unverifiableMessage,
  testMessage,
  channelOffMail,
];

export const findMessageKind = (kind: string): AnyMessageKind | null =>
  KINDS.find(known => known.kind === kind) ?? null;
