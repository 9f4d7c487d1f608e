// @vitest-environment node
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, toAppError } from '@/utils/errors';
import type { Io } from '@/utils/io';
import { readBadge, type ImportContent, type ReadBadge, type ReadResult } from '@/utils/read-badge';
import type { WebUrl } from '@/utils/html';
import { createAward, recordUrl, serveAward } from '../issuer/award';
import { containers, losses } from '../issuer/bake';
import { createForms } from '../issuer/mint';
import { northwind, serve, type Documents } from '../issuer/minted';
import { serveMinted } from '../issuer/serve';
import { refusingIo } from './refusing-io';

const forms = await createForms();
const award = createAward('2.0');
const embedded = { ...award.record, badge: { ...award.badgeClass, issuer: award.issuer } };
const issuerName = 'Northwind School of Sailing';

const bytesOf = (text: string | Uint8Array) =>
  typeof text === 'string' ? new TextEncoder().encode(text) : Uint8Array.from(text);
const asFile = (text: string | Uint8Array, name = 'badge.png'): ImportContent => ({
  kind: 'file',
  name,
  bytes: bytesOf(text),
});
const asText = (text: string): ImportContent => ({ kind: 'text', text });
const asAddress = (url: string): ImportContent => ({ kind: 'address', url: url as WebUrl });

function contentOf(target: string | Uint8Array | URL): ImportContent {
  if (target instanceof URL) return asAddress(target.href);
  return typeof target === 'string' ? asText(target) : asFile(target);
}

function requireBadge(result: ReadResult): ReadBadge {
  if (result.kind !== 'badge') throw new Error(`no badge: ${JSON.stringify(result)}`);
  return result;
}

async function faultOf(content: ImportContent, io: Io = refusingIo()): Promise<AppError> {
  try {
    const result = await readBadge(content, io);
    throw new Error(`it was read: ${JSON.stringify(result)}`);
  } catch (cause) {
    return toAppError(cause);
  }
}

