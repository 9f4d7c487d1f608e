import { isObject, type Version } from './v1';

/**
 * Parts of badge classes and assertions that 1EdTech's validators refuse, and only these: each function says in English
 * what is wrong, or null. Platforms leave much out, but what is there must be of its kind (Open Badges 2.0, "Evidence",
 * "Criteria", "AlignmentObject").
 */
export function evidenceFault(evidence: unknown, version: Version): string | null {
  const wrong = listOf(evidence).find((item) => {
    if (isObject(item)) return item['id'] !== undefined && item['id'] !== null && !isIri(item['id']);
    return typeof item !== 'string' || (version === '2.0' && item !== '' && !isIri(item));
  });
  return wrong === undefined ? null : `evidence ${inShort(wrong)} is no address and no object`;
}

/** `criteria`: an address, or an object with an address or a narrative. */
export function criteriaFault(criteria: unknown, version: Version): string | null {
  const [item, ...more] = listOf(criteria);
  if (item === undefined) return 'criteria are missing';
  if (more.length > 0) return 'more than one criteria';
  if (isObject(item)) {
    const hasText = typeof item['narrative'] === 'string' && item['narrative'] !== '';
    return hasText || isIri(item['id'] ?? item['@id']) ? null : 'criteria without address and narrative';
  }
  const isRight = typeof item === 'string' && (version !== '2.0' || isIri(item));
  return isRight ? null : `criteria ${inShort(item)} are no address`;
}

/** `alignment`: objects with a name and an address. */
export function alignmentFault(alignment: unknown): string | null {
  const wrong = listOf(alignment).find(
    (item) => !isObject(item) || typeof item['targetName'] !== 'string' || !isIri(item['targetUrl']),
  );
  return wrong === undefined ? null : `alignment ${inShort(wrong)} has no targetName or targetUrl`;
}

/** `tags`: text. */
export function tagsFault(tags: unknown): string | null {
  const wrong = listOf(tags).find((tag) => typeof tag !== 'string');
  return wrong === undefined ? null : `tag ${inShort(wrong)} is no text`;
}

/** One or several values as a list; nothing as none. */
export function listOf(value: unknown): readonly unknown[] {
  return [value].flat().filter((item) => item !== undefined && item !== null);
}

/** An absolute IRI or a blank node: something with a scheme, and no space. */
export function isIri(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[a-z][a-z0-9+.-]*|_):\S+$/i.test(value.trim());
}

function inShort(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60);
}
