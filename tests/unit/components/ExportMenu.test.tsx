import { act, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ExportMenu } from '@/components/ExportMenu';
import { expiryCalendar } from '@/utils/exports/expiry-calendar';
import { exports } from '@/utils/exports/index';
import { makeBadge } from '../make-badge';

function show(badges = [makeBadge()]) {
  const calls = { onCopy: vi.fn(), onSave: vi.fn() };
  const { container } = render(<ExportMenu badges={badges} {...calls} />);
  const details = container.querySelector('details');
  // Folded it asks no format about any badge.
  expect(container.querySelector('li')).toBeNull();
  if (!details) throw new Error('no menu');
  void act(() => {
    details.open = true;
  });
  return calls;
}

describe('ExportMenu', () => {
  it('names every format, and hands on which one is copied or saved', () => {
    const { onCopy, onSave } = show();
    const copies = screen.getAllByRole('button', { name: /^Copy: (?!undefined)./ });
    expect(copies).toHaveLength(exports.length);
    expect(new Set(copies.map((button) => button.getAttribute('aria-label'))).size).toBe(exports.length);
    fireEvent.click(screen.getByRole('button', { name: 'Copy: Calendar of expiry dates' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save: Calendar of expiry dates' }));
    expect(onCopy).toHaveBeenCalledWith(expiryCalendar);
    expect(onSave).toHaveBeenCalledWith(expiryCalendar);
  });

  it('says what a format loads before it is taken', () => {
    show();
    expect(screen.getByText(/loads a script from Credly/)).toBeDefined();
  });

  it('says whom a format leaves out, and offers nothing where that is all', () => {
    show([makeBadge({ expiresOn: null })]);
    expect(
      screen.getByText(/Leaves out “Cloud Architect Associate”\. An expiry date is needed/),
    ).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Copy: Calendar of expiry dates' })).toBeNull();
  });

  it('counts them in a larger selection', () => {
    show([makeBadge(), makeBadge({ expiresOn: null }), makeBadge({ expiresOn: null })]);
    expect(screen.getByText(/Leaves out 2 badges/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy: Calendar of expiry dates' })).toBeDefined();
  });
});
