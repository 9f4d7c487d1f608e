import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BadgeMark } from '@/components/BadgeMark';
import { VerificationChecks } from '@/components/VerificationChecks';
import type { WebUrl } from '@/utils/html';
import { unasked, verdict, type Check, type KnownVerification } from '@/utils/verification';

const now = new Date('2026-03-05T12:03:00Z');
const passed: readonly Check[] = [
  { id: 'assertion-reachable', result: 'pass', detail: 'https://…', host: 'www.credly.com' },
  { id: 'not-revoked', result: 'pass', detail: '', host: 'www.credly.com' },
];

function known(checks: readonly Check[] = passed): KnownVerification {
  const verification = {
    ...unasked,
    verdict: verdict(checks),
    checks,
    checkedAt: '2026-03-05T12:00:00Z',
    checkedWith: 'www.credly.com',
    badge: {
      name: 'Cloud Architect',
      issuerName: 'Northwind',
      issuedOn: '2024-01-01',
      expiresOn: '2025-06-30',
    },
    pageUrl: 'https://www.credly.com/badges/x' as WebUrl,
  };
  return { verification, lastGood: null };
}

const mark = { sourceName: 'Credly', known: null, isChecking: false, hasFailed: false };
afterEach(cleanup);

describe('VerificationChecks', () => {
  it('gives each check a word besides its icon, and details only where something is wrong', () => {
    const checks: readonly Check[] = [
      ...passed,
      { id: 'issuer-profile', result: 'unknown', detail: 'timed out', host: null },
    ];
    render(<VerificationChecks known={known(checks)} now={now} />);
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines[0]).toContain('(in order)');
    expect(lines[0]).not.toContain('https');
    expect(lines[2]).toContain('(not known)');
    expect(lines[2]).toContain('timed out');
  });

  it('keeps the telling checks in sight when there are many, and folds away the others', () => {
    const ids = ['image', 'dates', 'badge-class', 'issuer-profile', 'recipient-identity'] as const;
    const many = ids.map((id) => ({ id, result: 'pass', detail: '', host: null }) as const);
    const failed = { id: 'not-expired', result: 'fail', detail: '', host: null } as const;
    render(<VerificationChecks known={known([...passed, ...many, failed])} now={now} />);
    const fold = screen.getByText('6 more checks in order').closest('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelectorAll('li')).toHaveLength(6);
    expect(screen.getByText('Not taken back by the issuer').closest('details')).toBeNull();
    expect(screen.getByText('Past its end date').closest('details')).toBeNull();
  });

  it('keeps notes apart from what decides', () => {
    const note: Check = { id: 'schema', result: 'fail', detail: '', host: null };
    render(<VerificationChecks known={known([...passed, note])} now={now} />);
    expect(screen.getByText('1 note').closest('details')?.textContent).toContain('published schema');
  });

  it('says in the whole report what was compared, and with whom', () => {
    const address = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${'0'.repeat(36)}`;
    const read: Check = {
      id: 'assertion-id',
      result: 'pass',
      detail: `${address} at 2026-03-04T10:00:00Z`,
      host: 'www.credly.com',
    };
    const { container } = render(<VerificationChecks known={known([read])} now={now} isFull />);
    const detail = container.querySelector('.checks .detail');
    expect(detail?.textContent).toBe(`www.credly.com/…/${'0'.repeat(36)} at Mar 4, 2026`);
    expect(detail?.getAttribute('title')).toContain(address);
  });

  it('says who the issuer is and whose the badge is, each for itself', () => {
    const { verification } = known();
    const issuerTrust = { level: 'domain', name: 'school.example', detail: '' } as const;
    const all = { ...verification, issuerTrust, recipient: { match: 'yes', detail: '' } as const };
    render(<VerificationChecks known={{ verification: all, lastGood: null }} now={now} />);
    expect(screen.getByText('The issuer is whoever runs school.example')).toBeTruthy();
    expect(screen.getByText('It belongs to the person you named')).toBeTruthy();
  });

  it('shows each endorsement with the verdict of its own check', () => {
    const { verification } = known();
    const endorsements = [
      { issuerName: 'Guild of Makers', comment: 'Well done', verdict: 'revoked', checks: passed } as const,
    ];
    render(
      <VerificationChecks
        known={{ verification: { ...verification, endorsements }, lastGood: null }}
        now={now}
      />,
    );
    const line = screen.getByText('Endorsed by Guild of Makers').closest('li');
    expect(line?.textContent).toContain('Revoked');
    expect(line?.textContent).toContain('Well done');
  });
});

describe('BadgeMark', () => {
  it('says that nobody was asked, and asks when it is pressed', () => {
    const onCheck = vi.fn();
    render(<BadgeMark {...mark} onCheck={onCheck} />);
    const button = screen.getByRole('button', { name: 'Credly badge: Not checked yet' });
    expect(onCheck).not.toHaveBeenCalled();
    fireEvent.click(button);
    expect(onCheck).toHaveBeenCalledTimes(1);
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  it('does not ask again for what is known already', () => {
    const onCheck = vi.fn();
    render(<BadgeMark {...mark} known={known()} onCheck={onCheck} />);
    fireEvent.click(screen.getByRole('button', { name: 'Credly badge: Valid' }));
    expect(onCheck).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog', { name: 'Badge check' }).textContent).toContain('Cloud Architect');
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(onCheck).toHaveBeenCalledTimes(1);
  });

  it('takes the focus into the report, and Esc gives it back to the mark', () => {
    render(<BadgeMark {...mark} known={known()} />);
    const button = screen.getByRole('button', { name: 'Credly badge: Valid' });
    fireEvent.click(button);
    const report = screen.getByRole('dialog');
    expect(document.activeElement).toBe(report);
    fireEvent.keyDown(report, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('says "could not check" when no answer came, never that something is wrong', () => {
    render(<BadgeMark {...mark} hasFailed onCheck={() => {}} />);
    expect(screen.getByRole('button', { name: 'Credly badge: Could not check' })).toBeTruthy();
  });
});
