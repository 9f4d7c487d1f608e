import { useMemo } from 'preact/hooks';
import type { ListedState } from '@/components/badge-state';
import { stateWords } from '@/components/BadgeState';
import type { Entry } from '@/utils/entries';
import { formatNumber, t, type MessageKey } from '@/utils/i18n';
import { badgeSources } from '@/utils/sources/index';
import {
  filterNames,
  noFilter,
  optionsOf,
  sortNames,
  type Filter,
  type FilterName,
} from './collection-filter';

interface CollectionFiltersProps {
  readonly rows: readonly Entry[];
  readonly filter: Filter;
  readonly today: string;
  readonly onChange: (filter: Filter) => void;
}

const labels: Readonly<Record<FilterName, MessageKey>> = {
  state: 'mergeFilterState',
  issuer: 'mergeFilterIssuer',
  source: 'mergeFilterSource',
  year: 'mergeFilterYear',
  skill: 'mergeFilterSkill',
};

/** Narrows the collection and puts it in order. A choice that would change nothing is not offered. */
export function CollectionFilters({ rows, filter, today, onChange }: CollectionFiltersProps) {
  const options = useMemo(
    () => filterNames.map((name) => ({ name, values: optionsOf(rows, name, today) })),
    [rows, today],
  );
  const isFiltered = filterNames.some((name) => filter[name] !== '');
  return (
    <fieldset class="filters">
      <legend class="unseen">{t('mergeFilters')}</legend>
      {options
        .filter(({ name, values }) => values.length > 1 || filter[name] !== '')
        .map(({ name, values }) => (
          <label key={name} class="filter">
            <span>{t(labels[name])}</span>
            <select
              class="field"
              value={filter[name]}
              onChange={(event) => onChange({ ...filter, [name]: event.currentTarget.value })}
            >
              <option value="">{t('mergeFilterAll')}</option>
              {values.map(([value, count]) => (
                <option key={value} value={value}>
                  {t('mergeOption', optionWords(name, value), formatNumber(count))}
                </option>
              ))}
            </select>
          </label>
        ))}
      <label class="filter">
        <span>{t('mergeSort')}</span>
        <select
          class="field"
          value={filter.sort}
          onChange={(event) => {
            const sort = sortNames.find((name) => name === event.currentTarget.value);
            if (sort) onChange({ ...filter, sort });
          }}
        >
          {sortNames.map((name) => (
            <option key={name} value={name}>
              {t(`mergeSort_${name}`)}
            </option>
          ))}
        </select>
      </label>
      {isFiltered && (
        <button type="button" class="button" onClick={() => onChange({ ...noFilter, sort: filter.sort })}>
          {t('mergeFiltersClear')}
        </button>
      )}
    </fieldset>
  );
}

function optionWords(name: FilterName, value: string): string {
  if (name === 'source') return badgeSources.find(({ id }) => id === value)?.name ?? value;
  if (name !== 'state') return value;
  return stateWords(value as ListedState) || t('mergeStateGood');
}
