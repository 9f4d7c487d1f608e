import { readIndex, renderTable, runVector, type VectorResult } from './vectors';

/**
 * Runs a folder of vectors and prints the table.
 * @returns how many disagreed
 */
export async function runFolder(folder: string): Promise<number> {
  const index = readIndex(folder);
  const results: VectorResult[] = [];
  for (const vector of index.cases) results.push(await runVector(folder, vector, index.evaluated_at));
  console.log(renderTable(results));
  return results.filter(({ isAccepted }) => !isAccepted).length;
}
