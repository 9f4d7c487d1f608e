import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ShareMenu } from '@/components/ShareMenu';
import { listPlaces } from '@/components/share-places';
import { safeUrl } from '@/utils/html';
import { shareTargets } from '@/utils/share-targets/index';
import { makeRow, today } from './make-row';

function show(badge = makeRow(), chosen: readonly string[] | null = null) {
  const places = listPlaces(true);
  const calls = { onPlace: vi.fn(), onChoose: vi.fn(), onInsert: vi.fn(), onImage: vi.fn() };
  const { container } = render(
    <ShareMenu badge={badge} today={today} places={places} chosen={chosen} open={null} {...calls} />,
  );
  return { ...calls, places, container, first: () => firstNames(container) };
}

function firstNames(container: Element): (string | undefined)[] {
  return [...container.querySelectorAll('.share-large strong')].map((name) => name.textContent ?? undefined);
}

const renewed = {
  ...makeRow({ expiresOn: '2026-01-01' }),
  related: [{ kind: 'renewed-by', id: 'credly:newer' }],
};

describe('ShareMenu', () => {
  it('offers every target, the signature and the code, each once', () => {
    const { onPlace, places } = show();
    for (const place of places.filter(({ isHidden }) => !isHidden)) {
      onPlace.mockClear();
      const [button] = screen.getAllByRole('button', {
        name: new RegExp(`^${place.name}`, 'u'),
        hidden: true,
      });
      if (button) fireEvent.click(button);
      expect(onPlace, place.id).toHaveBeenCalledOnce();
    }
    expect(places).toHaveLength(shareTargets.length + 2);
  });

  it('offers the mail beside it where there is one', () => {
    const { onInsert } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Insert into the mail on this page' }));
    expect(onInsert).toHaveBeenCalledOnce();
  });

  it('shows four at once: ours, or those of the user, filled up and without what is not known', () => {
    expect(show().first()).toEqual([
      'LinkedIn post',
      'LinkedIn profile',
      'Copy link',
      'Copy for a signature',
    ]);
    expect(show(makeRow(), ['x', 'gone', 'qr']).first()).toEqual([
      'X',
      'QR code',
      'LinkedIn post',
      'LinkedIn profile',
    ]);
  });

  it('leaves the system’s sheet out where there is none', () => {
    expect(listPlaces(false).map(({ id }) => id)).not.toContain('share-sheet');
  });

  it.each([
    ['카톡', ['KakaoTalk']],
    ['ㅋㅋㅇㅌ', ['KakaoTalk']],
    ['twit', ['X']],
    ['slack', ['Slack']],
    ['nothing like it', []],
    // Hidden until it is looked for.
    ['hacker', ['Hacker News']],
  ])('finds a place by %j', (query, names) => {
    const { container } = show();
    fireEvent.input(screen.getByRole('searchbox', { hidden: true }), { target: { value: query } });
    const found = [...container.querySelectorAll('.more-places li .button')].map((item) => item.textContent);
    expect(found).toEqual(names);
  });

  it('puts a place first, moves one, and goes back to ours', () => {
    const { onChoose, container } = show(makeRow(), ['x', 'facebook', 'email', 'qr']);
    fireEvent.click(screen.getByRole('button', { name: 'Show Slack among the first four', hidden: true }));
    expect(onChoose).toHaveBeenLastCalledWith(['slack', 'x', 'facebook', 'email']);
    fireEvent.click(screen.getByRole('button', { name: 'Move Facebook up', hidden: true }));
    expect(onChoose).toHaveBeenLastCalledWith(['facebook', 'x', 'email', 'qr']);
    fireEvent.click(screen.getByRole('button', { name: 'Move Facebook down', hidden: true }));
    expect(onChoose).toHaveBeenLastCalledWith(['x', 'email', 'facebook', 'qr']);
    const order = within(container.querySelector<HTMLElement>('.place-order') ?? document.body);
    fireEvent.click(order.getByRole('button', { name: 'Back to our four', hidden: true }));
    expect(onChoose).toHaveBeenLastCalledWith(null);
  });

  it.each([
    ['private', makeRow({ state: 'private' }), /This badge is private/],
    [
      'on a transcript',
      makeRow({ pageUrl: safeUrl('https://learn.microsoft.com/en-us/users/haneul/transcript/abcd1234') }),
      /your whole Microsoft transcript/,
    ],
    ['expired', makeRow({ expiresOn: '2026-01-01' }), /has expired/],
    ['expired, and renewed since', renewed, /has expired/],
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
