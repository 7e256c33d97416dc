/** Conventions of windows: one more at the edge, a padding of one side, filters whose columns are the first axis. */
import type { NdArray } from '../../array/NdArray';
import { toPair } from '../../layer/axis';
import type { Sides } from '../../layer/options';
import { msg } from '../../message';
import { transpose } from '../adapt/transpose';
import { expectedOf } from '../cases/expected';
import { stridesOfCase, type LayerCase, type NamedArray } from '../cases/LayerCase';
import type { Convention } from './Convention';
import { convWith, poolWith } from './layerWith';

/** `only at the top and the left`, in words of the text. */
const BEFORE_ONLY =
  /\b(?:only|just|nur|solo|sólo)\b[^\n]*\b(?:top|left|above|before|front|oben|links|arriba|izquierda)\b/i;
const AFTER_ONLY =
  /\b(?:only|just|nur|solo|sólo)\b[^\n]*\b(?:bottom|right|below|after|behind|end|unten|rechts|abajo|derecha)\b/i;

/** Filters that are given, or read, with their columns first. */
const COLUMNS_FIRST = /\bkw\s*,\s*kh\s*=|\((?:columns?|cols|width),? *(?:rows?|height)\)|column-major|spaltenweise/i;

export const OTHER_WINDOWS: readonly Convention[] = [
  {
    id: 'last-window-moved',
    detail: msg('the last window is moved back so that it ends at the edge'),
    operations: ['pool_forward'],
    expected: (layerCase) => atTheEdge(layerCase, (each) => poolWith(each, {})),
  },
  {
    id: 'last-window-moved',
    detail: msg('the last window is moved back so that it ends at the edge'),
    operations: ['conv_forward'],
    expected: (layerCase) =>
      atTheEdge(layerCase, (each) => convWith(each, { dilation: each.dilation ?? 1, groups: each.groups ?? 1 })),
  },
  ...[BEFORE_ONLY, AFTER_ONLY].map((pattern, k): Convention => ({
    id: 'one-sided-padding',
    detail: msg('the padding is on one side of the rows and of the columns only'),
    operations: ['conv_forward'],
    isMeant: (text) => pattern.test(text),
    expected: (layerCase) => convWith(layerCase, { padding: oneSided(layerCase, k > 0) }),
  })),
  {
    id: 'transposed-filter',
    detail: msg('the first axis of the filter has its columns'),
    operations: ['conv_forward'],
    isMeant: (text) => COLUMNS_FIRST.test(text) && /\.T\b|transpose|swapaxes/.test(text),
    expected: (layerCase) =>
      expectedOf({ ...layerCase, w: transpose(layerCase.w!, [1, 0, 2, 3]), kernel: reversed(layerCase.kernel) }),
  },
];

function reversed([rows, cols]: LayerCase['kernel']): LayerCase['kernel'] {
  return [cols, rows];
}

function oneSided({ pad, padCols = pad }: LayerCase, isAfter: boolean): Sides {
  return isAfter ? { top: 0, bottom: pad, left: 0, right: padCols } : { top: pad, bottom: 0, left: padCols, right: 0 };
}

/** Of the windows at every place those at multiples of the stride, and the last one. */
function atTheEdge(layerCase: LayerCase, layer: (layerCase: LayerCase) => NamedArray[]): NamedArray[] {
  const [strideRows, strideCols] = toPair(stridesOfCase(layerCase));
  return layer({ ...layerCase, stride: 1, strideCols: 1 }).map(({ name, array }) => ({
    name,
    array: picked(array, strideRows, strideCols),
  }));
}

function picked({ shape, data }: NdArray, strideRows: number, strideCols: number): NdArray {
  const [examples, rows, cols, channels] = shape as [number, number, number, number];
  const [atRows, atCols] = [placesOf(rows, strideRows), placesOf(cols, strideCols)];
  const values: number[] = [];
  for (let i = 0; i < examples; i++)
    for (const r of atRows)
      for (const c of atCols) {
        const from = ((i * rows + r) * cols + c) * channels;
        values.push(...data.subarray(from, from + channels));
      }
  return { shape: [examples, atRows.length, atCols.length, channels], data: Float64Array.from(values) };
}

function placesOf(extent: number, stride: number): number[] {
  const places = Array.from({ length: Math.ceil(extent / stride) }, (_, k) => k * stride);
  return places.at(-1) === extent - 1 ? places : [...places, extent - 1];
}
