import { render, screen } from '@testing-library/preact';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { QrCode } from '@/components/QrCode';

const page = 'https://www.credly.com/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
const quiet = 4;

/** Reads the drawn runs back into modules. */
function readModules(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let column = 0; column < Number(width); column += 1) {
      const row = modules[Number(y) - quiet];
      if (row) row[Number(x) - quiet + column] = true;
    }
  }
  return modules;
}

describe('QrCode', () => {
  it('draws exactly the modules of the code, with four light ones around', () => {
    render(<QrCode text={page} label="Code" />);
    const svg = screen.getByRole('img', { name: 'Code' });
    const { modules } = create(page, { errorCorrectionLevel: 'M' });
    const side = modules.size + quiet * 2;
    expect(svg.getAttribute('viewBox')).toBe(`0 0 ${side} ${side}`);
    const drawn = readModules(svg.querySelector('path')?.getAttribute('d') ?? '', modules.size);
    const expected = drawn.map((row, y) => row.map((_, x) => Boolean(modules.get(y, x))));
    expect(drawn).toEqual(expected);
  });
});
