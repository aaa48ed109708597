/**
 * The regular expressions that run while `work` runs, those made at run time included. `RegExp.prototype.exec` is where
 * test, match, replace, search and split all end up.
 */
export async function patternsUsedBy(work: () => Promise<void>): Promise<readonly RegExp[]> {
  const used = new Map<string, RegExp>();
  const { exec } = RegExp.prototype;
  const become = (value: typeof exec) => Reflect.defineProperty(RegExp.prototype, "exec", { value });
  become(function remember(this: RegExp, text: string) {
    used.set(`${this.source}/${this.flags}`, this);
    return exec.call(this, text);
  });
  try {
    await work();
  } finally {
    become(exec);
  }
  return [...used.values()];
}

/** Whether a pattern can repeat something without limit: with "*", "+" or "{n,}". */
export const isUnbounded = ({ source }: RegExp): boolean =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\./g, "").replace(/\[(?:[^\]\\])*\]/g, ""));

/**
 * The same pattern with its finite bounds made small: what is left of super-linear time is due to unlimited
 * repetition, and a checker needs seconds for hundreds of patterns instead of minutes.
 */
export const withSmallBounds = ({ source }: RegExp): string =>
  source
    .replace(
      /\{(\d+),(\d+)\}/g,
      (_, from: string, to: string) => `{${Math.min(Number(from), 2)},${Math.min(Number(to), 3)}}`,
    )
    .replace(/\{(\d+),\}/g, (_, from: string) => `{${Math.min(Number(from), 2)},}`)
    .replace(/\{(\d+)\}/g, (_, times: string) => `{${Math.min(Number(times), 2)}}`);
