import { useSetting } from '@/entrypoints/popup/use-setting';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { switchedOnSources } from '@/utils/settings';
import { badgeSources } from '@/utils/sources/index';
import { Switch } from './Switch';

/** Sources that are off until the user wants them. */
export function AccountSources() {
  const on = useSetting(switchedOnSources) ?? [];
  const sources = badgeSources.filter(({ standing }) => standing === 'unofficial');
  if (sources.length === 0) return null;
  return (
    <section class="card" aria-labelledby="unofficial-sources">
      <h2 id="unofficial-sources">{t('syncSourcesTitle')}</h2>
      <p class="second">{t('syncUnofficialText')}</p>
      <p class="second" id="unofficial-text">
        {t('syncSourcesText')}
      </p>
      <ul class="rows">
        {sources.map(({ id, name }) => (
          <li key={id} class="row-line between">
            <span id={`source-${id}`}>{name}</span>
            <Switch
              labelledBy={`source-${id}`}
              describedBy="unofficial-text"
              isOn={on.includes(id)}
              onSwitch={(isOn) => void send('switchSource', { sourceId: id, on: isOn })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
