import { Search, Settings, X } from 'lucide-preact';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { IconButton } from '@/components/IconButton';
import { t } from '@/utils/i18n';
import { showLibrary } from './navigation';

interface SearchBarProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Arrow down leads into the list, Enter opens its first row. */
  readonly onDown: () => void;
  readonly onEnter: () => void;
}

/** The search, focused on opening; what was typed before is selected, so that typing replaces it. */
export function SearchBar({ field, query, onQuery, onDown, onEnter }: SearchBarProps) {
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field]);
  const onKeyDown = (event: KeyboardEvent) => {
    // While a syllable is being put together, Enter and arrows belong to the input method.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <header class="top-bar">
      <search class="search">
        <Search size={16} />
        <input
          ref={field}
          class="field"
          type="text"
          aria-label={t('search')}
          placeholder={t('search')}
          value={query}
          spellcheck={false}
          autocomplete="off"
          aria-keyshortcuts="/"
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query !== '' && (
          <IconButton
            icon={X}
            label={t('clearSearch')}
            onPress={() => {
              onQuery('');
              field.current?.focus();
            }}
          />
        )}
      </search>
      <IconButton
        icon={Settings}
        label={t('accountsAndSettings')}
        onPress={() => void showLibrary('accounts')}
      />
    </header>
  );
}
