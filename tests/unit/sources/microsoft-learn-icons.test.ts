import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certificationIcon, certificationLevel, renewableFrom } from '@/utils/sources/microsoft-learn-icons';

describe('microsoft-learn-icons', () => {
  it.each([
    ['Microsoft Certified: Azure Fundamentals', 'microsoft-certified-fundamentals-badge.svg'],
    ['Microsoft Certified – Azure Fundamentals', 'microsoft-certified-fundamentals-badge.svg'],
    ['Microsoft Certified: Azure Administrator Associate', 'microsoft-certified-associate-badge.svg'],
    [
      'Microsoft Certified: Azure Solutions Architect Expert (Legacy)',
      'microsoft-certified-expert-badge.svg',
    ],
    ['Microsoft® Certified Solutions Associate: Cloud Platform', 'mcsa-badge.svg'],
    ['GitHub Copilot', 'github-copilot.svg'],
    ['GitHub Foundations', undefined],
    ['Microsoft Certified Professional', undefined],
    ['Associate of Arts', undefined],
  ])('%s', (name, file) => {
    expect(certificationIcon(name)?.split('/').at(-1)).toBe(file);
  });

  it.each([
    ['Microsoft Certified: Azure Administrator Associate', '2027-08-06', '2027-02-06'],
    ['Microsoft Certified: DevOps Engineer Expert', '2027-08-31', '2027-02-28'],
    ['Microsoft Certified: Azure Cosmos DB Developer Specialty', '2028-08-31', '2028-02-29'],
    ['Microsoft Certified: Security Operations Analyst Associate', '2027-03-15', '2026-09-15'],
    ['Microsoft Certified: Azure Fundamentals', null, null],
    ['Microsoft Certified: Azure Administrator Associate', null, null],
    ['GitHub Actions', '2028-02-20', null],
  ])('%s that ends on %s can be renewed from %s', (name, expiresOn, from) => {
    expect(renewableFrom(name, expiresOn)).toBe(from);
  });

  it('has no level for certifications without one', () => {
    expect(certificationLevel('GitHub Actions')).toBeNull();
  });
});

const map = '../shared/samples/microsoft/certification-icon-map.sujithq.json';
describe.skipIf(!existsSync(map))(
  'microsoft-learn-icons › map of others (skipped without ../shared/samples)',
  () => {
    const icons = existsSync(map) ? (JSON.parse(readFileSync(map, 'utf8')) as Record<string, string>) : {};
    it.each(Object.entries(icons))('%s has the icon that others found', (name, icon) => {
      expect(certificationIcon(name)).toBe(icon);
    });
  },
);
