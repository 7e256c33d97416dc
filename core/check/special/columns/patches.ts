/** Patches of images in columns, in the orders in which im2col is written, and their sum back into the images. */
import { zeros, type NdArray } from '../../../array/NdArray';
import { tuple4 } from '../../../tuples';
import { transpose } from '../../adapt/layout/transpose';

export interface PatchSizes {
  readonly kernel: readonly [rows: number, cols: number];
  readonly stride: number;
  readonly pad: number;
}

/**
 * Letters of the axes: examples n, channels c, rows and columns of the window i and j, of the output y and x; axes between two bars
 * are joined to one.
 */
export const ORDERS: readonly string[] = [
  'nyx|cij',
  'cij|yxn',
  'cij|nyx',
  'nyx|ijc',
  'ijc|nyx',
  'n|cij|yx',
  'n|yx|cij',
  'n|yx|ijc',
  'yxn|cij',
  'n|c|i|j|y|x',
  'n|y|x|c|i|j',
  'n|y|x|i|j|c',
  'n|c|y|x|i|j',
];

/** (n, c, rows, cols) → patches (n, c, i, j, y, x). Undefined where the window does not fit. */
export function patchesOf(x: NdArray, { kernel: [kh, kw], stride, pad }: PatchSizes): NdArray | undefined {
  const [m, channels, rows, cols] = tuple4(x.shape);
  const outRows = Math.floor((rows + 2 * pad - kh) / stride) + 1;
  const outCols = Math.floor((cols + 2 * pad - kw) / stride) + 1;
  if (outRows < 1 || outCols < 1) return undefined;
  const patches = zeros([m, channels, kh, kw, outRows, outCols]);
  forEachTap(x.shape, patches.shape, stride, pad, (from, to) => (patches.data[to] = x.data[from]!));
  return patches;
}

/** The adjoint: each patch is added to its window of images of `shape`. */
export function foldedPatches(patches: NdArray, shape: readonly number[], { stride, pad }: PatchSizes): NdArray {
  const image = zeros(shape);
  forEachTap(shape, patches.shape, stride, pad, (to, from) => (image.data[to]! += patches.data[from]!));
  return image;
}

/** `visit`: with the flat index in the images and in the patches, of each pair of cells inside of the images. */
function forEachTap(
  [, , rows = 0, cols = 0]: readonly number[],
  [m = 0, channels = 0, kh = 0, kw = 0, outRows = 0, outCols = 0]: readonly number[],
  stride: number,
  pad: number,
  visit: (image: number, patch: number) => void,
): void {
  let patch = 0;
  for (let plane = 0; plane < m * channels; plane++) {
    for (let i = 0; i < kh; i++) {
      for (let j = 0; j < kw; j++) {
        for (let y = 0; y < outRows; y++) {
          for (let x = 0; x < outCols; x++, patch++) {
            const row = y * stride + i - pad;
            const col = x * stride + j - pad;
            if (row >= 0 && row < rows && col >= 0 && col < cols) visit((plane * rows + row) * cols + col, patch);
          }
        }
      }
    }
  }
}

const AXES = 'ncijyx';

/** Patches in an order; `without`: letters of axes of size 1 that the array does not have. */
export function ordered(patches: NdArray, order: string, without = ''): NdArray {
  const groups = order
    .split('|')
    .map((group) => [...group].filter((letter) => !without.includes(letter)))
    .filter((group) => group.length > 0);
  const letters = [...groups.flat(), ...without];
  const array = transpose(
    patches,
    letters.map((letter) => AXES.indexOf(letter)),
  );
  const sizeOf = (letter: string): number => patches.shape[AXES.indexOf(letter)]!;
  return { shape: groups.map((group) => group.reduce((size, letter) => size * sizeOf(letter), 1)), data: array.data };
}
