/** A large map in a low panel: one equation in view in place of two that are scrolled. */
import { describe, expect, test, vi } from 'vitest';
import { createStepper, type NdArray } from '../../../core';
import type { StageItem, StageRow } from '../../../core/step/Frame';
import type { Appearance } from '../../../webview/heatmap/MapEvents';
import { fitAboveCode } from '../../../webview/layout/fitAboveCode';
import { rowSizes } from '../../../webview/stage/itemSizes';
import { fitForms, lowerStages } from '../../../webview/stage/lowerStages';
import { courseCase, courseLayer } from '../../core/step/courseLayers';

/** Widths of monospaced text: there is no canvas here. */
vi.mock('../../../webview/ui/textWidth', () => ({
  textWidth: (text: string, font: string) => text.length * 0.602 * Number(/(\d+)px/.exec(font)![1]),
}));

const appearance = { precision: 2, showPadding: true, theme: {} } as unknown as Appearance;
const view = { channel: 0, filter: 0, granularity: 'window' } as const;

function array(...shape: number[]): NdArray {
  const count = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Float64Array.from({ length: count }, (_, index) => (index * 37) % 256) };
}

/** A picture and a filter, in the middle of its steps. */
function photo(kernel: number, channels = 3, rows = 96): readonly StageRow[] {
  const [x, w] = [array(1, rows, 96, channels), array(kernel, kernel, channels, 1)];
  return createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} }).frame(3484, view).stage;
}

/** The stage that is shown, as ids, signs and kinds of its items; undefined where it is not in view as a whole. */
function shown(stage: readonly StageRow[], width: number, height: number): string[][] | undefined {
  const sizesOf = (each: readonly StageRow[]) => rowSizes(each, appearance, true);
  const { form, fit } = fitForms(stage, sizesOf, (sizes) => fitAboveCode(sizes, width, height, 300, true));
  const rows = form === undefined ? stage : lowerStages(stage)[form]!;
  if (!fit.fits) return undefined;
  return rows.map(({ items }) =>
    items.map((item) => (item.kind === 'map' ? item.map.id : item.kind === 'glyph' ? item.glyph : item.kind)),
  );
}

describe('a picture of 96×96 in a panel of 525 px', () => {
  const equation = ['x', 'x-window', '⊙', 'w', '=', 'products'];

  test.each([3, 5, 7])('382 px high, a filter of %i: the picture, its window and Z', (kernel) => {
    expect(shown(photo(kernel), 505, 292)).toEqual([['x', 'x-window', '→', 'z']]);
  });

  test.each([3, 7])(
    '382 px high, one channel, a filter of %i: the picture, its window and Z, with the sum below',
    (kernel) => {
      const stage = photo(kernel, 1);
      expect(shown(stage, 505, 292)).toEqual([['x', 'x-window', '→', 'z']]);
      expect(lowerStages(stage)[0]![0]!.lines).toEqual(stage[0]!.lines);
      expect(shown(stage, 505, 507)).toEqual([[...equation, '→', 'z']]);
    },
  );

  test('734 px high, a filter of 7: the whole equation with Z', () => {
    expect(shown(photo(7), 505, 507)).toEqual([[...equation, '→', 'z']]);
  });

  test('734 px high, a filter of 3: both equations', () => {
    expect(shown(photo(3), 505, 507)).toEqual([equation, ['ladder', '→', 'z']]);
  });
});

test('64×96 cells of one channel at 560×360: the picture and Z without filter and products, which would make them tiny', () => {
  const stage = photo(3, 1, 64);
  expect(shown(stage, 540, 272)).toEqual([['x', 'x-window', '→', 'z']]);
  expect(shown(stage, 540, 360)).toHaveLength(1);
  expect(shown(stage, 540, 360)![0]).toContain('products');
});

test('the sum of the channels is the line below the one equation', () => {
  const stage = photo(3);
  const ladder = stage[1]!.items[0]!;
  if (ladder.kind !== 'ladder') throw new Error('no ladder');
  const { rows, total } = ladder.ladder;
  for (const [{ lines } = { lines: [] }] of lowerStages(stage)) {
    const numbers = lines.at(-1)!.spans.flatMap((span) => (span.kind === 'number' ? [span.value] : []));
    expect(numbers).toEqual([...rows.map(({ sum }) => sum!.value), total.value]);
  }
});

