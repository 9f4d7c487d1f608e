import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCodePicture } from '@/utils/signature-layouts/code-picture';
import { signatureLayouts } from '@/utils/signature-layouts/index';
import { hostileNames, makeBadge } from '../make-badge';
import { attributeOf, elementsOf, findFaults } from './mail-rules';
import { contact, makeOptions } from './make-options';

/** Texts made to break whoever shows them: not ours to publish, beside the project on the machines that have them. */
const folder = '../shared/corpora';
const isThere = existsSync(`${folder}/INDEX.json`);
if (!isThere) console.info(`${folder} is not here: the hostile texts are those of this project alone`);

const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const texts: readonly string[] = [
  ...hostileNames,
  ...(isThere
    ? [
        ...(JSON.parse(read('strings/blns.json')) as string[]),
        ...(JSON.parse(read('html/dompurify-expect.json')) as { payload: string }[]).map(
          (one) => one.payload,
        ),
        read('html/httpleaks-leak.html'),
        ...globSync(`${folder}/html/gofuzz-htmltemplate/*`).map((file) => readFileSync(file, 'utf8')),
        ...globSync(`${folder}/markdown/*`).flatMap((file) => readFileSync(file, 'utf8').split('\n\n')),
      ]
    : []),
];

/** Pictures that a signature may load: the badge's own, and codes from inside of it. */
const own = makeBadge();
/** Of the badge's page, which no text changes; made once. */
const code = makeCodePicture(own.pageUrl ?? '');
const pictures = new Set([own.imageUrl]);
const pages = new Set<string>([own.pageUrl ?? '']);

describe.each(signatureLayouts.map((layout) => [layout.id, layout] as const))(
  'hostile texts in %s',
  (_, layout) => {
    it(`keep to our markup, load nothing and lead nowhere (${texts.length})`, () => {
      for (const text of texts) {
        const badge = makeBadge({
          achievement: { name: text, description: text, skills: [text] },
          issuer: { id: text, name: text, url: null },
          issuedOn: text,
          recipientName: text,
        });
        const person = {
          ...contact,
          name: text,
          title: text,
          company: text,
          phone: text,
          email: text,
          links: [text],
        };
        const options = makeOptions({ labels: 'full', contact: person, makeCode: () => code });
        const { html, text: plain, links } = layout.render([badge], options);
        expect(findFaults(html, { isFile: true }), text.slice(0, 200)).toEqual([]);
        expect(links).toEqual([own.pageUrl]);
        expect(plain.length).toBeLessThan(3000);
        for (const element of elementsOf(html)) {
          const source = attributeOf(element, 'src');
          const isOwn =
            source === undefined || pictures.has(source as never) || source.startsWith('data:image/png');
          expect(isOwn, `${source} of ${text.slice(0, 200)}`).toBe(true);
          const href = attributeOf(element, 'href');
          // What the user writes into the contact is the user's to link; of a badge nothing but its page is.
          const isContact =
            layout.uses.includes('contact') && /^(?:https:\/\/|mailto:|tel:[\d+]*$)/.test(href ?? '');
          expect(href === undefined || pages.has(href) || isContact, `${href} of ${text.slice(0, 200)}`).toBe(
            true,
          );
        }
      }
    });
  },
);
