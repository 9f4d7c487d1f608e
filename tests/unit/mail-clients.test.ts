import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '@/public/_locales/en/messages.json';
import { mailClients } from '@/utils/mail-clients/index';

interface Feature {
  readonly slug: string;
  readonly stats: Record<string, Record<string, Record<string, string>>>;
}
const { data } = JSON.parse(readFileSync('node_modules/caniemail/dist/data/caniemail.json', 'utf8')) as {
  data: readonly Feature[];
};

/** What caniemail says of the newest version: "y", "n", "a #1". */
function supportOf(slug: string, family: string, platform: string): string | undefined {
  const versions = data.find((feature) => feature.slug === slug)?.stats[family]?.[platform] ?? {};
  return Object.values(versions).at(-1);
}

describe.each(mailClients.map((client) => [client.name, client] as const))('%s', (_, client) => {
  it('says what its preview rests on', () => {
    expect(Object.keys(en)).toContain(`mailNote_${client.id}`);
  });

  it('shows pictures from inside of a mail where caniemail knows that it does', () => {
    const { rows, showsOwnPictures } = client;
    if (!rows) return expect(showsOwnPictures).toEqual({ desktop: false, phone: false });
    for (const kind of ['desktop', 'phone'] as const) {
      const support = supportOf('image-base64', rows.family, rows[kind]);
      expect(support, `${rows.family} ${rows[kind]}`).toBeDefined();
      expect(showsOwnPictures[kind]).toBe(support === 'y');
    }
  });
});
