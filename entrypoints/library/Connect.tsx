import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { ToastMessage } from '@/components/Toast';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';
import { hostsOf, understand, type Understood } from '@/utils/understand';
import { ImportResult } from './ImportResult';
import { useImports, type Imports } from './use-imports';

interface ConnectProps {
  /** Sample badges are offered until there are some. */
  readonly hasSamples: boolean;
  /** The one main action of the page, where there is no other. */
  readonly isMain?: boolean;
  /** The import of the page around, where it takes files, too; its result is then shown there. */
  readonly imports?: Imports;
  readonly say?: (message: ToastMessage | null) => void;
  /** Text that the page around puts into the field (dropped, pasted, handed over). */
  readonly text?: string;
  readonly onText?: (text: string) => void;
}

const silent = () => {};

/** A field that takes whatever the user pastes and says what it understood before anything is fetched. */
export function Connect({ hasSamples, isMain, imports, say = silent, text, onText }: ConnectProps) {
  const [ownText, setOwnText] = useState('');
  const own = useImports();
  const used = imports ?? own;
  return (
    <>
      <PasteField
        imports={used}
        isMain={isMain ?? false}
        input={text ?? ownText}
        onInput={onText ?? setOwnText}
      />
      {!imports && <ImportResult imports={own} say={say} />}
      {!hasSamples && <SampleOffer />}
    </>
  );
}

interface PasteFieldProps {
  readonly imports: Imports;
  readonly isMain: boolean;
  readonly input: string;
  readonly onInput: (text: string) => void;
}

function PasteField({ imports, isMain, input, onInput }: PasteFieldProps) {
  const understood = understand(input);
  const isBusy = imports.state.phase === 'running' || imports.state.phase === 'reading';
  const canAdd = !['empty', 'unknown', 'unsafe'].includes(understood.kind);
  const finish = async (asked: Promise<unknown>) => {
    // Whether the browser lets us or not: what it does not let us ask is said when it is asked.
    await asked.catch(() => false);
    imports.bringUnderstood(understood);
    onInput('');
  };
  const submit = () => {
    if (!canAdd || isBusy) return;
    const origins = [...hostsOf(understood)];
    // No await before the request: it would let go of the click.
    void finish(origins.length > 0 ? browser.permissions.request({ origins }) : Promise.resolve());
  };
  return (
    <form
      class="connect"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label class="label" for="connect-input">
        {t('importLabel')}
      </label>
      <div class="connect-line">
        <Field value={input} onValue={onInput} onEnter={submit} isLine={understood.kind !== 'json'} />
        <button type="submit" class={isMain ? 'button main' : 'button'} disabled={!canAdd || isBusy}>
          {t(understood.kind === 'account' || understood.kind === 'empty' ? 'connectFetch' : 'importAdd')}
        </button>
      </div>
      <output id="connect-understood" class="second">
        {sayUnderstood(understood)}
      </output>
    </form>
  );
}

interface FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onEnter: () => void;
  /** A link is one line: Enter sends it. In JSON Enter is a new line. */
  readonly isLine: boolean;
}

function Field({ value, onValue, onEnter, isLine }: FieldProps) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !isLine) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <textarea
      id="connect-input"
      class="field"
      rows={1}
      autocomplete="off"
      spellcheck={false}
      placeholder={badgeSources[0]?.examples[0]}
      aria-describedby="connect-understood"
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function SampleOffer() {
  const [error, setError] = useState<ErrorRecord | null>(null);
  const take = () =>
    void send('addSampleBadges', {}).catch((cause: unknown) => setError(toAppError(cause).toRecord()));
  return (
    <>
      <p class="second sample-offer">
        {t('sampleOffer')}
        <button type="button" class="button" onClick={take}>
          {t('sampleTake')}
        </button>
      </p>
      {error && <ErrorNotice error={error} hasKept={false} onNext={take} />}
    </>
  );
}

function sayUnderstood(understood: Understood): string {
  const { kind } = understood;
  if (kind === 'several') return tn('importSeveral', understood.parts.length);
  if (kind === 'address') return t('importUnderstood_address', new URL(understood.url).hostname);
  if (kind !== 'account' && kind !== 'link') return t(plainWords[kind]);
  const { name, standing } = understood.source;
  const words =
    kind === 'account'
      ? t('connectUnderstood', name, understood.account.handle)
      : t('importUnderstood_link', name);
  return standing === 'unofficial' ? `${words} ${t('importUnofficial', name)}` : words;
}

const plainWords = {
  empty: 'importHint',
  json: 'importUnderstood_json',
  token: 'importUnderstood_token',
  unsafe: 'importUnderstood_unsafe',
  unknown: 'importUnderstood_unknown',
} as const;
