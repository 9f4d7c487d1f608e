import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toAppError } from '@/utils/errors';
import { readExport } from '@/utils/placements-export';

const now = new Date('2026-11-20T10:00:00Z');
const header = 'Name,Url,Authority,Started On,Finished On,License Number';
const line =
  '"Cloud Architect, Professional",https://www.credly.com/badges/11111111-2222-4333-8444-555555555555,Northwind Cloud Academy,Mar 2025,Mar 2028,NW-1234567';
const read = (text: string) => readExport(strToU8(text), now);

function failure(bytes: Uint8Array) {
  try {
    readExport(bytes, now);
  } catch (cause) {
    return toAppError(cause);
  }
  return null;
}

describe('LinkedIn’s export', () => {
  it('gives name, issuer, link, months and number', () => {
    expect(read(`${header}\n${line}\n`)).toEqual([
      {
        id: 'linkedin-profile:0',
        place: 'linkedin-profile',
        name: 'Cloud Architect, Professional',
        issuerName: 'Northwind Cloud Academy',
        url: 'https://www.credly.com/badges/11111111-2222-4333-8444-555555555555',
        startedOn: '2025-03',
        finishedOn: '2028-03',
        credentialId: 'NW-1234567',
        readAt: '2026-11-20T10:00:00.000Z',
      },
    ]);
  });

  it.each([
    ['a byte order mark and line ends of Windows', `\uFEFF${header}\r\n${line}\r\n`],
    ['notes above the table', `Notes:\nExported for you\n\n${header}\n${line}\n`],
    [
      'another order of columns',
      'License Number,Name,Authority,Finished On,Started On,Url\nNW-1234567,"Cloud Architect, Professional",Northwind Cloud Academy,Mar 2028,Mar 2025,https://www.credly.com/badges/11111111-2222-4333-8444-555555555555',
    ],
    ['names in another language, in LinkedIn’s order', `이름,URL,발급 기관,시작일,만료일,번호\n${line}`],
    [
      'dates in numbers',
      `${header}\n${line.replace('Mar 2025', '2025-03-01').replace('Mar 2028', '03/2028')}`,
    ],
    [
      'dates in Korean',
      `${header}\n${line.replace('Mar 2025', '2025년 3월').replace('Mar 2028', '2028년 3월')}`,
    ],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject([
      {
        name: 'Cloud Architect, Professional',
        issuerName: 'Northwind Cloud Academy',
        startedOn: '2025-03',
        finishedOn: '2028-03',
        credentialId: 'NW-1234567',
      },
    ]);
  });

  it('keeps words with quotes and line breaks whole, and leaves out lines without a name', () => {
    const rows = read(
      `${header}\n"Said ""well done""\nand more",,Harbour University,,,\n,,,,,\n,https://x.example,,,,\n`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['Said "well done"\nand more']);
    expect(rows[0]).toMatchObject({ url: null, startedOn: null, finishedOn: null, credentialId: null });
  });

  it('drops an address that may not be opened, and a date that is none', () => {
    expect(read(`${header}\nA,javascript:alert(1),B,2025,soon,\n`)).toMatchObject([
      { url: null, startedOn: null, finishedOn: null },
    ]);
  });

  it('takes only that file from LinkedIn’s archive, wherever it lies', () => {
    const archive = zipSync({
      'Connections.csv': strToU8('First Name,Last Name\nJisoo,Park\n'),
      'Basic_LinkedInDataExport/Certifications.csv': strToU8(`${header}\n${line}\n`),
    });
    expect(readExport(archive, now)).toHaveLength(1);
  });

  it.each([
    ['another table', strToU8('First Name,Last Name\nJisoo,Park\n'), 'unsupported-badge', 'First Name'],
    ['an archive without it', zipSync({ 'Profile.csv': strToU8('x') }), 'unsupported-badge', 'Profile.csv'],
    ['an empty file', new Uint8Array(), 'unsupported-badge', '(none)'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'unsupported-badge', 'a table'],
    [
      'half an archive',
      zipSync({ 'Certifications.csv': strToU8(line.repeat(50)) }).slice(0, 60),
      'damaged-file',
      'archive',
    ],
    ['a huge table', strToU8('a'.repeat(2_000_001)), 'too-large', 'bytes'],
    ['a bomb', zipSync({ 'Certifications.csv': new Uint8Array(20_000_000) }), 'too-large', '20000000'],
  ])('says what it read instead: %s', (_, bytes, code, detail) => {
    const error = failure(bytes);
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(detail);
  });

  it('does not unpack more than the archive says that there is', () => {
    const archive = zipSync({ 'Certifications.csv': new Uint8Array(20_000_000) });
    const view = new DataView(archive.buffer);
    // The unpacked size in the directory at the end says a hundred bytes.
    for (let at = archive.length - 4; at > 0; at -= 1) {
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 100, true);
        break;
      }
    }
    expect(failure(archive)).not.toBeNull();
  });

  it('stops at five thousand lines', () => {
    const many = Array.from({ length: 5100 }, (_, index) => `Badge ${index},,Northwind,,,`).join('\n');
    expect(read(`${header}\n${many}`)).toHaveLength(5000);
  });
});
