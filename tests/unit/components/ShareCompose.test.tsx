import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ShareCompose } from '@/components/ShareCompose';
import { shareTargets } from '@/utils/share-targets/index';
import type { ShareTarget, ShareText } from '@/utils/share-targets/share-target';
import { makeBadge } from '../make-badge';

function targetOf(id: string): ShareTarget & { readonly text: ShareText } {
  const target = shareTargets.find((candidate) => candidate.id === id);
  if (!target?.text) throw new Error(`${id} takes no words`);
  return { ...target, text: target.text };
}

function show(id: string, given: { draft?: string; template?: string; language?: 'en' | 'ko' } = {}) {
  const calls = {
    onLanguage: vi.fn(),
    onTemplate: vi.fn(),
    onDraft: vi.fn(),
    onGo: vi.fn(),
    onClose: vi.fn(),
  };
  render(
    <ShareCompose
      badge={makeBadge()}
      target={targetOf(id)}
      language={given.language ?? 'en'}
      template={given.template}
      draft={given.draft}
      settings={{ mastodonServer: null }}
      {...calls}
    />,
  );
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Your words for/ });
  return { ...calls, field };
}

describe('ShareCompose', () => {
  it('starts with our words in the language of the post, and hands on those of the user', () => {
    const { field, onDraft } = show('x');
    expect(field.value).toBe('I earned the badge “Cloud Architect Associate” from Northwind Cloud Academy.');
    fireEvent.input(field, { target: { value: 'Done' } });
    expect(onDraft).toHaveBeenCalledWith('Done');
  });

  it('fills the user’s own template, in Korean as well', () => {
    expect(show('x', { language: 'ko', template: '{badge} 취득!' }).field.value).toBe(
      'Cloud Architect Associate 취득!',
    );
  });

  it('counts by the rule of the place and says what is too long', async () => {
    show('x', { draft: 'a'.repeat(300) });
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('X: 324 of 280 characters · too long'),
    );
  });

  it('says that the link comes behind, unless the words hold it', () => {
    show('slack');
    expect(screen.getByRole('status').textContent).toBe('The link is added behind your words.');
    document.body.innerHTML = '';
    show('slack', { draft: `See ${makeBadge().pageUrl}` });
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('offers hashtags of the skills, and adds one only when it is pressed', () => {
    const { field, onDraft } = show('x', { draft: 'Yes #resilience' });
    expect(field.value).not.toContain('#Networking');
    expect(screen.queryByRole('button', { name: '#Resilience' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '#Networking' }));
    expect(onDraft).toHaveBeenCalledWith('Yes #resilience #Networking');
  });

  it.each([
    ['x', 'Open X'],
    ['kakaotalk', 'Copy for KakaoTalk'],
    ['share-sheet', 'Share'],
  ])('%s goes by “%s”', (id, name) => {
    const { onGo } = show(id);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(onGo).toHaveBeenCalledOnce();
  });

  it('changes language and template, and takes both back', () => {
    const calls = show('x', { draft: 'Mine', template: 'My {badge}' });
    fireEvent.click(screen.getByRole('button', { name: '한국어' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back to the template' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back to our template', hidden: true }));
    expect(calls.onLanguage).toHaveBeenCalledWith('ko');
    expect(calls.onDraft).toHaveBeenCalledWith(undefined);
    expect(calls.onTemplate).toHaveBeenCalledWith(undefined);
  });
});
