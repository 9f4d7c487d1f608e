import type { ComponentChildren } from 'preact';
import type { WxtStorageItem } from '#imports';
import { useSetting } from '@/entrypoints/popup/use-setting';
import { Switch } from './Switch';

interface SwitchCardProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly item: WxtStorageItem<boolean, Record<string, unknown>>;
  /** What a press does, where that is more than to store it: called straight from it. */
  readonly onSwitch?: (isWanted: boolean) => void;
  /** What there is to say of the last press. */
  readonly children?: ComponentChildren;
}

/** One setting that is on or off, with what it means. */
export function SwitchCard({ id, title, text, item, onSwitch, children }: SwitchCardProps) {
  const isOn = useSetting(item) ?? false;
  return (
    <section class="card">
      <div class="card-head">
        <h2 id={id}>{title}</h2>
        <Switch
          labelledBy={id}
          describedBy={`about-${id}`}
          isOn={isOn}
          onSwitch={onSwitch ?? ((on) => void item.setValue(on))}
        />
      </div>
      <p id={`about-${id}`} class="second">
        {text}
      </p>
      {children}
    </section>
  );
}
