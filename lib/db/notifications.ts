import { Client } from "pg";

/** Wake-up calls between processes over PostgreSQL LISTEN and NOTIFY. A hint, never a record: they may be lost. */
export interface Notifications {
  /** Calls back for each notification with that payload on that channel; returns how to stop. */
  subscribe(channel: string, payload: string, onNotify: () => void): () => void;
  close(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/**
 * Holds one connection for the given channels, opened with the first subscription and again after a failure.
 * After a gap everybody is woken once, because calls may have been missed.
 */
export function openNotifications(url: string, channels: readonly string[]): Notifications {
  const listeners = new Map<string, Set<() => void>>();
  let client: Client | null = null;
  let opened = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const wakeAll = () => {
    for (const set of listeners.values()) for (const wake of set) wake();
  };

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: url,
      application_name: "mailtriage-listen",
      keepAlive: true,
    });
    let lost = false;
    const onLost = () => {
      if (lost) return;
      lost = true;
      client = null;
      void next.end().catch(() => {});
      if (!closed) retry = setTimeout(connect, RECONNECT_MS);
    };
    next.on("error", onLost);
    next.on("end", onLost);
    next.on("notification", ({ channel, payload }) => {
      for (const wake of listeners.get(keyOf(channel, payload ?? "")) ?? []) wake();
    });
    try {
      await next.connect();
      for (const channel of channels) await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
      client = next;
      wakeAll();
    } catch {
      onLost();
    }
  }

  return {
    subscribe(channel, payload, onNotify) {
      if (!opened) {
        opened = true;
        void connect();
      }
      const key = keyOf(channel, payload);
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(onNotify));
      return () => {
        set.delete(onNotify);
        if (set.size === 0) listeners.delete(key);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

const keyOf = (channel: string, payload: string): string => `${channel} ${payload}`;
