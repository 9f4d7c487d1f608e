import { describe, expect, it } from 'vitest';
import type { WebUrl } from '@/utils/html';
import { setText, toSetBadge } from '@/utils/share-set';
import { email } from '@/utils/share-targets/email';
import { x } from '@/utils/share-targets/x';
import { makeRow } from './components/make-row';

const page = (id: string) => `https://www.credly.com/badges/${id}` as WebUrl;
const badge = (name: string, id: string | null, skills: readonly string[] = []) =>
  makeRow({
    achievement: { name, skills },
    issuer: { id: null, name: 'Northwind Academy', url: null },
    pageUrl: id === null ? null : page(id),
  });
const settings = { mastodonServer: null };

describe('a set that is shared', () => {
  it('begins with its name, and every badge comes with its page below', () => {
    const text = setText('클라우드 & cloud', [badge('Data Engineer', 'one'), badge('수료 #1', null)]);
    expect(text).toBe(
      [
        '클라우드 & cloud',
        '',
        '• Data Engineer (Northwind Academy)',
        page('one'),
        '• 수료 #1 (Northwind Academy)',
      ].join('\n'),
    );
  });

  it('keeps hostile names to one harmless line each', () => {
    const text = setText('a\u202eb\nc', [
      badge('<img src=x onerror=alert(1)>\r\nBcc: eve@example.org', 'one'),
    ]);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).not.toContain('\u202e');
  });

  it('holds its links once: no place puts the first of them behind the words again', () => {
    const badges = [badge('One', 'one', ['Go']), badge('Two', 'two', ['Go', 'SQL'])];
    const whole = toSetBadge('Cloud', badges);
    if (!whole) throw new Error('no badge of the set');
    const words = { title: 'Cloud', text: setText('Cloud', badges) };
    const { open } = email.share(whole, words, settings);
    const body = new URLSearchParams(open?.search.slice(1)).get('body') ?? '';
    expect(body.match(/badges\/one/g)).toHaveLength(1);
    expect(body.match(/badges\/two/g)).toHaveLength(1);
    const post = x.share(whole, words, settings).open;
    expect(post?.searchParams.get('url')).toBeNull();
    expect(post?.searchParams.get('text')).toContain(page('two'));
    expect(whole.achievement.skills).toEqual(['Go', 'SQL']);
  });

  it('needs one badge at least that has a page', () => {
    expect(toSetBadge('Cloud', [badge('One', null)])).toBeNull();
    expect(toSetBadge('Cloud', [badge('One', null), badge('Two', 'two')])?.pageUrl).toBe(page('two'));
  });
});
