/**
 * Lets at most `perHost` pieces of work run at once for one host; the others wait in order, each at most
 * `waitMs`. Null for work that was not started in that time.
 */
export function hostSlots(perHost: number) {
  const busy = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();

  const take = (host: string): void => {
    busy.set(host, (busy.get(host) ?? 0) + 1);
  };

  const release = (host: string): void => {
    const left = (busy.get(host) ?? 1) - 1;
    if (left > 0) busy.set(host, left);
    else busy.delete(host);
    const [next] = waiting.get(host) ?? [];
    next?.();
  };

  const acquire = (host: string, waitMs: number): Promise<boolean> => {
    if ((busy.get(host) ?? 0) < perHost) {
      take(host);
      return Promise.resolve(true);
    }
    return new Promise(resolve => {
      const queue = waiting.get(host) ?? new Set();
      waiting.set(host, queue);
      const leave = (started: boolean): void => {
        clearTimeout(timer);
        queue.delete(start);
        if (queue.size === 0) waiting.delete(host);
        if (started) take(host);
        resolve(started);
      };
      const start = (): void => leave(true);
      const timer = setTimeout(() => leave(false), waitMs);
      queue.add(start);
    });
  };

  return async <Value>(host: string, waitMs: number, work: () => Promise<Value>): Promise<Value | null> => {
    if (!(await acquire(host, waitMs))) return null;
    try {
      return await work();
    } finally {
      release(host);
    }
  };
}
