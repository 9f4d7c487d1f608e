import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ErrorNotice } from '@/components/ErrorNotice';
import { errorCodes } from '@/utils/errors';
import en from '../../../public/_locales/en/messages.json';
import ko from '../../../public/_locales/ko/messages.json';

describe('ErrorNotice', () => {
  it.each(errorCodes)('has words and a next step for %s in every language', (code) => {
    const key = code.replaceAll('-', '_');
    for (const messages of [en, ko]) {
      expect(messages).toHaveProperty(`error_${key}`);
      expect(messages).toHaveProperty(`errorNext_${key}`);
    }
  });

  it('says what happened, what is safe, and offers the next step', () => {
    const onNext = vi.fn();
    render(
      <ErrorNotice
        error={{ code: 'server-error', detail: '503' }}
        onNext={onNext}
        about="Credly haneul-kim"
      />,
    );
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Credly haneul-kim');
    expect(alert.textContent).toContain('The site has a problem of its own right now.');
    expect(alert.textContent).toContain('The badges you already have are safe.');
    expect(alert.textContent).not.toContain('503');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onNext).toHaveBeenCalledOnce();
  });

  it('names the wait that the site asked for', () => {
    render(<ErrorNotice error={{ code: 'rate-limited', detail: '', retryAfter: 61 }} />);
    expect(screen.getByText(/again in 2 minutes/)).toBeTruthy();
  });

  it('says nothing of stored badges where there are none', () => {
    render(<ErrorNotice error={{ code: 'not-found', detail: '' }} hasKept={false} />);
    expect(screen.queryByText(/are safe/)).toBeNull();
  });
});
