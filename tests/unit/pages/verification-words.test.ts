import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Headline } from '@/components/headline';
import { checkIds, type RecipientMatch, type TrustLevel } from '@/utils/verification';

const headlines: readonly Headline[] = [
  'valid',
  'expired',
  'revoked',
  'tampered',
  'invalid',
  'not-yet-valid',
  'unverifiable',
  'picture',
  'suspended',
  'not-yours',
  'look-alike',
  'self-asserted',
  'no-badge',
];
const trustLevels: readonly TrustLevel[] = ['platform', 'registry', 'domain', 'self-asserted', 'look-alike'];
const matches: readonly RecipientMatch['match'][] = ['yes', 'no', 'unknown', 'not-asked'];
const words = (language: string) =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Record<
    string,
    { message: string }
  >;

describe.each(['en', 'ko'])('verification words in %s', (language) => {
  const messages = words(language);

  it.each(checkIds)('say all three results of %s', (id) => {
    for (const result of ['pass', 'fail', 'unknown']) {
      expect(messages[`check_${id.replaceAll('-', '_')}_${result}`]?.message, `${id} ${result}`).toBeTruthy();
    }
  });

  it.each(headlines)('say %s as one word and as a sentence that begins with it', (verdict) => {
    const key = verdict.replaceAll('-', '_');
    const word = messages[`verdict_${key}`]?.message ?? 'none';
    expect(messages[`verdictLine_${key}`]?.message.startsWith(`${word}:`), word).toBe(true);
  });

  it.each(trustLevels)('say who the issuer is when it is %s, by name where there is one', (level) => {
    const sentence = messages[`trust_${level.replaceAll('-', '_')}`]?.message;
    expect(sentence).toBeTruthy();
    expect(sentence?.includes('$1')).toBe(level !== 'self-asserted');
  });

  it.each(matches)('say whether it belongs to the person named: %s', (match) => {
    expect(messages[`recipient_${match.replaceAll('-', '_')}`]?.message).toBeTruthy();
  });

  it('never let "could not check" sound like a failure', () => {
    const failed = /invalid|not genuine|fake|가짜|무효|진짜가 아님/i;
    const lines = Object.keys(messages).filter((key) => /^(whyNot_|verdictLine_unverifiable$)/.test(key));
    expect(lines.length).toBeGreaterThan(3);
    for (const key of lines) {
      expect(messages[key]?.message).not.toMatch(failed);
      expect(messages[key]?.message.startsWith(`${messages['verdict_unverifiable']?.message}:`), key).toBe(
        true,
      );
    }
    expect(messages['verdict_unverifiable']?.message).not.toMatch(failed);
  });
});
