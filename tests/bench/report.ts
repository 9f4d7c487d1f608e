/** The middle of several runs: what the machine's noise moves least. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line: the product beside its reference of the same run. Numbers only; nothing is judged here. */
export function report(
  what: string,
  product: readonly number[],
  reference: readonly number[],
  unit = 'ms',
): void {
  const [ours, theirs] = [median(product), median(reference)];
  const cells = [
    what.padEnd(44),
    `${toText(ours)} ${unit}`.padStart(12),
    `${toText(theirs)} ${unit}`.padStart(12),
  ];
  console.log(`${cells.join('')}   × ${(ours / theirs).toFixed(2)}`);
}

/** Three digits, as far as they are there. */
function toText(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 1);
}

export function reportHeader(): void {
  console.log(`${'median of each'.padEnd(44)}${'LapelPin'.padStart(12)}${'bare'.padStart(12)}   ratio`);
}
