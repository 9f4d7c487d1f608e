import type { Exam } from '@/utils/db';
import { formatDay, tn } from '@/utils/i18n';

/** Exams that the source lists: no badges, but what some badges are made of. */
export function AccountExams({ exams }: { exams: readonly Exam[] }) {
  if (exams.length === 0) return null;
  const newest = exams.toSorted((a, b) => (a.takenOn < b.takenOn ? 1 : -1));
  return (
    <details class="exams">
      <summary>{tn('syncExams', exams.length)}</summary>
      <ul class="plain-list">
        {newest.map(({ title, number, takenOn }) => (
          <li key={`${number} ${takenOn} ${title}`}>
            {[number, title].filter((part) => part !== '').join(' · ')}{' '}
            <span class="second">{formatDay(takenOn)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
