import { badgeId, type Badge, type SourceId } from '@/utils/badge';
import { safeUrl } from '@/utils/html';
import type { SignatureOptions } from '@/utils/signature-layouts/signature-layout';
import {
  defaultSignature,
  signatureColours,
  signatureLabels,
  signatureSides,
  signatureSizes,
} from '@/utils/signature-setting';
import { makeBadge } from '../make-badge';

export const contact = {
  name: 'Haneul Kim',
  title: 'Cloud Engineer',
  company: 'Northwind',
  phone: '+82 2-1234-5678',
  email: 'haneul@example.org',
  links: ['https://www.linkedin.com/in/haneul-kim', 'haneul.example.org'],
};

/** Options as they are without any choice; what a test is about is handed in. */
export function makeOptions(changes: Partial<SignatureOptions> = {}): SignatureOptions {
  const { size, labels, colours, side } = defaultSignature;
  const rest = { language: 'en', contact, mediaTypeOf: () => undefined, makeCode: null } as const;
  return { size, labels, colours, side, ...rest, ...changes };
}

/** Every combination of what can be chosen. */
export const allOptions: readonly SignatureOptions[] = signatureSizes.flatMap((size) =>
  signatureLabels.flatMap((labels) =>
    signatureColours.flatMap((colours) =>
      signatureSides.flatMap((side) =>
        (['en', 'ko'] as const).map((language) => makeOptions({ size, labels, colours, side, language })),
      ),
    ),
  ),
);

/** Badges with addresses as long as real ones. */
export function makeMany(count: number): Badge[] {
  return Array.from({ length: count }, (_, index) => {
    const uuid = `3f2b8a90-1c4d-4e5f-8a6b-${String(index).padStart(12, '0')}`;
    return makeBadge({
      id: badgeId('credly' as SourceId, uuid),
      achievement: { name: `Cloud Architect Associate ${index + 1}` },
      pageUrl: safeUrl(`https://www.credly.com/badges/${uuid}`),
      imageUrl: safeUrl(`https://images.credly.com/size/220x220/images/${uuid}/cloud-architect.png`),
    });
  });
}
