import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ProofLine } from '@/components/ProofLine';
import type { BadgeRow } from '@/utils/db';
import { safeUrl } from '@/utils/html';
import { makeRow, today } from './make-row';

const show = (proof: Partial<BadgeRow>, more: Partial<Parameters<typeof ProofLine>[0]> = {}) =>
  render(
    <ul>
      <ProofLine
        proof={{ ...makeRow(), ...proof }}
        from="Work"
        sourceName="Credly"
        today={today}
        listedOn="2026-11-20T08:00:00.000Z"
        onApart={null}
        {...more}
      />
    </ul>,
  );

describe('ProofLine', () => {
  it('names the account, the day, and when it was last on the list', () => {
    const { container } = show({});
    expect(container.textContent).toContain('Work');
    expect(container.textContent).toContain('May 14, 2026');
    expect(container.textContent).toContain('as of Nov 20, 2026');
  });

  it('says what a copy and a page are worth, and nothing of a record', () => {
    expect(show({ basis: 'copy' }).container.textContent).toContain('A copy that Credly did not verify.');
    expect(show({ basis: 'page' }).container.textContent).toContain('without a record behind it');
    expect(show({ basis: 'record' }).container.textContent).not.toContain('verify');
  });

  it('says since when it is gone, and shows its own state', () => {
    const { container } = show({ missingSince: '2026-11-01T00:00:00.000Z', state: 'revoked' });
    expect(container.textContent).toContain('Nov 1, 2026');
    expect(container.textContent).toContain('Revoked');
  });

  it('says no day where the source says none', () => {
    expect(show({ issuedOn: '' }).container.textContent).not.toContain('Earned');
  });

  it('says why it belongs to the others, and lets the user part them', () => {
    const onApart = vi.fn();
    show({}, { onApart, join: { rule: 'known-as', ids: ['a:1', 'b:1'] as never, shared: 'a:1' } });
    screen.getByText(/same address or number/);
    screen.getByRole('button', { name: 'Not the same badge' }).click();
    expect(onApart).toHaveBeenCalledOnce();
  });

  it('links its page by the host', () => {
    show({ pageUrl: safeUrl('https://learn.microsoft.com/x') });
    expect(screen.getByRole('link').textContent).toContain('learn.microsoft.com');
  });
});
