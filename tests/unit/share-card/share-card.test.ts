import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardDesigns, layoutCard } from '@/utils/share-card/index';
import { makeCode } from '@/utils/share-card/code';
import {
  cardSizeIds,
  cardSizes,
  type Box,
  type CardContent,
  type CardTexts,
  type Measure,
} from '@/utils/share-card/share-card';
import { colour, plainTint, tintOf } from '@/utils/share-card/tint';
import { balance, cut, isRightToLeft, wrap } from '@/utils/share-card/wrap';
import { cardAlt, cardTexts } from '@/utils/share-card/words';
import { hostileNames, makeBadge } from '../make-badge';

const graphemes = new Intl.Segmenter();
/** Widths of a plain font: Hangul and Han are as wide as high, the rest a little over half. */
const measure: Measure = (text, { size }) => {
  let width = 0;
  for (const letter of text)
    width += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3]/.test(letter) ? size : size * 0.56;
  return width;
};
const widthOf = (text: string) => measure(text, { size: 10, weight: 400, family: 'sans' });

const texts: CardTexts = {
  name: 'Cloud Architect Associate',
  issuer: 'Northwind Cloud Academy',
  earner: 'Haneul Kim',
  date: 'Earned May 14, 2026',
  state: '',
  link: 'See this badge at credly.com',
  issuerLabel: 'Issuer',
  dateLabel: 'Earned',
};
const content: CardContent = {
  texts,
  picture: { width: 220, height: 220, isVector: false },
  codeModules: 41,
  tint: plainTint,
  isDark: false,
};
const cases = cardDesigns.flatMap(({ id }) => cardSizeIds.map((size) => [id, size] as const));

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** What is wrong with a card: what leaves it, what lies on something else, what is wider than its box. */
function faultsOf(layout: ReturnType<typeof layoutCard>): string[] {
  const boxes = [
    { what: 'picture', box: layout.picture.box },
    ...(layout.code ? [{ what: 'code', box: layout.code.panel }] : []),
    ...layout.blocks.map(({ role, box }) => ({ what: role, box })),
  ];
  const outside = boxes.filter(
    ({ box }) =>
      box.x < 0 || box.y < 0 || box.x + box.width > layout.width || box.y + box.height > layout.height,
  );
  const crossing = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(one.box, other.box))
      .map((other) => `${one.what} on ${other.what}`),
  );
  const wide = layout.blocks.filter(({ lines, box, font }) =>
    lines.some((line) => measure(line, font) > box.width && [...graphemes.segment(line)].length > 1),
  );
  const high = layout.blocks.filter(({ lines, box, lineHeight }) => lines.length * lineHeight > box.height);
  return [
    ...outside.map(({ what }) => `${what} outside`),
    ...crossing,
    ...wide.map(({ role }) => `${role} too wide`),
    ...high.map(({ role }) => `${role} too high`),
  ];
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 160 }),
  fc.string({ unit: 'binary', maxLength: 160 }),
  fc
    .array(
      fc.constantFrom(
        '클라우드',
        '설계',
        '전문가',
        'Certified',
        'Ω',
        'شهادة',
        'AZ-104',
        '(심화)',
        '資格認定',
        'x'.repeat(40),
      ),
      { maxLength: 24 },
    )
    .map((words) => words.join(' ')),
  fc.constantFrom(...hostileNames.map((name) => name.slice(0, 160))),
);
const anyTexts = fc.record({
  name: anyText.filter((text) => text !== ''),
  issuer: anyText,
  earner: anyText,
  date: anyText,
  state: anyText,
  link: anyText,
  issuerLabel: fc.constantFrom('Issuer', '발급 기관'),
  dateLabel: fc.constantFrom('Earned', '취득일'),
});

