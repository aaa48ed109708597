/** A mail to one person, before it is made into a message. */
export interface Letter {
  /** One bare ASCII address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Further header fields, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What became of a message. `refused` is for good: trying again would be refused again. `deferred` may work
 * later. `unwanted` was not sent because nobody wants it any more. Reasons are for the operator.
 */
export type Delivery = (
  | { readonly outcome: "sent" }
  | { readonly outcome: "refused" | "unwanted"; readonly reason: string }
  | { readonly outcome: "deferred"; readonly reason: string; readonly patience?: Patience }
) & {
  /** What the other side said to it, where that is worth keeping. */
  readonly answer?: string;
};

/** When to try again, in place of the usual. */
export interface Patience {
  /** Seconds to the next attempt after the first, second, ... one; after the last it is given up. */
  readonly pauses: readonly number[];
  /** Seconds that the other side has asked for. */
  readonly atLeast: number;
}

/** The longest that one delivery may take: a sender that is not heard of for longer has died. */
export const DELIVERY_MS = 120_000;

/** The way mail leaves the house. */
export interface Mailer {
  /** False where mail stays in a folder of this machine. */
  readonly sends: boolean;
  /**
   * Hands one letter over. The id becomes the Message-ID: a receiver that gets a letter twice, because we died
   * before we could note that it was sent, can tell that it is one.
   */
  deliver(letter: Letter, id: string): Promise<Delivery>;
  close(): Promise<void>;
}