describe('readBadge', () => {
  it.each(
    forms
      .filter(({ name, faults }) => faults.includes('right') && !/endorsement|lost/.test(name))
      .map((form) => [form.name, form] as const),
  )('reads %s', async (_, form) => {
    const minted = await form.mint('right');
    const io = serveMinted(minted.documents);
    const { badge, original, isWhole } = requireBadge(await readBadge(contentOf(minted.target), io));
    expect(badge.achievement.name).toBe('Coastal Navigator');
    expect(badge.achievement.description).toContain('course along the coast');
    expect(badge.achievement.criteria).toHaveLength(1);
    expect(badge.issuer.name).toBe(issuerName);
    expect(badge.issuedOn).toMatch(/^20(?:12|23|25)-0[46]-0[12]$/);
    expect(badge).toMatchObject({ basis: 'record', state: 'unknown', sourceId: 'file' });
    expect(badge.id).toMatch(/^file:[0-9a-f]{32}$/);
    expect(isWhole).toBe(true);
    if (!(minted.target instanceof URL)) expect(original.bytes).toEqual(bytesOf(trimmed(minted.target)));
    expect(JSON.stringify(badge).toLowerCase()).not.toContain('haru.aldane@');
    expect(io.refused).toEqual([]);
  });

  it('calls a badge by the digest of its own bytes', async () => {
    const text = JSON.stringify(embedded);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
    const { badge } = requireBadge(await readBadge(asText(`\n${text} `), refusingIo()));
    expect(badge.id).toBe(`file:${digest}`);
  });

  it('knows an address again, whatever it answers by then', async () => {
    const later = serveMinted(serveAward({ ...award, record: { ...award.record, expires: '2031-01-01' } }));
    const first = requireBadge(await readBadge(asAddress(recordUrl), serveMinted(serveAward(award))));
    const second = requireBadge(await readBadge(asAddress(recordUrl), later));
    expect(second.badge.id).toBe(first.badge.id);
    expect(second.badge.expiresOn).toBe('2031-01-01');
    expect(first.original.from).toBe(recordUrl);
    expect(first.badge.pageUrl).toBe(recordUrl);
    expect(first.badge.knownAs).toEqual([recordUrl.replace('https://', '')]);
  });

  it('asks nobody for a record that holds everything, and takes only a name of its earner', async () => {
    const io = refusingIo();
    const record = {
      ...embedded,
      recipient: { type: 'email', hashed: false, identity: 'haneul@example.org' },
      'extensions:recipientProfile': { name: 'Haneul Kim' },
      revoked: true,
    };
    const { badge } = requireBadge(await readBadge(asText(JSON.stringify(record)), io));
    expect(badge).toMatchObject({ recipientName: 'Haneul Kim', state: 'revoked' });
    expect(JSON.stringify(badge)).not.toContain('haneul@example.org');
    expect(io.asked).toEqual([]);
  });

  it('names the hosts that the browser would have to allow, and does without them when told to', async () => {
    const io: Io = {
      now: () => new Date(),
      fetch: (url) => Promise.reject(new AppError('permission-needed', new URL(url).hostname)),
    };
    const content = asFile(JSON.stringify(award.record), 'Coastal Navigator.json');
    const hosts = [new URL(northwind).hostname];
    expect(await readBadge(content, io)).toEqual({ kind: 'needs-hosts', hosts });
    expect(await readBadge(asAddress(recordUrl), io)).toEqual({ kind: 'needs-hosts', hosts });
    const { badge, isWhole } = requireBadge(await readBadge(content, io, { withoutAsking: true }));
    expect(isWhole).toBe(false);
    expect(badge.achievement.name).toBe('Coastal Navigator');
    expect(badge.issuer.name).toBe(hosts[0]);
    expect(badge.issuedOn).toBe('2023-06-01');
  });

  it('keeps a badge whose issuer is gone by what it says itself', async () => {
    const { badge, isWhole } = requireBadge(
      await readBadge(asFile(JSON.stringify(award.record), 'old/navigator-2023.json'), serveMinted({})),
    );
    expect(isWhole).toBe(false);
    expect(badge.achievement.name).toBe('navigator-2023');
  });

  it('does not keep half a badge because a host is busy', async () => {
    const busy: Documents = { '*': { status: 503, body: '' } };
    expect((await faultOf(asText(JSON.stringify(award.record)), serveMinted(busy))).code).toBe(
      'server-error',
    );
    expect((await faultOf(asAddress(recordUrl), serveMinted(busy))).code).toBe('server-error');
  });

  it('leads the address of a source to that source', async () => {
    const link = 'https://www.credly.com/badges/0b5b2f0c-4b5e-4a4f-9a75-6a8f0f8f7c11';
    expect(await readBadge(asAddress(link), refusingIo())).toEqual({
      kind: 'link',
      sourceId: 'credly',
      link,
    });
  });

  it('takes the baked picture, and one that stands in the document', async () => {
    const bake = containers['PNG, iTXt openbadges'];
    const png = bytesOf(bake?.(JSON.stringify(embedded)) ?? '');
    const baked = requireBadge(await readBadge(asFile(png), refusingIo()));
    expect(baked.original.mediaType).toBe('image/png');
    expect(new Uint8Array(baked.picture?.bytes ?? new ArrayBuffer())).toEqual(png);
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const image = `data:image/svg+xml;base64,${btoa(drawing)}`;
    const inside = { ...embedded, badge: { ...award.badgeClass, issuer: award.issuer, image } };
    const { picture, badge } = requireBadge(await readBadge(asText(JSON.stringify(inside)), refusingIo()));
    expect(picture?.mediaType).toBe('image/svg+xml');
    expect(badge.imageUrl).toBeNull();
  });

  it.each([
    [
      'a PNG without a badge',
      asFile(bytesOf(losses['PNG without a text']?.('') ?? '')),
      'unsupported-badge',
      'PNG without badge data',
    ],
    [
      'an SVG without a badge',
      asFile(bytesOf(losses['SVG without a badge']?.('') ?? '')),
      'unsupported-badge',
      'SVG without badge data',
    ],
    [
      'a JPEG',
      asFile(bytesOf(losses['a JPEG, as mail programs make of it']?.('') ?? '')),
      'unsupported-badge',
      'JPEG image',
    ],
    ['an archive', asFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])), 'unsupported-badge', 'ZIP archive'],
    ['other JSON', asText('{"name":"x"}'), 'unsupported-badge', 'JSON, but no Open Badges object'],
    [
      'a badge class',
      asText(JSON.stringify(award.badgeClass)),
      'unsupported-badge',
      'a badge class or an issuer alone',
    ],
    ['cut JSON', asFile(JSON.stringify(embedded).slice(0, 200), 'a.json'), 'damaged-file', ''],
    ['nothing', asFile('', 'empty.png'), 'unsupported-badge', 'empty'],
    ['words', asText('I passed'), 'unsupported-badge', 'I passed'],
  ] as const)('says what %s is instead of a badge', async (_, content, code, detail) => {
    const fault = await faultOf(content);
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(detail);
  });

  it('says that a picture is damaged whose badge cannot be unpacked', async () => {
    const png = losses['PNG whose text does not unpack']?.('') ?? '';
    expect((await faultOf(asFile(bytesOf(png)))).code).toBe('damaged-file');
  });

  it('says that an address shows a page, or nothing', async () => {
    const page = { '*': { body: '<!doctype html><p>Hello</p>', contentType: 'text/html' } };
    expect(await faultOf(asAddress('https://school.example.org/me'), serveMinted(page))).toMatchObject({
      code: 'unsupported-badge',
      message: 'a page (HTML)',
    });
    const none = { '*': { status: 404, body: '' } };
    expect((await faultOf(asAddress('https://school.example.org/me'), serveMinted(none))).code).toBe(
      'not-found',
    );
  });

  it('opens a presentation with one credential in it, and refuses one with two', async () => {
    const minted = await forms.find(({ name }) => name.startsWith('eddsa-rdfc-2022'))?.mint('right');
    const credential: unknown = JSON.parse(String(minted?.target));
    const wrap = (...verifiableCredential: unknown[]) =>
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        verifiableCredential,
      });
    const { badge } = requireBadge(await readBadge(asText(wrap(credential)), refusingIo()));
    expect(badge.achievement.name).toBe('Coastal Navigator');
    expect((await faultOf(asText(wrap(credential, credential)))).code).toBe('unsupported-badge');
  });

  it.skipIf(!existsSync(corpora))(
    'survives every file of the corpora, and asks nobody whom it does not name',
    async () => {
      for (const file of filesBelow(corpora)) {
        try {
          await readBadge(asFile(readFileSync(file), file), refusingIo());
        } catch (cause) {
          expect(cause, file).toBeInstanceOf(AppError);
        }
      }
    },
  );

  it('never throws anything but its own errors for strange values', async () => {
    const odd: readonly unknown[] = [
      null,
      7,
      [],
      {},
      '',
      'x',
      { toString: 1 },
      [[[]]],
      { id: {} },
      { '@value': 3 },
    ];
    for (const name of ['recipient', 'badge', 'issuedOn', 'evidence', 'id', 'expires', 'image', 'uid']) {
      for (const value of odd) await survives({ ...embedded, [name]: value });
    }
    for (const name of ['name', 'tags', 'criteria', 'issuer', 'image', 'description']) {
      for (const value of odd) await survives({ ...embedded, badge: { ...embedded.badge, [name]: value } });
    }
    for (const name of ['issuer', 'credentialSubject', 'validFrom', 'evidence', 'id', 'type', 'name']) {
      for (const value of odd) await survives({ ...oddCredential, [name]: value });
    }
  });
});

const oddCredential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { achievement: { name: 'x' } },
};

const corpora = '../shared/corpora';

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return filesBelow(file);
    return statSync(file).size < 2_000_000 ? [file] : [];
  });
}

async function survives(json: object): Promise<void> {
  try {
    await readBadge(asText(JSON.stringify(json)), serveMinted({ '*': serve({}) }));
  } catch (cause) {
    expect(cause, JSON.stringify(json)).toBeInstanceOf(AppError);
    expect(toAppError(cause).code).not.toBe('unexpected');
  }
}

function trimmed(target: string | Uint8Array): string | Uint8Array {
  return typeof target === 'string' ? target.trim() : target;
}
