import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { SignaturePreview, type MailView } from '@/components/SignaturePreview';
import { makeCodePicture } from '@/utils/signature-layouts/code-picture';
import { mailClients } from '@/utils/mail-clients/index';
import { appleMail } from '@/utils/mail-clients/apple-mail';
import { gmail } from '@/utils/mail-clients/gmail';
import { outlook } from '@/utils/mail-clients/outlook';
import { qr } from '@/utils/signature-layouts/qr';
import { row } from '@/utils/signature-layouts/row';
import { hostileNames, makeBadge } from '../make-badge';
import { makeOptions } from '../signature-layouts/make-options';

const badge = makeBadge();
const stored = new Map([[badge.imageUrl ?? '', 'blob:stored']]);
const view = (changes: Partial<MailView> = {}): MailView => ({
  client: gmail,
  isDark: false,
  isPhone: false,
  isBlocked: false,
  ...changes,
});

/** What is drawn, inside of its shadow root. */
function draw(html: string, changes?: Partial<MailView>, pictures: ReadonlyMap<string, string> = stored) {
  const { container } = render(<SignaturePreview html={html} pictures={pictures} view={view(changes)} />);
  const root = container.querySelector('.preview-mail')?.shadowRoot;
  if (!root) throw new Error('no shadow root');
  return root;
}

const wordsOf = (root: ShadowRoot) => root.querySelectorAll('td')[1]?.getAttribute('style') ?? '';

describe('SignaturePreview', () => {
  it('draws the layout with the stored picture instead of the remote one', () => {
    const root = draw(row.render([badge], makeOptions()).html);
    expect(screen.getByRole('figure', { name: 'Signature preview' })).toBeTruthy();
    expect(root.querySelector('img')?.getAttribute('src')).toBe('blob:stored');
    expect(root.querySelector('td')?.style.padding).toBe('4px');
    expect(root.textContent).toContain('Northwind Cloud Academy, May 2026');
  });

  it.each(mailClients.map((client) => [client.name, client] as const))(
    'asks no host for a picture, whatever %s shows',
    (_, client) => {
      const { html } = qr.render([badge], makeOptions({ makeCode: makeCodePicture }));
      for (const isDark of [true, false])
        for (const isPhone of [true, false])
          for (const isBlocked of [true, false]) {
            const root = draw(html, { client, isDark, isPhone, isBlocked });
            const sources = [...root.querySelectorAll('img')].map((one) => one.getAttribute('src') ?? '');
            expect(sources.filter((source) => !/^(?:blob:|data:image\/png;base64,)/.test(source))).toEqual(
              [],
            );
          }
    },
  );

  it('shows the words of pictures that are blocked or not stored', () => {
    const { html } = row.render([badge], makeOptions({ labels: 'none' }));
    for (const root of [draw(html, { isBlocked: true }), draw(html, {}, new Map())]) {
      expect(root.querySelector('img')).toBeNull();
      expect(root.querySelector('[role=img]')?.textContent).toBe('Cloud Architect Associate');
    }
  });

  it('shows a code only where mail programs show pictures from inside', () => {
    const { html } = qr.render([badge], makeOptions({ makeCode: makeCodePicture }));
    const codes = (client: typeof gmail) =>
      draw(html, { client }).querySelectorAll('img[src^="data:image/png"]').length;
    expect([codes(gmail), codes(outlook), codes(appleMail)]).toEqual([0, 0, 1]);
  });

  it('turns colours over in the dark where the program does, and keeps them where it does not', () => {
    const { html } = row.render([badge], makeOptions());
    const light = wordsOf(draw(html));
    expect(wordsOf(draw(html, { isDark: true }))).toBe(light);
    expect(wordsOf(draw(html, { isDark: true, client: appleMail }))).toBe(light);
    const inverted = wordsOf(draw(html, { isDark: true, client: outlook }));
    expect(inverted).not.toBe(light);
    expect(inverted).toMatch(/background-color: ?(?:#1e1e1e|rgb\(30, 30, 30\))/);
  });

  it('draws nothing but what layouts are made of', () => {
    const html =
      '<table><tr><td onclick="x()"><script>x()</script><object></object><a href="javascript:x()">a</a></td></tr></table>';
    const root = draw(html);
    expect(root.querySelectorAll('script, object, [onclick], [href]')).toHaveLength(0);
    expect(root.textContent).toBe('a');
  });

  it.each(hostileNames)('shows the name %j as text', (name) => {
    const { html } = row.render([makeBadge({ achievement: { name } })], makeOptions());
    const root = draw(html);
    expect(root.querySelectorAll('script, style, [onerror]')).toHaveLength(0);
    expect(root.querySelectorAll('img')).toHaveLength(1);
  });
});
