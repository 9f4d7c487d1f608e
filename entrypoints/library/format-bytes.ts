import { uiLanguage } from '@/utils/i18n';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "12.4 MB", in the user's language. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = units[power] ?? 'byte';
  const format = { style: 'unit', unit, maximumFractionDigits: power < 2 ? 0 : 1 } as const;
  return new Intl.NumberFormat(uiLanguage(), format).format(bytes / 1000 ** power);
}
