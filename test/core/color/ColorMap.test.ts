import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colorIndex, colorMapOf, inkEdge } from '../../../core/color/ColorMap';
import { colorMapChoices, colorMapFor } from '../../../core/color/colorMaps';

const diverging = { kind: 'diverging', min: -2, max: 2 } as const;

describe('colorIndex', () => {
  test('ends, centre, and values beyond the scale', () => {
    expect([-2, 2, -99, 99].map((value) => colorIndex(value, diverging))).toEqual([0, 255, 0, 255]);
    expect([127, 128]).toContain(colorIndex(0, diverging));
  });

  test('NaN and infinities have no colour', () => {
    expect([NaN, Infinity, -Infinity].map((value) => colorIndex(value, diverging))).toEqual([-1, -1, -1]);
  });

  test('a scale without extent has one colour', () => {
    expect(colorIndex(5, { kind: 'sequential', min: 5, max: 5 })).toBe(128);
  });
});

test('the setting offers the choices of the panel, each with a description', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { properties: Record<string, { enum: string[]; enumDescriptions: string[] }> } };
  };
  const setting = contributes.configuration.properties['layerLens.colorMap']!;
  expect(setting.enum).toEqual(colorMapChoices.map(({ id }) => id));
  expect(setting.enumDescriptions).toEqual(setting.enum.map((id) => `%setting.colorMap.${id}%`));
});

test('the maps of a choice are the tables that it names, the others follow the theme', () => {
  const first = (id: string, kind: 'diverging' | 'sequential', dark: boolean) => [
    ...colorMapFor(id, kind, dark).colors.subarray(0, 3),
  ];
  expect(first('brBG', 'diverging', true)).toEqual([0x00, 0x3c, 0x30]);
  expect(first('brBG', 'sequential', false)).toEqual([0x00, 0x00, 0x04]);
  expect(first('lens', 'diverging', true)).toEqual([0x7d, 0xc8, 0xff]);
  expect(first('unknown', 'sequential', false)).toEqual([0xff, 0xff, 0xff]);
});

test('the first and last of 256 colours are the outer stops', () => {
  const { colors } = colorMapOf([
    [10, 20, 30],
    [0, 0, 0],
    [200, 100, 50],
  ]);
  expect([...colors.subarray(0, 3)]).toEqual([10, 20, 30]);
  expect([...colors.subarray(-3)]).toEqual([200, 100, 50]);
});

describe('every map of the choice', () => {
  const luminance = (rgb: Uint8ClampedArray): number => {
    const [red, green, blue] = Array.from(rgb, (part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const cases = colorMapChoices.flatMap(({ id }) =>
    (['diverging', 'sequential'] as const).flatMap((kind) => [true, false].map((dark) => ({ id, kind, dark }))),
  );

  test.each(cases)(
    '$id $kind dark=$dark: the ink has a contrast of at least 4.5 with its ground, or with its dark edge',
    ({ id, kind, dark }) => {
      const { colors, lightInk, edgedInk } = colorMapFor(id, kind, dark);
      const edge = 1 - parseInt(inkEdge.slice(7), 16) / 255;
      for (let index = 0; index < 256; index++) {
        const rgb = colors.subarray(index * 3, index * 3 + 3);
        const ground = luminance(edgedInk[index] ? rgb.map((part) => part * edge) : rgb);
        const ink = lightInk[index] ? 1 : 0;
        const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
        expect(contrast).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test('on a mid-blue of the dark theme digits are white, with an edge; without one on dark and on light colours and in a light theme', () => {
    const { lightInk, edgedInk } = colorMapFor('lens', 'diverging', true);
    const inks = [0, 40, 64, 128].map((index) => [lightInk[index], edgedInk[index]]);
    expect(inks).toEqual([
      [0, 0],
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
    expect(colorMapFor('lens', 'diverging', false).edgedInk.includes(1)).toBe(false);
  });

  test.each(cases.filter(({ kind }) => kind === 'diverging'))(
    '$id dark=$dark: lightness runs one way on each side of the centre, so that it reads without hue',
    ({ id, kind, dark }) => {
      const { colors } = colorMapFor(id, kind, dark);
      const at = (index: number): number => luminance(colors.subarray(index * 3, index * 3 + 3));
      const towardsCentre = Math.sign(at(127) - at(0));
      for (let index = 4; index < 120; index += 4) {
        expect((at(index + 4) - at(index - 4)) * towardsCentre).toBeGreaterThan(-0.002);
        expect((at(255 - index - 4) - at(255 - index + 4)) * towardsCentre).toBeGreaterThan(-0.002);
      }
    },
  );
});
