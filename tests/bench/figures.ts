// The few statistics that the benchmarks print. Medians and ratios: the machines they run on are shared and noisy.

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function print(what: string, figure: string, goal = ''): void {
  console.log(`${what.padEnd(34)} ${figure.padEnd(44)} ${goal}`);
}
