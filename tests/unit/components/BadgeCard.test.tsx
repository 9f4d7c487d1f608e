import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { BadgeCard } from '@/components/BadgeCard';
import type { BadgeRow } from '@/utils/db';
import { hostileNames } from '../make-badge';
import { makeRow, today } from './make-row';

function show(badge: BadgeRow, isCurrent = true) {
  const onOpen = vi.fn();
  const onQuick = vi.fn();
  render(
    <BadgeCard
      badge={badge}
      picture={null}
      today={today}
      isCurrent={isCurrent}
      onOpen={onOpen}
      onQuick={onQuick}
    />,
  );
  return { onOpen, onQuick };
}

describe('BadgeCard', () => {
  it('opens the badge when the row is pressed', () => {
    const badge = makeRow();
    const { onOpen } = show(badge);
    fireEvent.click(
      screen.getByRole('button', { name: /^Cloud Architect Associate.*Northwind Cloud Academy/ }),
    );
    expect(onOpen).toHaveBeenCalledWith(badge);
  });

  it.each([
    ['Copy link to Cloud Architect Associate', 'copy-link'],
    ['Post Cloud Architect Associate on LinkedIn', 'linkedin'],
    ['Copy Cloud Architect Associate for a signature', 'signature'],
  ])('has a quick button “%s”', (name, action) => {
    const badge = makeRow();
    const { onOpen, onQuick } = show(badge);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(onQuick).toHaveBeenCalledWith(action, badge);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('is reached by Tab only while it is the current row', () => {
    show(makeRow(), false);
    expect(screen.getAllByRole('button').map((button) => button.tabIndex)).toEqual([-1, -1, -1, -1]);
  });

  it('cannot copy the link of a badge without a page', () => {
    show(makeRow({ pageUrl: null }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Copy link/ }).disabled).toBe(true);
  });

  it.each([
    ['Expired', makeRow({ expiresOn: '2026-11-21' })],
    ['Revoked', makeRow({ state: 'revoked', expiresOn: '2026-11-21' })],
    ['Private', makeRow({ state: 'private' })],
    ['Not accepted yet', makeRow({ state: 'pending' })],
    ['No longer listed', makeRow({}, { missingSince: '2026-11-01T00:00:00.000Z' })],
  ])('says “%s” in words', (words, badge) => {
    show(badge);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('says nothing of the state of a good badge', () => {
    show(makeRow({ expiresOn: today }));
    const [row] = screen.getAllByRole('button');
    expect(row?.textContent).toBe('CACloud Architect AssociateNorthwind Cloud Academy · May 2026');
  });

  it('tells those who only hear it that a badge is new', () => {
    show(makeRow({}, { isNew: 1 }));
    expect(screen.getByRole('button', { name: /New:.*Cloud Architect/ })).toBeTruthy();
  });

  it.each(hostileNames)('shows the name %j as text', (name) => {
    show(makeRow({ achievement: { name }, issuer: { id: null, name, url: null } }));
    const [row] = screen.getAllByRole('button');
    if (!row) throw new Error('a row');
    expect(row.querySelectorAll('script, img, style, table, iframe')).toHaveLength(0);
    expect(within(row).getAllByText((_, element) => element?.textContent === name).length).toBeGreaterThan(0);
  });
});
