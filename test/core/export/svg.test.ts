import { expect, test } from 'vitest';
import { mapSvg } from '../../../core/export/svg/mapSvg';
import type { MapView } from '../../../core/step/Frame';

const map: MapView = {
  id: 'x',
  title: 'A<prev>',
  index: '[0, …, 1]',
  rows: 2,
  cols: 3,
  values: Float64Array.of(-1.234, 0, 1.5, NaN, Infinity, 2),
  cells: Uint8Array.of(0, 1, 0, 0, 0, 2),
  scale: { kind: 'diverging', min: -2, max: 2 },
  boxes: [{ row: 0, col: 1, rows: 2, cols: 2, style: 'window' }],
  notes: [],
};
const options = { colorMap: 'lens', dark: true, precision: 2 };
const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

test('numbers are text with their exact value; a cell that is not computed has none; the title is escaped', () => {
  const svg = mapSvg(map, options);
  expect([...svg.matchAll(/<title>([^<]*)<\/title>([^<]*)</g)].map(([, exact, shown]) => [exact, shown])).toEqual([
    ['-1.234', '−1.23'],
    ['0', '0'],
    ['1.5', '1.50'],
    ['NaN', 'NaN'],
    ['Infinity', '∞'],
  ]);
  expect(svg).toContain('A&#60;prev&#62; [0, …, 1]</text>');
  expect(count(svg, /<rect /g)).toBe(2 + 1 + 6 + 1);
  for (const tag of ['svg', 'text', 'title']) {
    expect(count(svg, new RegExp(`<${tag}[ >]`, 'g'))).toBe(count(svg, new RegExp(`</${tag}>`, 'g')));
  }
});

test('negative and positive values have other colours, in both themes; NaN has none', () => {
  for (const dark of [true, false]) {
    const fills = [...mapSvg(map, { ...options, dark }).matchAll(/fill="([^"]+)" stroke="#80808040"/g)].map(
      ([, fill]) => fill,
    );
    expect(fills[0]).not.toBe(fills[2]);
    expect(fills[3]).toBe(fills[5]);
  }
});

test('a dilated window is outlined cell by cell; a mask has whole numbers; a large map has no text', () => {
  const boxes = [{ row: 0, col: 0, rows: 3, cols: 3, style: 'window', stepRow: 2, stepCol: 2 } as const];
  expect(count(mapSvg({ ...map, boxes }, options), /stroke-width="3"/g)).toBe(4);
  expect(mapSvg({ ...map, integers: true, values: Float64Array.of(1, 0, 0, 1, 0, 0) }, options)).toContain(
    '</title>1</text>',
  );
  const large = { ...map, rows: 101, cols: 100, values: new Float64Array(10_100), boxes: [] };
  expect(count(mapSvg({ ...large, cells: new Uint8Array(10_100) }, options), /<text/g)).toBe(1);
});
