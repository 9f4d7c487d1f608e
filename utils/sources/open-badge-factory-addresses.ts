import type { SourceId } from '../badge';
import type { BadgeAddresses } from './badge-addresses';

const badgePath = /^\/v1\/assertion\/([0-9a-f]{40})(?:\.html|\/public)?\/?$/i;

export const openBadgeFactoryAddresses: BadgeAddresses = {
  id: 'open-badge-factory' as SourceId,
  name: 'Open Badge Factory',
  words: ['openbadgefactory'],
  movesRecords: true,
  parseBadgeUrl: (url) =>
    isOurs(url.hostname) ? (badgePath.exec(url.pathname)?.[1]?.toLowerCase() ?? null) : null,
  // Addresses of its pictures are not known (facts on sources, 3).
  isPictureUrl: () => false,
  isImitation: (url) =>
    !/(?:^|\.)openbadgefactory\.com$/.test(url.hostname) &&
    url.hostname.includes('openbadgefactory') &&
    badgePath.test(url.pathname),
};

function isOurs(hostname: string): boolean {
  return hostname === 'openbadgefactory.com' || hostname === 'www.openbadgefactory.com';
}
