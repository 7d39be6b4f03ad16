const Z_95 = 1.959964;

/** Wilson's score interval of a share, 95 %: honest for few cases and for shares near 0 and 1, both as fractions. */
export function wilson(passed: number, total: number): { low: number; high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = passed / total;
  const weight = Z_95 ** 2 / total;
  const middle = share + weight / 2;
  const reach = Z_95 * Math.sqrt((share * (1 - share)) / total + weight / (4 * total));
  return {
    low: Math.max(0, (middle - reach) / (1 + weight)),
    high: Math.min(1, (middle + reach) / (1 + weight)),
  };
}
