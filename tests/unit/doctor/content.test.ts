import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import ko from '../../../public/_locales/ko/messages.json' with { type: 'json' };
import { actions, stepCounts } from '@/utils/doctor/actions';
import { reasons } from '@/utils/doctor/diagnose';
import { facts } from '@/utils/doctor/facts';
import { questions } from '@/utils/doctor/questions';
import { safeUrl } from '@/utils/html';

const languages = { en, ko } as Record<string, Record<string, { message: string } | undefined>>;
const needed = [
  ...questions.flatMap(({ id, options }) => [
    `doctorAsk_${id}`,
    ...options.map((option) => `doctorOption_${id}_${option}`),
  ]),
  ...reasons.flatMap(({ id, signs, statements }) => [
    `doctorReason_${id}`,
    ...signs.flatMap((sign) => (sign.id ? [`doctorWhy_${sign.id}`] : [])),
    ...statements.map((statement) => `doctorSay_${statement.id}`),
  ]),
  ...Object.values(actions).map(({ id }) => `doctorDo_${id}`),
  ...Object.entries(stepCounts).flatMap(([id, count]) =>
    Array.from({ length: count }, (_, index) => `doctorStep_${id}_${index + 1}`),
  ),
];

describe('the doctor’s content', () => {
  it.each(Object.keys(languages))('has words for everything in %s, and none besides', (language) => {
    const words = languages[language] ?? {};
    const missing = needed.filter((key) => !words[key]?.message);
    expect(missing).toEqual([]);
    const tables = /^doctor(?:Ask|Option|Reason|Why|Say|Do|Step)_/;
    expect(Object.keys(words).filter((key) => tables.test(key) && !needed.includes(key))).toEqual([]);
  });

  it('fills the same places in every language', () => {
    const places = (text = '') => (text.match(/\$\d/g) ?? []).toSorted();
    for (const key of needed)
      expect(places(languages['ko']?.[key]?.message), key).toEqual(places(languages['en']?.[key]?.message));
  });

  it('names a source with an address and a day for every statement', () => {
    for (const { url, title, on } of Object.values(facts)) {
      expect(safeUrl(url), url).not.toBeNull();
      expect(title.trim()).not.toBe('');
      expect(on).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    const used = new Set(reasons.flatMap(({ statements }) => statements.map(({ fact }) => fact)));
    expect(Object.keys(facts).filter((id) => !used.has(id as never))).toEqual([]);
  });

  it('leads somewhere from every reason', () => {
    for (const { id, actions: ways } of reasons) expect(ways.length, id).toBeGreaterThan(0);
    for (const action of Object.values(actions)) {
      if (action.kind === 'open') expect(action.url).toMatch(/^(?:https:\/\/|mailto:[^@]+@[a-z.]+$)/);
    }
  });

  it('uses each id once', () => {
    const ids = reasons.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
