import type { Status } from "#lib/scan/finding.ts";
import type { AlertChannel } from "#lib/services/alerts/channels/list.ts";
import { utcDate, utcMinute } from "../utc-words.ts";

/** A channel as the page of alerts shows it. */
export interface ChannelRow {
  readonly id: string;
  readonly kind: AlertChannel["kind"];
  readonly target: string;
  readonly status: Status;
  readonly state: string;
  /** What went wrong last, in the words of the other side or of our own. */
  readonly trouble: string | null;
  /** Null where nothing can have been delivered yet. */
  readonly lastDelivery: string | null;
  /** What a webhook last answered. */
  readonly answer: string | null;
  readonly actions: readonly ChannelAction[];
}

export type ChannelAction = "test" | "off" | "on" | "ask" | "secret" | "remove";

/** The channels in the order in which they came, each with its state in words and what can be done about it. */
export const channelRows = (channels: readonly AlertChannel[], now: Date): readonly ChannelRow[] =>
  channels.map(channel => ({
    id: channel.id,
    kind: channel.kind,
    target: channel.target,
    ...stateOf(channel, now),
    trouble: channel.lastError,
    lastDelivery: deliveryWords(channel),
    answer: channel.lastAnswer,
    actions: actionsOf(channel),
  }));

function deliveryWords({ verifiedAt, disabledAt, lastDeliveredAt }: AlertChannel): string | null {
  if (lastDeliveredAt !== null) return `Last delivery on ${utcMinute(lastDeliveredAt.toISOString())}`;
  return verifiedAt === null || disabledAt !== null ? null : "Nothing was delivered yet";
}

function stateOf(channel: AlertChannel, now: Date): Pick<ChannelRow, "status" | "state"> {
  const { verifiedAt, disabledAt, failingSince } = channel;
  if (disabledAt !== null) return { status: "not-applicable", state: offWords(channel, disabledAt) };
  if (verifiedAt === null) return { status: "info", state: waitingWords(channel, now) };
  if (failingSince !== null) {
    return { status: "warn", state: `Failing since ${utcMinute(failingSince.toISOString())}` };
  }
  return { status: "pass", state: "Gets alerts" };
}

function offWords({ disabledBy, kind, confirmExpiresAt }: AlertChannel, at: Date): string {
  const day = utcDate(at.toISOString());
  switch (disabledBy) {
    case "reader": {
      if (kind === "own") return `Switched off by a link in a mail on ${day}`;
      const asked = confirmExpiresAt === null ? "" : "; it was asked whether it wants them again";
      return `Its reader ended alerts on ${day}${asked}`;
    }
    case "failures":
      return `Switched off on ${day}, because nothing arrived there for too long`;
    case "gone":
      return `Switched off on ${day}: it said that it is gone for good`;
    default:
      return `Switched off on ${day}`;
  }
}

function waitingWords({ confirmExpiresAt }: AlertChannel, now: Date): string {
  if (confirmExpiresAt === null || confirmExpiresAt <= now) {
    return "Nobody there agreed in time; the link does not work any more";
  }
  return `Waits for somebody there to agree, until ${utcDate(confirmExpiresAt.toISOString())}`;
}

function actionsOf({ kind, verifiedAt, disabledAt, disabledBy }: AlertChannel): readonly ChannelAction[] {
  const needsAsking = kind === "email" && (verifiedAt === null || disabledBy === "reader");
  const main: readonly ChannelAction[] = needsAsking
    ? ["ask"]
    : disabledAt === null
      ? ["test", "off"]
      : ["on"];
  return [
    ...main,
    ...(kind === "webhook" ? (["secret"] as const) : []),
    ...(kind === "own" ? [] : (["remove"] as const)),
  ];
}
