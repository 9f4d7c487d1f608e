import QRCode from 'qrcode';
import { drawCard, type CardOrder } from '../../utils/share-card/draw.ts';
import { makeCodePng } from '../../utils/signature-layouts/code-picture.ts';
import type { CardSizeId, CardDesignId } from '../../utils/share-card/share-card.ts';
import { makeBadge } from '../unit/make-badge.ts';

/** Runs in the browser. One of each, in milliseconds. */
export interface CardBench {
  card(design: CardDesignId, size: CardSizeId): Promise<number>;
  bareCard(width: number, height: number): Promise<number>;
  code(times: number): Promise<number>;
  bareCode(times: number): Promise<number>;
}

const badge = makeBadge({
  achievement: { name: '클라우드 아키텍트 Associate', skills: [] },
});
const address = badge.pageUrl ?? '';

function makePicture(): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = 440;
  picture.height = 440;
  const context = picture.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'teal';
  context.arc(220, 220, 200, 0, 7);
  context.fill();
  return picture;
}

const image = makePicture();
const toPng = (canvas: HTMLCanvasElement) =>
  new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const bench: CardBench = {
  card: (design, size) =>
    timed(async () => {
      const canvas = document.createElement('canvas');
      const order: CardOrder = {
        badge,
        picture: { image, width: 440, height: 440, isVector: false, tint: { hue: 195, strength: 0.6 } },
        choice: { design, size, hasCode: true, hasEarner: true, isDark: false },
        language: 'ko',
        today: '2026-11-23',
      };
      drawCard(canvas, order);
      await toPng(canvas);
    }),
  /** The same canvas by hand: a ground, the picture, the code, five lines where they happen to fall. */
  bareCard: (width, height) =>
    timed(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      if (!context) return;
      const ground = context.createLinearGradient(0, 0, width, height);
      ground.addColorStop(0, 'white');
      ground.addColorStop(1, 'teal');
      context.fillStyle = ground;
      context.fillRect(0, 0, width, height);
      context.drawImage(image, 40, 40, 352, 352);
      const code = document.createElement('canvas');
      await QRCode.toCanvas(code, address);
      context.drawImage(code, 40, height - 170, 128, 128);
      context.fillStyle = 'black';
      context.font = '40px sans-serif';
      for (let line = 0; line < 5; line += 1)
        context.fillText('클라우드 아키텍트 Associate', 420, 80 + line * 60);
      await toPng(canvas);
    }),
  code: (times) =>
    timed(async () => {
      for (let time = 0; time < times; time += 1) makeCodePng(`${address}?${time}`);
    }),
  bareCode: (times) =>
    timed(async () => {
      for (let time = 0; time < times; time += 1) await QRCode.toDataURL(`${address}?${time}`);
    }),
};

Object.assign(globalThis, { bench });
