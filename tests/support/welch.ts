/** Welch's t for two samples of different variance: how sure it is that their means differ. */
export function welchT(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length);
}

/** Without the slowest twentieth, which is the machine and not the work. */
export function trimmed(sample: readonly number[]): readonly number[] {
  return sample.toSorted((x, y) => x - y).slice(0, Math.floor(sample.length * 0.95));
}

function moments(sample: readonly number[]): { mean: number; variance: number } {
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sample.length - 1);
  return { mean, variance };
}