test('an answer that a question covers is not in the line', () => {
  const stage = photo(3);
  const covered = stage.map((row) => ({
    ...row,
    items: row.items.map((item) => {
      if (item.kind !== 'ladder') return item;
      const { total, ...rest } = item.ladder;
      return { ...item, ladder: { ...rest, total: { label: total.label } } };
    }),
  }));
  expect(JSON.stringify(lowerStages(covered)[0]![0]!.lines.at(-1))).toContain('" = "},{"kind":"text","text":"?"}');
});

describe('a gradient at 380 px', () => {
  const { stage } = createStepper(courseLayer(courseCase('conv_backward'))!).frame(9, view);
  const whole = ['x', 'x-window', '·', 'dZ-cell', '⇒', 'dW', 'db'];

  test.each([
    [900, whole],
    [580, whole.slice(1)],
    [552, whole.slice(1)],
  ])('%i px high: both equations, the second one with its window where the input has no space', (height, second) => {
    expect(shown(stage, 360, height)?.[1]).toEqual(second);
  });

  test('the window has the name that the equation’s title gives it, and magnifies no map', () => {
    const [item] = lowerStages(stage)[0]![1]!.items;
    if (item?.kind !== 'map') throw new Error('no map');
    expect([item.map.title, item.map.magnifies, item.map.index]).toEqual(['a_slice', undefined, undefined]);
  });
});

test('at 200 % zoom a convolution with four channels is one equation with numbers in all cells, and the line of its sum', () => {
  const { stage } = createStepper(courseLayer(courseCase('conv_forward'))!).frame(51, view);
  expect(shown(stage, 540, 293)).toEqual([['x', 'x-window', '⊙', 'w', '=', 'products', '→', 'z']]);
});

test('at 200 % zoom the gradient of ReLU has its mask without the input', () => {
  const { stage } = createStepper({
    kind: 'relu',
    pass: 'backward',
    x: array(1, 5, 6, 2),
    dZ: array(1, 5, 6, 2),
  }).frame(30, view);
  expect(shown(stage, 540, 293)).toEqual([['mask', '·', 'dZ', '=', 'dX']]);
  expect(shown(stage, 540, 500)?.[0]).toHaveLength(7);
});

test('own code’s other arrays are lines in place of maps', () => {
  const [compared] = photo(3, 1);
  const map = (id: string, comparedWith?: string): StageItem => {
    const [item] = compared!.items;
    if (item?.kind !== 'map') throw new Error('no map');
    return { kind: 'map', map: { ...item.map, id, rows: 4, cols: 4, ...(comparedWith && { comparedWith }) } };
  };
  const words = [{ kind: 'text', text: 'dW: 48 of 48 values differ' }] as const;
  const first = { ...compared!, items: [map('dZ'), map('yours'), map('layer', 'yours')] };
  const second = { ...compared!, items: [map('dW-yours'), map('dW-layer', 'dW-yours')], lines: [], aside: words };
  const [[row, ...others] = []] = lowerStages([first, second]);
  expect(others).toEqual([]);
  expect(row!.lines).toEqual([...first.lines, { spans: words }]);
  expect(lowerStages([first])).toEqual([]);
});

describe('a product of matrices with 12×36 and 36×8 cells', () => {
  const asMatrix = { ...view, matrix: true };
  const { stage } = createStepper(courseLayer(courseCase('conv_forward'))!).frame(51, asMatrix);
  const product = ['xCol', '@', 'wCol', '+', 'bRow', '=', 'zCol'];

  test.each([
    ['525×734', 505, 540, [product, ['rowProducts']]],
    ['380×800, the header open', 360, 575, [product]],
    ['525×860', 505, 660, [product, ['xRow', '⊙', 'wColumn', '=', 'rowProducts']]],
  ])('at %s all of it is in view, with the line of the cell', (_, width, height, rows) => {
    expect(shown(stage, width, height)).toEqual(rows);
  });

  test('the line of the cell is kept', () => {
    for (const lower of lowerStages(stage)) expect(lower.at(-1)!.lines).toEqual(stage[1]!.lines);
  });
});
