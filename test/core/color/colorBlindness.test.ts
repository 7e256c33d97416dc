/**
 * Colours as the three types of colour-blindness see them: the matrices of Machado, Oliveira and Fernandes (IEEE TVCG 15(6),
 * 2009) at full severity, in linear RGB; differences are CIE 1976 ΔE*ab.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colorMapChoices, colorMapFor } from '../../../core/color/colorMaps';

type Triple = readonly [number, number, number];

const types: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Linear RGB, 0 … 1, as it is seen. `rgb`: 0 … 255. */
function seen(type: string, rgb: ArrayLike<number>): Triple {
  const light: Triple = [linear(rgb[0]! / 255), linear(rgb[1]! / 255), linear(rgb[2]! / 255)];
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [red, green, blue] = types[type]!;
  return [clamp(dot(red, light)), clamp(dot(green, light)), clamp(dot(blue, light))];
}

/** CIELAB under D65 of linear sRGB. */
function lab(rgb: Triple): Triple {
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], rgb));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (a: Triple, b: Triple) => Math.hypot(...lab(a).map((part, axis) => part - lab(b)[axis]!));

test('the difference of black and white is 100, and grey stays grey', () => {
  expect(difference([0, 0, 0], [1, 1, 1])).toBeCloseTo(100, 3);
  for (const type of Object.keys(types)) {
    const [red, green, blue] = seen(type, [128, 128, 128]);
    expect([red, green]).toEqual([expect.closeTo(blue, 3), expect.closeTo(blue, 3)]);
  }
});

describe.each(Object.keys(types))('%s', (type) => {
  const maps = colorMapChoices.flatMap(({ id }) => [true, false].map((dark) => ({ id, dark })));

  test.each(maps)('$id dark=$dark: negative and positive values of a size are told apart', ({ id, dark }) => {
    const { colors } = colorMapFor(id, 'diverging', dark);
    const at = (index: number) => seen(type, colors.subarray(index * 3, index * 3 + 3));
    // From a quarter of the range on.
    for (let size = 32; size < 128; size += 8) {
      expect(difference(at(127 - size), at(128 + size)), `±${(size / 128).toFixed(2)}`).toBeGreaterThan(12);
    }
  });

  test.each(maps)('$id dark=$dark: an eighth of a sequential scale is a visible difference', ({ id, dark }) => {
    const { colors } = colorMapFor(id, 'sequential', dark);
    const at = (index: number) => seen(type, colors.subarray(index * 3, index * 3 + 3));
    for (let index = 0; index + 32 < 256; index += 8)
      expect(difference(at(index), at(index + 32)), `${index}`).toBeGreaterThan(5);
  });

  test.each(['dark', 'light'])('marks of the %s theme are told from the page and from each other', (theme) => {
    const mark = (name: string) => hex(cssVariable(theme, name));
    const page = theme === 'dark' ? [0x1f, 0x1f, 0x1f] : [0xff, 0xff, 0xff];
    const from = (name: string, other: ArrayLike<number>) => difference(seen(type, mark(name)), seen(type, other));
    for (const name of ['--lens-window', '--lens-yours', '--lens-pinned'])
      expect(from(name, page), name).toBeGreaterThan(30);
    // VS Code's link colour of the theme.
    const link = theme === 'dark' ? [0x4d, 0xaa, 0xfc] : [0x00, 0x5f, 0xb8];
    expect(from('--lens-window', link)).toBeGreaterThan(20);
    expect(from('--lens-window', mark('--lens-pinned'))).toBeGreaterThan(20);
  });
});

/** Of webview/css/theme.css: of the light theme where it has its own value. */
function cssVariable(theme: string, name: string): string {
  const text = readFileSync('webview/css/theme.css', 'utf8');
  const block = (selector: string) => text.slice(text.indexOf(`${selector} {`)).split('\n}')[0]!;
  const find = (part: string) => new RegExp(`${name}: (#[0-9a-f]{6});`).exec(part)?.[1];
  const own = theme === 'light' ? find(block('body.vscode-light')) : undefined;
  return own ?? find(block('body'))!;
}

function hex(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}
