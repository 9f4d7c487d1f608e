import { expect, it } from 'vitest';
import { luminanceOf, themeOf } from '@/utils/pages/theme-of';

it.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(0, 0, 0, 0)', null],
  ['rgba(20, 20, 20, 0.2)', null],
])('theme-of › lightness of %s', (color, lightness) => {
  const found = luminanceOf(color);
  expect(found === null ? null : Number(found.toFixed(3))).toBe(lightness);
});

it('theme-of › takes the ground that is painted behind the element', () => {
  const outer = document.createElement('div');
  const inner = document.createElement('p');
  outer.style.backgroundColor = 'rgb(20, 22, 24)';
  outer.append(inner);
  document.body.append(outer);
  expect(themeOf(inner)).toBe('dark');
  outer.style.backgroundColor = 'rgb(250, 250, 250)';
  expect(themeOf(inner)).toBe('light');
});
