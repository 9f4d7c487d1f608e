import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { BadgeDetail } from '@/components/BadgeDetail';
import { safeUrl } from '@/utils/html';
import { hostileNames } from '../make-badge';
import { makeRow } from './make-row';

describe('BadgeDetail', () => {
  it('shows what the source says: dates, issuer, criteria, skills, evidence, code', () => {
    const url = safeUrl('https://example.org/case');
    render(
      <BadgeDetail
        badge={makeRow({
          evidence: [{ type: 'UrlEvidence', name: 'Case study', description: '', url }],
          issuer: { id: null, name: 'Northwind Cloud Academy', url: safeUrl('https://example.org/') },
        })}
        checks={<p>checks</p>}
      />,
    );
    expect(screen.getByText('May 14, 2026')).toBeTruthy();
    expect(screen.getByText('May 14, 2028')).toBeTruthy();
    expect(screen.getByText('Passed the exam CA-200')).toBeTruthy();
    expect(screen.getByText('Resilience')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Case study/ }).getAttribute('href')).toBe(url);
    expect(screen.getByRole('link', { name: /^Northwind/ }).getAttribute('rel')).toBe('noreferrer');
    expect(screen.getByRole('img', { name: /QR code that opens the page of Cloud Architect/ })).toBeTruthy();
    expect(screen.getByText('checks')).toBeTruthy();
  });

  it('leaves out what the source does not say', () => {
    render(
      <BadgeDetail
        badge={makeRow({
          achievement: { criteria: [], skills: [], description: '' },
          pageUrl: null,
          recipientName: null,
          credentialId: null,
          expiresOn: null,
        })}
        checks={null}
      />,
    );
    expect(screen.queryByText('How it was earned')).toBeNull();
    expect(screen.queryByText('Skills')).toBeNull();
    expect(screen.queryByText('Evidence')).toBeNull();
    expect(screen.queryByText('Awarded to')).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('No expiry date')).toBeTruthy();
  });

  it.each(hostileNames)('shows %j as text wherever it stands', (text) => {
    const { container } = render(
      <BadgeDetail
        badge={makeRow({
          achievement: { description: text, criteria: [{ text, url: null }], skills: [text], type: text },
          issuer: { id: null, name: text, url: null },
          evidence: [{ type: text, name: text, description: text, url: null }],
        })}
        checks={null}
      />,
    );
    expect(container.querySelectorAll('script, img, style, table, iframe, [onerror]')).toHaveLength(0);
    if (text.trim() !== '') expect(container.querySelector('.prose')?.textContent).toBe(text);
  });
});
