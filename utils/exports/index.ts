import { credlyEmbed } from './credly-embed';
import { csv } from './csv';
import { europassText } from './europass-text';
import { expiryCalendar } from './expiry-calendar';
import type { Export } from './export';
import { htmlCard } from './html-card';
import { jsonLd } from './json-ld';
import { jsonResume } from './json-resume';
import { latex } from './latex';
import { readmeMarkdown } from './readme-markdown';
import { vcard } from './vcard';
import { word } from './word';

/** In the order in which they are shown. */
export const exports: readonly Export[] = [
  readmeMarkdown,
  htmlCard,
  word,
  latex,
  europassText,
  jsonResume,
  jsonLd,
  vcard,
  expiryCalendar,
  csv,
  credlyEmbed,
];
