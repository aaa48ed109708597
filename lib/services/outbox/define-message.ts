import type { z } from "zod";
import type { Db } from "#lib/db/handle.ts";
import type { Delivery, Letter } from "#lib/mailer/letter.ts";
import type { House } from "../context.ts";

/** What a message may use on its way out. */
export interface Sender {
  readonly house: House;
  /** The secret of the installation: from it the tokens are derived that no table holds. */
  readonly secret: string;
}

/** What an attempt came to. `lost`: there will be no other. `dropped`: nobody wanted it any more. */
export type AttemptFate =
  | { readonly outcome: "sent"; readonly answer: string | null }
  | {
      readonly outcome: "deferred" | "lost" | "dropped";
      readonly reason: string;
      readonly answer: string | null;
    };

/** Notes what an attempt came to where it matters besides the outbox, in the transaction that notes it there. */
export type Settle<Payload> = (house: House, db: Db, payload: Payload, fate: AttemptFate) => Promise<void>;

/** One kind of message: what is stored of it, and how it leaves. Words are made when it leaves. */
export interface MessageKind<Payload extends object> {
  readonly kind: string;
  readonly payload: z.ZodType<Payload>;
  readonly deliver: (payload: Payload, id: string, sender: Sender) => Promise<Delivery>;
  readonly settle?: Settle<Payload>;
}

/** A kind whose payload has been forgotten, for the registry: it reads what was stored by itself. */
export interface AnyMessageKind {
  readonly kind: string;
  readonly deliverStored: (payload: unknown, id: string, sender: Sender) => Promise<Delivery>;
  readonly settleStored: Settle<unknown>;
}

export type DefinedMessage<Payload extends object> = MessageKind<Payload> & AnyMessageKind;

/** Defines a kind of message that leaves in any way. */
export function defineMessage<Payload extends object>(kind: MessageKind<Payload>): DefinedMessage<Payload> {
  return {
    ...kind,
    deliverStored: async (payload, id, sender) => kind.deliver(kind.payload.parse(payload), id, sender),
    settleStored: async (house, db, payload, fate) => {
      // What cannot be read could not be sent either, and has to be given up some day all the same.
      const read = kind.payload.safeParse(payload);
      if (read.success) await kind.settle?.(house, db, read.data, fate);
    },
  };
}

/** Defines a kind of message that leaves by mail. */
export const defineMail = <Payload extends object>({
  kind,
  payload,
  compose,
  settle,
}: {
  readonly kind: string;
  readonly payload: z.ZodType<Payload>;
  readonly compose: (payload: Payload, sender: Sender) => Letter;
  readonly settle?: Settle<Payload>;
}): DefinedMessage<Payload> =>
  defineMessage({
    kind,
    payload,
    deliver: (stored, id, sender) => sender.house.mailer.deliver(compose(stored, sender), id),
    ...(settle === undefined ? {} : { settle }),
  });
