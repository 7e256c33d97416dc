/**
 * The `im2col` functions of Stanford's CS231n: windows of (N, C, H, W) as columns of a matrix, and back. A row is a cell of the
 * window, channel by channel; a column is a window, and the examples of one window follow each other.
 */
import { sizeOf } from '../../../../array/NdArray';
import { kernelCell, paddedTap, pixelAt } from '../../../../layer/window';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import type { Call, FunctionTable } from '../../library/call/Call';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { columnWindows, elementOf, requireCells, type ImageWindows } from '../imageWindows';

const WINDOW = 'field_height|HH field_width|WW';
const SIZES = `cols N C H W ${WINDOW}`;

/** Known where the text does not define them; they are not layers. */
export const INDEXED_COLUMNS: FunctionTable = {
  im2col_indices: [`x|X ${WINDOW} padding|pad? stride?`, gather],
  im2col_cython: [`x|X ${WINDOW} padding|pad stride`, gather],
  get_im2col_indices: [`x_shape|X_shape ${WINDOW} padding|pad? stride?`, indices],
  col2im_indices: [`cols x_shape|X_shape field_height? field_width? padding|pad? stride?`, scatter],
  col2im_cython: [`${SIZES} padding|pad stride`, scatterSizes],
  col2im_6d_cython: [`${SIZES} padding|pad stride`, scatterSizes],
};

/** (C · field_height · field_width, windows · N). */
function gather(call: Call): Py {
  const image = call.array('x');
  const kernel = [call.integer('field_height'), call.integer('field_width')] as const;
  return gatherColumns(call, image, windowsOf(call, image.shape, kernel));
}

export function gatherColumns(call: Call, image: PyArray, windows: ImageWindows): Py {
  const shape = matrixShape(windows);
  call.context.allocate(shape);
  const to = newData(sizeOf(shape), image.dtype);
  const from = flat(image);
  visit(windows, 'windows', (element, place) => {
    to[place] = element < 0 ? 0 : from[element]!;
  });
  return arrayOf(to, shape, image.dtype, { notation: image.notation });
}

function scatter(call: Call): Py {
  const kernel = [call.integer('field_height', 3), call.integer('field_width', 3)] as const;
  return addUp(call, call.integers('x_shape'), kernel);
}

function scatterSizes(call: Call): Py {
  const shape = ['N', 'C', 'H', 'W'].map((name) => call.integer(name));
  return addUp(call, shape, [call.integer('field_height'), call.integer('field_width')]);
}

/** Adds up the columns where their windows overlap; what lies in the padding is dropped. */
function addUp(call: Call, shape: readonly number[], kernel: readonly [number, number]): Py {
  const columns = call.array('cols');
  const windows = windowsOf(call, shape, kernel);
  requireCells(sizeOf(columns.shape), matrixShape(windows));
  const to = new Float64Array(call.context.allocate([...shape]));
  const from = flat(columns);
  // `col2im_6d_cython` takes (C, HH, WW, N, out_h, out_w): the windows of one example follow each other.
  const order = columns.shape.length === 6 ? 'examples' : 'windows';
  visit(windows, order, (element, place) => {
    if (element >= 0) to[element]! += from[place]!;
  });
  return arrayOf(to, [...shape], 'float64');
}

/** `k` (C · taps, 1), `i` and `j` (C · taps, windows): channel, row and column in the padded input. */
function indices(call: Call): Py {
  const shape = call.integers('x_shape');
  const found = windowsOf(call, shape, [call.integer('field_height'), call.integer('field_width')]);
  const { rows, cols, channels, windows, taps } = found;
  const size = channels * taps;
  call.context.allocate([size, 2 * windows + 1]);
  const k = Float64Array.from({ length: size }, (_, row) => Math.floor(row / taps));
  const [i, j] = [new Float64Array(size * windows), new Float64Array(size * windows)];
  for (let row = 0; row < size; row++) {
    const cell = kernelCell(found, row % taps);
    for (let window = 0; window < windows; window++) {
      const { h, w } = pixelAt(found, window);
      i[row * windows + window] = paddedTap(rows, h, cell.row);
      j[row * windows + window] = paddedTap(cols, w, cell.col);
    }
  }
  return pyTuple([
    arrayOf(k, [size, 1], 'int64'),
    arrayOf(i, [size, windows], 'int64'),
    arrayOf(j, [size, windows], 'int64'),
  ]);
}

function windowsOf(call: Call, shape: readonly number[], kernel: readonly [number, number]): ImageWindows {
  return columnWindows(call, shape, kernel, { stride: call.integer('stride', 1), pad: call.integer('padding', 1) });
}

function matrixShape({ count, channels, windows, taps }: ImageWindows): [number, number] {
  return [channels * taps, windows * count];
}

/** Every place of the matrix with the flat index of its element, −1 in the padding. `first`: the slower index of a column. */
function visit(
  found: ImageWindows,
  first: 'windows' | 'examples',
  each: (element: number, place: number) => void,
): void {
  const { count, channels, windows, taps } = found;
  let place = 0;
  for (let channel = 0; channel < channels; channel++)
    for (let tap = 0; tap < taps; tap++)
      for (let column = 0; column < windows * count; column++, place++) {
        const example = first === 'examples' ? Math.floor(column / windows) : column % count;
        const window = first === 'examples' ? column % windows : Math.floor(column / count);
        each(elementOf(found, example * channels + channel, window, tap), place);
      }
}
