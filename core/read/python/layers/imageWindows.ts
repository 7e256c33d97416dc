/** The windows of an image (N, C, H, W) for functions that gather them into a matrix. */
import { sizeOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import { kernelCell, outputSize, pixelAt, tapPosition, type Axes, type Axis } from '../../../layer/window';
import { mapTuple, tuple4 } from '../../../tuples';
import type { Call } from '../library/call/Call';
import { PythonError, valueError } from '../runtime/PythonError';

type Pair = readonly [vertical: number, horizontal: number];

export interface ImageWindows extends Axes {
  readonly count: number;
  readonly channels: number;
  /** Windows of one image. */
  readonly windows: number;
  /** Cells of one window in one channel. */
  readonly taps: number;
}

/** Throws a LensError where the shape has not four axes or fewer than `least` windows fit. */
export function imageWindows(
  call: Call,
  shape: readonly number[],
  { kernel, stride, dilation, pad }: { kernel: Pair; stride: Pair; dilation: Pair; pad: Pair },
  least = 1,
): ImageWindows {
  if (shape.length !== 4)
    throw new LensError(
      msg('{0} needs four axes (N, C, H, W), not {1}', call.callee, shape.length),
      'input',
      call.range,
    );
  const [count, channels, ...sizes] = tuple4(shape);
  const [rows, cols] = mapTuple(sizes, (size, axis): Axis => {
    const [padBefore, padAfter] = [pad[axis]!, pad[axis]!];
    const open = { size, kernel: kernel[axis]!, stride: stride[axis]!, dilation: dilation[axis]!, padBefore, padAfter };
    return { ...open, outSize: outputSize(open) };
  });
  if (
    ![rows, cols].every((axis) => axis.outSize >= least && axis.stride >= 1 && axis.kernel >= 1 && axis.padBefore >= 0)
  )
    throw new LensError(
      msg('no window of {0} fits: stride {1}, pad {2}', kernel.join(' × '), stride.join(', '), pad.join(', ')),
      'kernel',
      call.range,
    );
  return { rows, cols, count, channels, windows: rows.outSize * cols.outSize, taps: rows.kernel * cols.kernel };
}

/** The windows as NumPy code finds them, with its errors where the stride is 0 or the window is larger than the padded input. */
export function columnWindows(
  call: Call,
  shape: readonly number[],
  kernel: Pair,
  { stride, pad }: { readonly stride: number; readonly pad: number },
): ImageWindows {
  if (stride === 0) throw new PythonError('ZeroDivisionError', 'integer division or modulo by zero');
  const options = { kernel, stride: [stride, stride], dilation: [1, 1], pad: [pad, pad] } as const;
  const windows = imageWindows(call, shape, options, -Infinity);
  if (windows.rows.outSize < 0 || windows.cols.outSize < 0) throw valueError('negative dimensions are not allowed');
  return windows;
}

/** Throws NumPy's error where a matrix has another number of cells than the windows. */
export function requireCells(size: number, needed: readonly number[]): void {
  if (size !== sizeOf(needed))
    throw valueError(`cannot reshape array of size ${size} into shape (${needed.join(',')})`);
}

/** Flat index of the element that a window's cell reads, −1 in the padding. `plane` counts examples and channels. */
export function elementOf({ rows, cols }: Axes, plane: number, window: number, tap: number): number {
  const { h, w } = pixelAt({ rows, cols }, window);
  const cell = kernelCell({ rows, cols }, tap);
  const [row, col] = [tapPosition(rows, h, cell.row), tapPosition(cols, w, cell.col)];
  const inside = row >= 0 && row < rows.size && col >= 0 && col < cols.size;
  return inside ? (plane * rows.size + row) * cols.size + col : -1;
}
