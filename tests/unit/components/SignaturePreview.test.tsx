import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { SignaturePreview } from '@/components/SignaturePreview';
import { signatureOptions } from '@/components/words';
import { row } from '@/utils/signature-layouts/row';
import { hostileNames, makeBadge } from '../make-badge';

describe('SignaturePreview', () => {
  it('draws the layout with the stored picture instead of the remote one', () => {
    const badge = makeBadge();
    const { html } = row.render([badge], signatureOptions);
    render(<SignaturePreview html={html} pictures={new Map([[badge.imageUrl ?? '', 'blob:stored']])} />);
    const figure = screen.getByRole('figure', { name: 'Signature preview' });
    expect(figure.querySelector('img')?.getAttribute('src')).toBe('blob:stored');
    expect(figure.querySelector('td')?.style.padding).toBe('4px');
    expect(figure.textContent).toContain('Northwind Cloud Academy, May 2026');
  });

  it('asks no host for a picture that is not stored', () => {
    const { html } = row.render([makeBadge()], signatureOptions);
    const { container } = render(<SignaturePreview html={html} pictures={new Map()} />);
    expect(container.querySelector('img')?.hasAttribute('src')).toBe(false);
    expect(container.querySelector('img')?.alt).toBe('Cloud Architect Associate');
  });

  it('draws nothing but what layouts are made of', () => {
    const html =
      '<table><tr><td onclick="x()"><script>x()</script><object></object><a href="javascript:x()">a</a></td></tr></table>';
    const { container } = render(<SignaturePreview html={html} pictures={new Map()} />);
    expect(container.querySelectorAll('script, object, [onclick], [href]')).toHaveLength(0);
    expect(container.textContent).toBe('a');
  });

  it.each(hostileNames)('shows the name %j as text', (name) => {
    const { html } = row.render([makeBadge({ achievement: { name } })], signatureOptions);
    const { container } = render(<SignaturePreview html={html} pictures={new Map()} />);
    expect(container.querySelectorAll('script, style, [onerror]')).toHaveLength(0);
    expect(container.querySelectorAll('img')).toHaveLength(1);
  });
});
