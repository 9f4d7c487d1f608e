import { describe, expect, it } from 'vitest';
import { isolate, readableEvidence } from '@/components/evidence';

const key = `did:jwk:${'a'.repeat(12)}${'b'.repeat(90)}${'c'.repeat(8)}`;
const evidence: readonly (readonly [string, string])[] = [
  ['expires 2026-03-01T00:00:00.000Z', 'expires Mar 1, 2026'],
  ['2026-03-01T09:00:00+09:00 and 2026-03-02', 'Mar 1, 2026 and 2026-03-02'],
  ['https://a.example/1 ≠ https://b.example/2', 'a.example/1 ≠ b.example/2'],
  [`https://a.example/${'x/'.repeat(40)}end`, 'a.example/…/end'],
  [`https://a.example/${'x'.repeat(90)}`, `a.example/…${'x'.repeat(40)}`],
  [`${key}#0`, `did:jwk:${'a'.repeat(12)}…${'c'.repeat(8)}#0`],
  ['did:web:badges.example.org', 'did:web:badges.example.org'],
  ['did:web:a.example: not allowed to ask a.example', 'did:web:a.example: No permission to ask a.example'],
  ['<b>not markup</b>', '<b>not markup</b>'],
];

describe('evidence', () => {
  it.each(evidence)('%s reads %s', (detail, words) => expect(readableEvidence(detail)).toBe(words));

  it('keeps a name from right to left in its place, and leaves others alone', () => {
    expect(isolate('مدرسة')).toBe('\u2068مدرسة\u2069');
    expect(isolate('한빛 Academy')).toBe('한빛 Academy');
  });
});
