import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { GuidedEntry } from '@/components/GuidedEntry';
import { linkedInProfile } from '@/utils/share-targets/linkedin-profile';
import { makeBadge } from '../make-badge';

const { fields } = linkedInProfile.share(makeBadge());

describe('GuidedEntry', () => {
  it('copies each field and shows which ones were copied', () => {
    const onCopy = vi.fn();
    render(
      <GuidedEntry
        fields={fields}
        copied={['fieldName']}
        onCopy={onCopy}
        onOpenForm={vi.fn()}
        onOpenBeside={null}
      />,
    );
    const numbered = screen
      .getAllByRole('button')
      .filter((button) => button.ariaKeyShortcuts ?? button.getAttribute('aria-keyshortcuts'));
    expect(numbered).toHaveLength(8);
    const skills = screen.getAllByRole('button', { name: /Networking|Resilience/ });
    const rows = [...numbered, ...skills];
    expect(rows[0]?.textContent).toContain('Copied');
    expect(rows[1]?.textContent).toContain('Northwind Cloud Academy');
    expect(rows[1]?.textContent).toContain('Copy');
    rows.forEach((row) => fireEvent.click(row));
    expect(onCopy.mock.calls.map(([field]) => field)).toEqual(fields);
  });

  it('opens the form, and the side panel where there is one', () => {
    const onOpenForm = vi.fn();
    const onOpenBeside = vi.fn();
    render(
      <GuidedEntry
        fields={fields}
        copied={[]}
        onCopy={vi.fn()}
        onOpenForm={onOpenForm}
        onOpenBeside={onOpenBeside}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Open the form' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open in side panel' }));
    expect(onOpenForm).toHaveBeenCalledOnce();
    expect(onOpenBeside).toHaveBeenCalledOnce();
  });

  it('never promises that LinkedIn fills the form', () => {
    render(
      <GuidedEntry fields={fields} copied={[]} onCopy={vi.fn()} onOpenForm={vi.fn()} onOpenBeside={null} />,
    );
    expect(screen.getByText(/no longer fills this form/)).toBeTruthy();
  });
});
