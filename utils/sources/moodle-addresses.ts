import type { SourceId } from '../badge';
import type { BadgeAddresses } from './badge-addresses';

/** Only https, and only hosts as the world names them: an id leads somewhere. */
const place = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}(?:\/[\w~.-]+)*$/;

/**
 * Any site may be a Moodle, also below a folder; the hash names the badge there and nowhere else. So an id is the place and
 * the hash: `learn.school.example/moodle/0a1b…`.
 */
export const moodleAddresses: BadgeAddresses = {
  id: 'moodle' as SourceId,
  name: 'Moodle',
  words: ['badge.php', 'assertion.php'],
  movesRecords: true,
  parseBadgeUrl(url) {
    const [, folder] = /^(.*)\/badges\/(?:badge|assertion)\.php$/.exec(url.pathname) ?? [];
    const hash = url.searchParams.get('hash') ?? url.searchParams.get('b') ?? '';
    // `action` asks for a part of the record (0 the issuer, 1 the class).
    if (folder === undefined || !/^[0-9a-f]{40}$/i.test(hash) || url.searchParams.has('action')) return null;
    const base = `${url.host}${folder}`;
    return place.test(base) && !base.includes('..') ? `${base}/${hash.toLowerCase()}` : null;
  },
  // Its pictures are anywhere; nothing tells them from others.
  isPictureUrl: () => false,
  // Everybody may run a Moodle.
  isImitation: () => false,
};
