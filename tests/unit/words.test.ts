import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Readonly<Record<string, { readonly message: string }>>;
const en = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Messages;

const sources = [...globSync('{entrypoints,components,utils}/**/*.{ts,tsx,html}'), 'wxt.config.ts'].map(
  (file) => readFileSync(file, 'utf8'),
);
const text = sources.join('\n');
/** Names, and the beginnings of those that are put together: `error_${code}`. */
const names = new Set(
  text
    .replaceAll('__MSG_', ' ')
    .replaceAll('__', ' ')
    .match(/\b[a-z]\w*/gi),
);
const beginnings = [...new Set(text.match(/(?<=`)[a-z]+(?:_[a-z]+)*_?(?=\$\{|<)/gi))].filter(
  (part) => part.length > 5,
);

describe('words', () => {
  it.each(Object.keys(en))('%s is used', (key) => {
    const name = key.replace(/_(?:one|other)$/, '');
    const isUsed = names.has(key) || names.has(name) || beginnings.some((part) => key.startsWith(part));
    expect(isUsed, `${key} is read nowhere: take it out of _locales`).toBe(true);
  });
});
