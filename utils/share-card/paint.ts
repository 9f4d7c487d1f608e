import type { CardCode } from './code';
import type { Box, CardLayout, Font, Gradient, Measure, Shape, TextBlock } from './share-card';

/** Korean first-class, as everywhere; the system's own fonts, so a card is drawn without asking anybody. */
const families = {
  sans: "'Pretendard Variable', Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif",
  serif:
    "Georgia, 'Noto Serif KR', 'Noto Serif CJK KR', 'Nanum Myeongjo', AppleMyungjo, 'Malgun Gothic', serif",
} as const;

export type CardCanvas = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Widths as a canvas will draw them. */
export function measureOn(canvas: CardCanvas): Measure {
  return (text, font) => {
    canvas.font = fontOf(font);
    return canvas.measureText(text).width;
  };
}

/** Draws a card. Texts are drawn as letters, whatever they hold; nothing is asked for. */
export function paintCard(
  canvas: CardCanvas,
  layout: CardLayout,
  picture: CanvasImageSource | null,
  code: CardCode | null,
): void {
  for (const shape of layout.shapes) paintShape(canvas, shape);
  if (picture && !layout.picture.isMissing) paintPicture(canvas, picture, layout.picture.box);
  else paintMedal(canvas, layout);
  if (code && layout.code) paintCode(canvas, code, layout.code);
  for (const block of layout.blocks) paintText(canvas, block);
}

function paintPicture(canvas: CardCanvas, picture: CanvasImageSource, box: Box): void {
  canvas.save();
  canvas.imageSmoothingEnabled = true;
  canvas.imageSmoothingQuality = 'high';
  canvas.shadowColor = 'rgb(0 0 0 / 22%)';
  canvas.shadowBlur = box.width * 0.06;
  canvas.shadowOffsetY = box.width * 0.025;
  canvas.drawImage(picture, box.x, box.y, box.width, box.height);
  canvas.restore();
}

function paintMedal(canvas: CardCanvas, { picture: { box }, medal }: CardLayout): void {
  const radius = (Math.min(box.width, box.height) / 2) * 0.92;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  canvas.save();
  canvas.shadowColor = 'rgb(0 0 0 / 22%)';
  canvas.shadowBlur = radius * 0.14;
  canvas.shadowOffsetY = radius * 0.05;
  canvas.fillStyle = fillOf(canvas, medal.fill);
  circle(canvas, x, y, radius);
  canvas.fill();
  canvas.restore();
  canvas.strokeStyle = medal.ring;
  canvas.lineWidth = radius * 0.02;
  circle(canvas, x, y, radius * 0.86);
  canvas.stroke();
  canvas.fillStyle = medal.ink;
  canvas.font = fontOf({ size: Math.round(radius * 0.7), weight: 600, family: 'sans' });
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.fillText(medal.initials, x, y + radius * 0.04, radius * 1.4);
}

/** Black on white with its quiet zone, whatever the card's colours are: many readers fail on anything else. */
function paintCode(
  canvas: CardCanvas,
  code: CardCode,
  { box, module, panel, line }: NonNullable<CardLayout['code']>,
): void {
  canvas.fillStyle = '#ffffff';
  canvas.beginPath();
  canvas.roundRect(panel.x, panel.y, panel.width, panel.height, panel.width * 0.06);
  canvas.fill();
  if (line) stroke(canvas, line, 1.5);
  canvas.fillStyle = '#000000';
  for (let row = 0; row < code.side; row += 1)
    for (let column = 0; column < code.side; column += 1)
      if (code.isDark(row, column))
        canvas.fillRect(box.x + column * module, box.y + row * module, module, module);
}

/** Line by line inside of its box; what a font draws over it (stacked accents) is cut there. */
function paintText(canvas: CardCanvas, block: TextBlock): void {
  const { box, align, lineHeight, font } = block;
  const x = align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2;
  canvas.save();
  canvas.beginPath();
  canvas.rect(box.x, box.y, box.width, box.height);
  canvas.clip();
  canvas.font = fontOf(font);
  canvas.fillStyle = block.colour;
  canvas.textAlign = align;
  canvas.textBaseline = 'alphabetic';
  canvas.direction = block.isRtl ? 'rtl' : 'ltr';
  block.lines.forEach((line, index) => {
    const baseline = box.y + index * lineHeight + lineHeight / 2 + font.size * 0.36;
    canvas.fillText(line, x, baseline, box.width);
  });
  canvas.restore();
}

function paintShape(canvas: CardCanvas, shape: Shape): void {
  if (shape.kind === 'area') {
    const { box, radius = 0, fill, line } = shape;
    canvas.beginPath();
    canvas.roundRect(box.x, box.y, box.width, box.height, radius);
    if (fill) {
      canvas.fillStyle = fillOf(canvas, fill);
      canvas.fill();
    }
    if (line) stroke(canvas, line.colour, line.width);
    return;
  }
  const { x, y } = shape;
  if (shape.kind === 'glow') {
    const light = canvas.createRadialGradient(x, y, 0, x, y, shape.radius);
    const clear = shape.colour.replace(/(?: \/ [\d.]+)?\)$/, ' / 0)');
    light.addColorStop(0, shape.colour);
    light.addColorStop(0.45, shape.colour);
    light.addColorStop(1, clear);
    canvas.fillStyle = light;
    circle(canvas, x, y, shape.radius);
    canvas.fill();
  } else if (shape.kind === 'rings') {
    for (const radius of shape.radii) {
      circle(canvas, x, y, radius);
      stroke(canvas, shape.colour, shape.width);
    }
  } else paintRosette(canvas, shape);
}

/** Waves of one length, each turned a little further: where they cross, the pattern comes by itself. */
function paintRosette(
  canvas: CardCanvas,
  { x, y, radius, colour }: Extract<Shape, { kind: 'rosette' }>,
): void {
  const [waves, turns] = [18, 14];
  for (let turn = 0; turn < turns; turn += 1) {
    canvas.beginPath();
    for (let degree = 0; degree <= 360; degree += 1) {
      const angle = (degree * Math.PI) / 180;
      const wave = Math.sin(angle * waves + (turn * 2 * Math.PI) / turns);
      const reach = radius * (0.86 + 0.14 * wave);
      canvas.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    canvas.closePath();
    stroke(canvas, colour, 1.1);
  }
}

function stroke(canvas: CardCanvas, colour: string, width: number): void {
  canvas.strokeStyle = colour;
  canvas.lineWidth = width;
  canvas.stroke();
}

function circle(canvas: CardCanvas, x: number, y: number, radius: number): void {
  canvas.beginPath();
  canvas.arc(x, y, radius, 0, 2 * Math.PI);
}

function fillOf(canvas: CardCanvas, fill: string | Gradient): string | CanvasGradient {
  if (typeof fill === 'string') return fill;
  const gradient = canvas.createLinearGradient(...fill.along);
  gradient.addColorStop(0, fill.from);
  gradient.addColorStop(1, fill.to);
  return gradient;
}

function fontOf({ size, weight, family }: Font): string {
  return `${weight} ${size}px ${families[family]}`;
}
