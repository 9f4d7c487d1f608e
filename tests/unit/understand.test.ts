import { describe, expect, it } from 'vitest';
import { badgeSources } from '@/utils/sources/index';
import { hostsOf, understand } from '@/utils/understand';

const links = badgeSources.flatMap(({ id, linkExamples }) => linkExamples.map((link) => [id, link] as const));
const accounts = badgeSources.flatMap(({ id, examples }) =>
  examples.map((example) => [id, example] as const),
);

describe('understand', () => {
  it.each(accounts)('knows a profile of %s: %s', (id, example) => {
    const understood = understand(` ${example}\n`);
    expect(understood.kind).toBe('account');
    expect(understood).toMatchObject({ source: { id } });
  });

  it.each(links)('knows a badge of %s: %s', (id, link) => {
    const understood = understand(link);
    expect(understood.kind).toBe('link');
    expect(understood).toMatchObject({ source: { id } });
  });

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['{"type":"Assertion"}', 'json'],
    ['[1]', 'json'],
    ['eyJhbGciOiJFUzI1NiJ9.eyJ4IjoxfQ.c2ln', 'token'],
    ['eyJhbGciOiJFUzI1NiJ9\n.eyJ4IjoxfQ\n.c2ln', 'token'],
    ['https://school.example.org/awards/7', 'address'],
    ['school.example.org/awards/7.json', 'address'],
    ['http://school.example.org/awards/7', 'unsafe'],
    ['https://user:secret@school.example.org/', 'unsafe'],
    ['I passed the exam', 'unknown'],
    ['3.5/10', 'unknown'],
    ['javascript:alert(1)', 'unknown'],
    ['data:text/html,x', 'unknown'],
  ])('%j is %s', (text, kind) => {
    expect(understand(text).kind).toBe(kind);
  });

  it('looks behind the redirectors of mail programs', () => {
    const inner = 'https://school.example.org/awards/7';
    const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=x`;
    expect(understand(wrapped)).toEqual({ kind: 'address', url: inner });
  });

  it('takes a list of addresses, each once, and asks for all their hosts', () => {
    const lines = ['https://a.example.org/1', 'https://b.example.org/2', 'https://a.example.org/1'];
    const understood = understand(lines.join('\n'));
    expect(understood).toMatchObject({ kind: 'several', parts: [{ kind: 'address' }, { kind: 'address' }] });
    expect(hostsOf(understood)).toEqual(['https://a.example.org/*', 'https://b.example.org/*']);
    expect(understand(`${lines.join(' ')} and words`).kind).toBe('unknown');
  });

  it('needs no host for what carries everything itself', () => {
    expect(hostsOf(understand('{}'))).toEqual([]);
    expect(hostsOf(understand('no badge at all'))).toEqual([]);
  });
});