describe.each(cases)('%s as %s', (design, size) => {
  it('has its size, its picture, its code and every text', () => {
    const layout = layoutCard(design, size, content, measure);
    expect([layout.width, layout.height]).toEqual([cardSizes[size].width, cardSizes[size].height]);
    expect(faultsOf(layout)).toEqual([]);
    const roles = layout.blocks.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['name', 'issuer', 'earner', 'date', 'link']));
    for (const { role, lines } of layout.blocks) expect(lines.join(' ')).toBe(texts[role]);
    expect(layout.code?.module).toBeGreaterThanOrEqual(3);
  });

  it('keeps 500 texts, whatever they are, apart from each other and inside', () => {
    fc.assert(
      fc.property(
        anyTexts,
        fc.constantFrom(null, 29, 41, 57, 185),
        fc.constantFrom(
          null,
          { width: 900, height: 300, isVector: false },
          { width: 20, height: 400, isVector: true },
        ),
        (all, codeModules, picture) => {
          expect(
            faultsOf(layoutCard(design, size, { ...content, texts: all, codeModules, picture }, measure)),
          ).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
    // Long texts in many sizes: as long as a busy machine needs.
  }, 120_000);

  it('turns around for a name that runs from right to left', () => {
    const rtl = { ...content, texts: { ...texts, name: 'مهندس سحابي معتمد' } };
    const [plain, turned] = [
      layoutCard(design, size, content, measure),
      layoutCard(design, size, rtl, measure),
    ];
    const { box } = plain.picture;
    expect(turned.picture.box.x).toBeCloseTo(plain.width - box.x - box.width);
    const name = turned.blocks.find(({ role }) => role === 'name');
    expect([name?.isRtl, name?.align === 'left']).toEqual([true, false]);
  });

  it('leaves out a code that no camera could read, and the words about it', () => {
    const layout = layoutCard(design, size, { ...content, codeModules: 185 }, measure);
    expect(layout.code).toBeNull();
    expect(layout.blocks.some(({ role }) => role === 'link')).toBe(false);
  });
});

describe('lines', () => {
  it('are balanced, so that no word stands alone without need', () => {
    const text = 'one two three four five six';
    expect(wrap(text, 130, widthOf)).toEqual(['one two three four five', 'six']);
    expect(balance(text, 130, widthOf)).toEqual(['one two three', 'four five six']);
  });

  it.each([
    ['Certified Cloud Architect', 100, ['Certified Cloud', 'Architect']],
    ['클라우드 설계 전문가 자격', 90, ['클라우드 설계', '전문가 자격']],
    ['AZ-104', 100, ['AZ-104']],
    ['클라우드(심화) 과정', 80, ['클라우드(심화)', '과정']],
    ['', 100, []],
  ])('%s', (text, width, lines) => {
    expect(balance(text, width, widthOf)).toEqual(lines);
  });

  it('breaks Japanese between its words and a word that is too long between its letters', () => {
    expect(wrap('資格認定試験に合格しました', 60, widthOf).join('')).toBe('資格認定試験に合格しました');
    expect(wrap('👩‍👩‍👧‍👦'.repeat(9), 20, widthOf).join('')).toBe('👩‍👩‍👧‍👦'.repeat(9));
  });

  it('says that there is more', () => {
    expect(cut(['one two', 'three'], 1, 40, widthOf)).toEqual(['one tw…']);
    expect(cut(['one'], 1, 40, widthOf)).toEqual(['one']);
  });

  it.each([
    ['שלום', true],
    ['2026 شهادة', true],
    ['Cloud شهادة', false],
    ['', false],
  ])('%s runs from right to left: %s', (text, expected) => expect(isRightToLeft(text)).toBe(expected));
});

describe('the tint', () => {
  const pixels = (...all: number[][]) => new Uint8ClampedArray(all.flat());
  it('is the hue of what is colourful and solid', () => {
    const { hue, strength } = tintOf(
      pixels([255, 255, 255, 255], [20, 60, 200, 255], [20, 60, 210, 255], [255, 0, 0, 10]),
    );
    expect(hue).toBeGreaterThan(255);
    expect(hue).toBeLessThan(275);
    expect(strength).toBeGreaterThan(0.5);
  });
  it('is faint for a grey picture and our own for an empty one', () => {
    expect(tintOf(pixels([90, 90, 90, 255])).strength).toBeLessThan(0.2);
    expect(tintOf(pixels([0, 0, 0, 0]))).toEqual(plainTint);
    expect(colour(plainTint, 0.5, 0.1, 0.4)).toBe('oklch(0.5 0.0550 195.0 / 0.4)');
  });
});

describe('what a card says', () => {
  const wording = { language: 'en', hasEarner: true, today: '2026-11-22', isLabelled: false } as const;
  it('in English and in Korean', () => {
    expect(cardTexts(makeBadge(), wording)).toMatchObject({
      date: 'Earned May 14, 2026',
      link: 'See this badge at credly.com',
      state: '',
    });
    expect(cardTexts(makeBadge(), { ...wording, language: 'ko' })).toMatchObject({
      date: '2026년 5월 14일 취득',
      link: 'credly.com에서 배지 보기',
    });
    expect(cardAlt(makeBadge(), wording, true)).toBe(
      'Badge “Cloud Architect Associate” from Northwind Cloud Academy. Awarded to Haneul Kim. Earned May 14, 2026. The QR code opens its page at credly.com.',
    );
    expect(cardAlt(makeBadge(), { ...wording, language: 'ko', hasEarner: false }, false)).toBe(
      'Northwind Cloud Academy에서 발급한 ‘Cloud Architect Associate’ 배지. 2026년 5월 14일 취득.',
    );
  });
  it.each([
    [{ expiresOn: '2026-01-02' }, 'Expired Jan 2, 2026'],
    [{ state: 'expired', expiresOn: null }, 'Expired'],
    [{ state: 'revoked', expiresOn: '2026-01-02' }, 'Revoked by the issuer'],
    [{ state: 'public' }, ''],
  ] as const)('of %o: “%s”', (badge, state) => {
    expect(cardTexts(makeBadge(badge), wording).state).toBe(state);
  });
  it('says of no badge that it was verified', () => {
    for (const state of ['public', 'private', 'revoked', 'expired', 'link-only', 'unknown'] as const)
      for (const language of ['en', 'ko'] as const) {
        const said = [
          ...Object.values(cardTexts(makeBadge({ state }), { ...wording, language })),
          cardAlt(makeBadge({ state }), { ...wording, language }, true),
        ];
        expect(said.join(' ')).not.toMatch(/verif|valid|confirm|checked|인증|검증|유효|확인/i);
      }
  });
  it('makes one line of whatever it is given', () => {
    for (const name of hostileNames) {
      const said = cardTexts(
        makeBadge({ achievement: { name }, issuer: { id: null, name, url: null } }),
        wording,
      );
      expect(said.name).not.toMatch(/[\p{Cc}\u202E]|^$/u);
    }
  });
});

describe('the code', () => {
  it('has light modules all around', () => {
    const code = makeCode('https://www.credly.com/badges/1');
    expect(code?.side).toBeGreaterThan(29);
    for (let at = 0; at < (code?.side ?? 0); at += 1)
      expect([code?.isDark(3, at), code?.isDark(at, 3)]).toEqual([false, false]);
    expect(code?.isDark(4, 4)).toBe(true);
    expect(makeCode('x'.repeat(5000))).toBeNull();
  });
});
