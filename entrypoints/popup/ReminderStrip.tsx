import { CalendarClock } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import type { Entry } from '@/utils/entries';
import { formatDay, t, tn } from '@/utils/i18n';
import { findReminders, untold, withTold } from '@/utils/reminders';
import { remindersSeen } from '@/utils/settings';
import { useSetting } from './use-setting';

interface ReminderStripProps {
  readonly rows: readonly Entry[];
  readonly today: string;
}

/** One thin line while badges expire within 60 days; dismissed, it comes back at 30 and at 7. */
export function ReminderStrip({ rows, today }: ReminderStripProps) {
  const seen = useSetting(remindersSeen);
  const reminders = useMemo(() => findReminders(rows, today), [rows, today]);
  const due = seen === undefined ? [] : untold(reminders, seen);
  const [first] = due;
  return (
    <output class="strip-region">
      {first && (
        <span class="strip plain reminder">
          <CalendarClock size={16} />
          <span>
            {due.length === 1
              ? t('reminderLine', first.entry.achievement.name, formatDay(first.entry.expiresOn ?? ''))
              : tn('reminderStrip', due.length, formatDay(first.entry.expiresOn ?? ''))}{' '}
            {first.renewUrl && due.length === 1 && (
              <a href={first.renewUrl} target="_blank" rel="noreferrer">
                {t('reminderRenew')}
              </a>
            )}
          </span>
          <button
            type="button"
            class="button quiet"
            onClick={() => void remindersSeen.setValue(withTold(seen ?? {}, due, today))}
          >
            {t('reminderDismiss')}
          </button>
        </span>
      )}
    </output>
  );
}
