import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readIndex, runVector } from './vectors';

/** Public verification vectors: not ours to publish, beside the project on the machines that have them. */
const folder = '../shared/vectors';
const isThere = existsSync(`${folder}/INDEX.json`);
if (!isThere) console.info(`${folder} is not here: the public vectors are not run`);
const index = isThere ? readIndex(folder) : { evaluated_at: '', cases: [] };

describe.runIf(isThere)('public vectors', () => {
  it.each(index.cases)('$family › $id gives one of $accept', async (vector) => {
    const { verdict, reasons } = await runVector(folder, vector, index.evaluated_at);
    expect(vector.accept, reasons.join('\n')).toContain(verdict);
  });
});
