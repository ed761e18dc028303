// Medians and the like. Times differ from run to run by what else the machine does, which only ever
// adds: so medians instead of means, and how far they spread.

/** The value that the given share of the numbers does not exceed (nearest rank). */
export function percentile(numbers, share) {
  if (numbers.length === 0) {
    throw new RangeError("no numbers");
  }
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One number for several rounds, and between which numbers the rounds lie. */
export function summary(rounds) {
  return { median: median(rounds), least: Math.min(...rounds), most: Math.max(...rounds) };
}
