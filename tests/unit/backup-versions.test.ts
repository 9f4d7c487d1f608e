import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openBackup } from '@/utils/backup-read';
import { LapelPinDatabase } from '@/utils/db';
import { beginRestore, restoreParts } from '@/utils/restore';
import { commitRestore } from '@/utils/restore-commit';
import { defaultSignature } from '@/utils/signature-setting';

const now = new Date('2026-11-23T10:00:00Z');

/** Files as each version of the format was written (see the fixtures' README). One more with each version. */
describe.each(['v1.zip', 'v1-locked.zip'])('the old backup %s', (name) => {
  it('is restored as a whole', async () => {
    const file = new Blob([new Uint8Array(readFileSync(`tests/fixtures/backup/${name}`))]);
    const db = new LapelPinDatabase(`versions-${name}`);
    const { manifest, pieces } = await openBackup(file, 'lantern harbour violet');
    const id = await beginRestore('replace', manifest.rowVersion, now, db);
    for await (const piece of pieces()) {
      if (piece.kind === 'damage') throw new Error(piece.damage.what);
      await restoreParts(id, [piece.part], db);
    }
    const { report, settings } = await commitRestore(id, now, db);
    expect(report.damaged).toEqual([]);
    expect(settings).toMatchObject({ signature: { ...defaultSignature, badgeIds: ['file:1'] } });
    expect(await db.badges.toArray()).toMatchObject([
      { id: 'file:1', achievement: { name: 'Harbour Pilot' } },
    ]);
    expect(new TextDecoder().decode((await db.originals.toArray())[0]?.bytes)).toBe(
      '{"name":"Harbour Pilot"}',
    );
    expect(await db.pictures.toArray()).toMatchObject([{ key: 'file:1' }]);
    expect(await db.accounts.toArray()).toMatchObject([{ handle: 'file', label: 'Files' }]);
  });
});
