/** `im2col` and `col2im` of "Deep Learning from Scratch": windows of (N, C, H, W) as rows of a matrix, and back. */
import { LensError, msg } from '../../../message';
import { arrayOf, flat, newData, type PyArray } from '../array/PyArray';
import type { Call, FunctionTable } from '../library/Call';
import type { Py } from '../value';

const WINDOW = 'filter_h filter_w stride? pad?';

/** Known where the text does not define them; they are no layers. */
export const COLUMNS: FunctionTable = {
  im2col: [`input_data ${WINDOW}`, im2col],
  col2im: [`col input_shape ${WINDOW}`, col2im],
};

interface Windows {
  readonly shape: readonly [count: number, channels: number, height: number, width: number];
  readonly kernel: readonly [number, number];
  readonly out: readonly [number, number];
  readonly stride: number;
  readonly pad: number;
}

/** (N · out_h · out_w, C · filter_h · filter_w). */
function im2col(call: Call): Py {
  const image = call.array('input_data');
  const windows = windowsOf(call, image.shape);
  const [rows, cols] = matrixShape(windows);
  call.context.allocate([rows, cols]);
  const to = newData(rows * cols, image.dtype);
  const from = flat(image);
  visit(windows, (element, place) => {
    to[place] = element < 0 ? 0 : from[element]!;
  });
  return arrayOf(to, [rows, cols], image.dtype, { notation: image.notation });
}

/** Adds the rows up where their windows overlap; what lies in the padding is dropped. */
function col2im(call: Call): Py {
  const columns = call.array('col');
  const windows = windowsOf(call, call.integers('input_shape'));
  requireSize(call, columns, windows);
  call.context.allocate(windows.shape);
  const to = new Float64Array(windows.shape.reduce((product, extent) => product * extent, 1));
  const from = flat(columns);
  visit(windows, (element, place) => {
    if (element >= 0) to[element]! += from[place]!;
  });
  return arrayOf(to, windows.shape, 'float64');
}

function windowsOf(call: Call, shape: readonly number[]): Windows {
  if (shape.length !== 4)
    throw new LensError(
      msg('{0} needs four axes (N, C, H, W), not {1}', call.callee, shape.length),
      'input',
      call.range,
    );
  const [, , height, width] = shape as [number, number, number, number];
  const kernel = [call.integer('filter_h'), call.integer('filter_w')] as const;
  const [stride, pad] = [call.integer('stride', 1), call.integer('pad', 0)];
  const out = [height, width].map((size, axis) => Math.floor((size + 2 * pad - kernel[axis]!) / stride) + 1);
  if (stride < 1 || pad < 0 || Math.min(...out, ...kernel) < 1)
    throw new LensError(
      msg('no window of {0} fits: stride {1}, pad {2}', kernel.join(' × '), stride, pad),
      'kernel',
      call.range,
    );
  return { shape: shape as Windows['shape'], kernel, out: out as [number, number], stride, pad };
}

function matrixShape({ shape: [count, channels], kernel, out }: Windows): [number, number] {
  return [count * out[0] * out[1], channels * kernel[0] * kernel[1]];
}

/** Every place of the matrix with the flat index of its element, −1 in the padding. */
function visit(windows: Windows, each: (element: number, place: number) => void): void {
  const { shape, kernel, out, stride, pad } = windows;
  const [count, channels, height, width] = shape;
  let place = 0;
  for (let n = 0; n < count; n++)
    for (let h = 0; h < out[0]; h++)
      for (let w = 0; w < out[1]; w++)
        for (let c = 0; c < channels; c++)
          for (let i = 0; i < kernel[0]; i++)
            for (let j = 0; j < kernel[1]; j++, place++) {
              const [row, col] = [h * stride + i - pad, w * stride + j - pad];
              const inside = row >= 0 && row < height && col >= 0 && col < width;
              each(inside ? ((n * channels + c) * height + row) * width + col : -1, place);
            }
}

function requireSize(call: Call, columns: PyArray, windows: Windows): void {
  const [rows, cols] = matrixShape(windows);
  const size = columns.shape.reduce((product, extent) => product * extent, 1);
  if (size === rows * cols) return;
  throw new LensError(msg('col2im needs {0} numbers, not {1}', rows * cols, size), 'input', call.range);
}
