import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Toast } from '@/components/Toast';

describe('Toast', () => {
  it('is a live region before anything is said, so that the first line is read aloud', () => {
    const { rerender } = render(<Toast message={null} />);
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    rerender(<Toast message={{ text: 'Link copied' }} />);
    expect(screen.getByRole('status')).toBe(region);
    expect(region.textContent).toBe('Link copied');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('takes back what was done', () => {
    const onUndo = vi.fn();
    render(<Toast message={{ text: 'Removed', onUndo }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledOnce();
  });
});
