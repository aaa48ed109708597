const LOOK_MS = 500;

/** Set for children of the supervisor: the process whose end is their end. */
export const PARENT_VARIABLE = "MAILTRIAGE_PARENT_PID";

/**
 * Calls back once when the process that started this one is gone, killed included. Processes that a child
 * itself starts inherit the variable but have another parent: they follow nobody.
 */
export function onParentGone(parent: string | undefined, react: () => void): void {
  if (parent === undefined || String(process.ppid) !== parent) return;
  const timer = setInterval(() => {
    if (String(process.ppid) === parent) return;
    clearInterval(timer);
    react();
  }, LOOK_MS);
  timer.unref();
}
