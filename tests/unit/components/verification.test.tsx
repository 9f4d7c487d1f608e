import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BadgeMark } from '@/components/BadgeMark';
import { VerificationChecks, verdictLine } from '@/components/VerificationChecks';
import type { WebUrl } from '@/utils/html';
import { unasked, verdict, type Check, type Verification } from '@/utils/verification';

const now = new Date('2026-03-05T12:03:00Z');
const passed: readonly Check[] = [
  { id: 'assertion-reachable', result: 'pass', detail: 'https://…', host: 'www.credly.com' },
  { id: 'not-revoked', result: 'pass', detail: '', host: 'www.credly.com' },
];

function verification(checks: readonly Check[] = passed): Verification {
  return {
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
}

const mark = { sourceName: 'Credly', verification: null, isChecking: false, hasFailed: false };
afterEach(cleanup);

describe('VerificationChecks', () => {
  it('says who confirmed it and when', () => {
    expect(verdictLine(verification(), 'Credly', now)).toBe('Valid: Credly confirmed it 3 minutes ago');
  });

  it('says until when an expired badge was valid', () => {
    const checks: readonly Check[] = [
      ...passed,
      { id: 'not-expired', result: 'fail', detail: '', host: null },
    ];
    expect(verdictLine(verification(checks), 'Credly', now)).toContain('Jun 30, 2025');
  });

  it('names the host of an imitation', () => {
    const checks: readonly Check[] = [
      { id: 'link-host', result: 'fail', detail: 'credly.example', host: null },
    ];
    expect(verdictLine(verification(checks), 'Credly', now)).toBe(
      'Not genuine: the link leads to credly.example, not to Credly',
    );
  });

  it('gives each check a word besides its icon, and details only where something is wrong', () => {
    const checks: readonly Check[] = [
      ...passed,
      { id: 'issuer-profile', result: 'unknown', detail: 'timed out', host: null },
    ];
    render(<VerificationChecks verification={verification(checks)} now={now} />);
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines[0]).toContain('(in order)');
    expect(lines[0]).not.toContain('https');
    expect(lines[2]).toContain('(not known)');
    expect(lines[2]).toContain('timed out');
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
    render(<BadgeMark {...mark} verification={verification()} onCheck={onCheck} />);
    fireEvent.click(screen.getByRole('button', { name: 'Credly badge: Valid' }));
    expect(onCheck).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog', { name: 'Badge check' }).textContent).toContain('Cloud Architect');
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(onCheck).toHaveBeenCalledTimes(1);
  });

  it('takes the focus into the report, and Esc gives it back to the mark', () => {
    render(<BadgeMark {...mark} verification={verification()} />);
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
