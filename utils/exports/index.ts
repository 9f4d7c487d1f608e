import type { Export } from './export';
import { readmeMarkdown } from './readme-markdown';

/** In the order in which they are shown. */
export const exports: readonly Export[] = [readmeMarkdown];
