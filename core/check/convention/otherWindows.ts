/** Conventions of windows: one more at the edge, a padding of one side. */
import type { NdArray } from '../../array/NdArray';
import { toPair } from '../../layer/axis';
import type { Sides } from '../../layer/options';
import { msg } from '../../message';
import { tuple4 } from '../../tuples';
import { stridesOfCase, type LayerCase, type NamedArray } from '../cases/LayerCase';
import type { Convention } from './Convention';
import { convWith, poolWith } from './layerWith';

/** `only at the top and the left`, in words of the text. */
const BEFORE_ONLY =
  /\b(?:only|just|nur|solo|sólo)\b[^\n]*\b(?:top|left|above|before|front|oben|links|arriba|izquierda)\b/i;
const AFTER_ONLY =
  /\b(?:only|just|nur|solo|sólo)\b[^\n]*\b(?:bottom|right|below|after|behind|end|unten|rechts|abajo|derecha)\b/i;

export const OTHER_WINDOWS: readonly Convention[] = [
  {
    id: 'last-window-moved',
    detail: msg('the last window is moved back so that it ends at the edge'),
    operations: ['pool_forward'],
    expected: atTheEdge,
  },
  ...([true, false] as const).map((countIncludePad): Convention => ({
    id: 'centred-window',
    detail: msg('windows are centred at every stride-th cell; the output has ⌊n / stride⌋ rows and columns'),
    operations: ['pool_forward'],
    isLikely: /\/\/ *2/,
    expected: (layerCase) =>
      pickedFrom(layerCase, { padding: 'same_upper', countIncludePad }, (extent, stride) =>
        placesOf(extent - stride, stride),
      ),
  })),
  ...[BEFORE_ONLY, AFTER_ONLY].flatMap((pattern, k) =>
    [false, true].map((isWhole): Convention => ({
      id: 'one-sided-padding',
      detail: msg('the padding is on one side of the rows and of the columns only'),
      operations: ['conv_forward'],
      isMeant: (text) => pattern.test(text),
      expected: (layerCase) => convWith(layerCase, { padding: oneSided(layerCase, k > 0, isWhole) }),
    })),
  ),
];

/** `isWhole`: as many cells as a window has besides its first one, so that a window begins at every stride-th cell of the input. */
function oneSided({ pad, padCols = pad, kernel, dilation = 1 }: LayerCase, isAfter: boolean, isWhole: boolean): Sides {
  const [rows, cols] = isWhole ? [dilation * (kernel[0] - 1), dilation * (kernel[1] - 1)] : [pad, padCols];
  return isAfter ? { top: 0, bottom: rows, left: 0, right: cols } : { top: rows, bottom: 0, left: cols, right: 0 };
}

/** Of the windows at every place those at multiples of the stride, and the last one. */
function atTheEdge(layerCase: LayerCase): NamedArray[] {
  return pickedFrom(layerCase, {}, (extent, stride) => {
    const places = placesOf(extent - 1, stride);
    return places.at(-1) === extent - 1 ? places : [...places, extent - 1];
  });
}

/** Of the windows at every place those at the places of `placesIn`. */
function pickedFrom(
  layerCase: LayerCase,
  options: Parameters<typeof poolWith>[1],
  placesIn: (extent: number, stride: number) => number[],
): NamedArray[] {
  const [rows, cols] = toPair(stridesOfCase(layerCase));
  return poolWith({ ...layerCase, stride: 1, strideCols: 1 }, options).map(({ name, array }) => ({
    name,
    array: picked(array, placesIn(array.shape[1]!, rows), placesIn(array.shape[2]!, cols)),
  }));
}

function picked({ shape, data }: NdArray, atRows: readonly number[], atCols: readonly number[]): NdArray {
  const [examples, rows, cols, channels] = tuple4(shape);
  const values: number[] = [];
  for (let i = 0; i < examples; i++)
    for (const r of atRows)
      for (const c of atCols) {
        const from = ((i * rows + r) * cols + c) * channels;
        values.push(...data.subarray(from, from + channels));
      }
  return { shape: [examples, atRows.length, atCols.length, channels], data: Float64Array.from(values) };
}

/** Multiples of the stride up to `last`. */
function placesOf(last: number, stride: number): number[] {
  return Array.from({ length: Math.floor(last / stride) + 1 }, (_, k) => k * stride);
}
