import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ShareMenu } from '@/components/ShareMenu';
import { safeUrl } from '@/utils/html';
import { shareTargets } from '@/utils/share-targets/index';
import { makeRow, today } from './make-row';

function show(badge = makeRow(), ownText?: string) {
  const calls = { onText: vi.fn(), onShare: vi.fn(), onSignature: vi.fn(), onInsert: vi.fn() };
  render(<ShareMenu badge={badge} today={today} ownText={ownText} {...calls} />);
  return calls;
}

describe('ShareMenu', () => {
  it.each([
    [/^LinkedIn post/, 'linkedin-post'],
    [/^LinkedIn profile/, 'linkedin-profile'],
    [/^Copy link/, 'copy-link'],
    ['E-mail', 'email'],
    ['LinkedIn', 'linkedin-post-text'],
    ['X', 'x'],
    ['Facebook', 'facebook'],
  ])('offers %s', (name, id) => {
    const { onShare } = show();
    fireEvent.click(screen.getByRole('button', { name }));
    expect(onShare).toHaveBeenCalledWith(shareTargets.find((target) => target.id === id));
  });

  it('offers the signature, and the mail beside it where there is one', () => {
    const { onSignature, onInsert } = show();
    fireEvent.click(screen.getByRole('button', { name: /^Copy for a signature/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Insert into the mail on this page' }));
    expect(onSignature).toHaveBeenCalledOnce();
    expect(onInsert).toHaveBeenCalledOnce();
  });

  it('starts with words of ours and hands on those of the user', () => {
    const { onText } = show();
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Share with your own words' });
    expect(field.value).toBe('I earned the badge “Cloud Architect Associate” from Northwind Cloud Academy.');
    fireEvent.input(field, { target: { value: 'Done' } });
    expect(onText).toHaveBeenCalledWith('Done');
  });

  it('says which place has no room for the words', () => {
    show(makeRow(), 'a'.repeat(300));
    expect(screen.getByRole('status').textContent).toBe('X: 324 of 280 characters');
  });

  it.each([
    ['private', makeRow({ state: 'private' }), /This badge is private/],
    [
      'on a transcript',
      makeRow({ pageUrl: safeUrl('https://learn.microsoft.com/en-us/users/haneul/transcript/abcd1234') }),
      /your whole Microsoft transcript/,
    ],
    ['expired', makeRow({ expiresOn: '2026-01-01' }), /has expired/],
    ['revoked', makeRow({ state: 'revoked' }), /revoked this badge/],
    ['without a page', makeRow({ pageUrl: null }), /no public page/],
  ])('warns before a badge that is %s is shared', (_, badge, words) => {
    show(badge);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('keeps places that need a page shut for a badge without one', () => {
    show(makeRow({ pageUrl: null }));
    const isOff = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;
    expect([/^LinkedIn post/, /^LinkedIn profile/, /^Copy link/].map(isOff)).toEqual([true, false, true]);
  });
});
