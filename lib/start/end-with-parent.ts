import { onParentGone, PARENT_VARIABLE } from "./follow-parent.ts";

/**
 * Loaded before the program of a child (`node --import`): when the supervisor is gone, this child and whatever
 * it has started end too. A child is the leader of its own process group.
 */
onParentGone(process.env[PARENT_VARIABLE], () => {
  process.kill(0, "SIGTERM");
  setTimeout(() => process.kill(0, "SIGKILL"), 6_000).unref();
});
