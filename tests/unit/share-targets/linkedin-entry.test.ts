import { expect, it } from 'vitest';
import { readOrganization } from '@/utils/linkedin-organizations';
import { linkedInEntry } from '@/utils/share-targets/linkedin-profile';
import { makeBadge } from '../make-badge';

it.each([
  ['1234567', { organizationId: '1234567' }, 'Northwind Cloud Academy'],
  ['노스윈드 & Co', { organizationName: '노스윈드 & Co' }, '노스윈드 & Co'],
  [
    'linkedin.com/company/northwind',
    { organizationName: 'Northwind Cloud Academy' },
    'Northwind Cloud Academy',
  ],
])('the form is opened with what is known of the organization: %s', (typed, asked, field) => {
  const { open, fields } = linkedInEntry(makeBadge(), readOrganization(typed));
  const given = [...(open?.searchParams ?? [])].filter(([name]) => name.startsWith('organization'));
  expect(Object.fromEntries(given)).toEqual(asked);
  expect(fields[1]).toEqual({ label: 'fieldOrganization', value: field });
});
