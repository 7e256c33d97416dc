/** `im2col` and `col2im` of "Deep Learning from Scratch": windows of (N, C, H, W) as rows of a matrix, and back. */
import { sizeOf } from '../../../../array/NdArray';
import { arrayOf, flat, newData } from '../../array/PyArray';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import { columnWindows, elementOf, requireCells, type ImageWindows } from '../imageWindows';
import { gatherColumns } from './indexedColumns';

const WINDOW = 'filter_h filter_w stride? pad?';

/** Known where the text does not define them; they are not layers. */
export const COLUMNS: FunctionTable = {
  im2col: [`input_data|x ${WINDOW} padding?`, im2col],
  col2im: [`col input_shape ${WINDOW}`, col2im],
};

/** (N · out_h · out_w, C · filter_h · filter_w); with `padding`, as CS231n calls it, its transpose in CS231n's order. */
function im2col(call: Call): Py {
  const image = call.array('input_data');
  if (call.has('padding')) return gatherColumns(call, image, windowsOf(call, image.shape, call.integer('padding')));
  const windows = windowsOf(call, image.shape);
  const shape = matrixShape(windows);
  call.context.allocate(shape);
  const to = newData(sizeOf(shape), image.dtype);
  const from = flat(image);
  visit(windows, (element, place) => {
    to[place] = element < 0 ? 0 : from[element]!;
  });
  return arrayOf(to, shape, image.dtype, { notation: image.notation });
}

/** Adds up the rows where their windows overlap; what lies in the padding is dropped. */
function col2im(call: Call): Py {
  const columns = call.array('col');
  const shape = call.integers('input_shape');
  const windows = windowsOf(call, shape);
  const { count, rows, cols, channels } = windows;
  requireCells(sizeOf(columns.shape), [count, rows.outSize, cols.outSize, channels, rows.kernel, cols.kernel]);
  const to = new Float64Array(call.context.allocate(shape));
  const from = flat(columns);
  visit(windows, (element, place) => {
    if (element >= 0) to[element]! += from[place]!;
  });
  return arrayOf(to, shape, 'float64');
}

function windowsOf(call: Call, shape: readonly number[], pad = call.integer('pad', 0)): ImageWindows {
  const kernel = [call.integer('filter_h'), call.integer('filter_w')] as const;
  return columnWindows(call, shape, kernel, { stride: call.integer('stride', 1), pad });
}

function matrixShape({ count, channels, windows, taps }: ImageWindows): [number, number] {
  return [count * windows, channels * taps];
}

/** Every place of the matrix with the flat index of its element, −1 in the padding. */
function visit(found: ImageWindows, each: (element: number, place: number) => void): void {
  const { count, channels, windows, taps } = found;
  let place = 0;
  for (let example = 0; example < count; example++)
    for (let window = 0; window < windows; window++)
      for (let channel = 0; channel < channels; channel++)
        for (let tap = 0; tap < taps; tap++, place++)
          each(elementOf(found, example * channels + channel, window, tap), place);
}
