/** Rows and columns that an array of three or more axes is expected to have, from its shape and its name. */

/** Filters: `W`, `weights`, `kernel`, `conv1.weight`, `dW`, `layer/kernel:0`. */
const filters = /(^|[^a-z])(d_?)?(w|weights?|kernels?|filters?)([^a-z]*)$/i;

/** Names of modules as PyTorch writes them, whose filters are (out, in, height, width). */
const module = /\.weight$/;

/** Kernels are at most this long; a longer axis is the height or width of an input, or channels. */
const longestKernel = 11;

/** Channels of pictures. */
const mostColors = 4;

/** Shorter equal axes at the end may be channels: (5, 4, 2, 2). */
const leastPlane = 3;

/** Two axes of `shape`, whose rank is at least 2, in the order rows, columns. */
export function usualAxes(
  shape: readonly number[],
  name: string,
  channelsFirst = false,
): readonly [rows: number, cols: number] {
  const rank = shape.length;
  if (channelsFirst) return endsWithColors(shape) ? [rank - 3, rank - 2] : [rank - 2, rank - 1];
  if (rank === 3) return shape[2]! <= mostColors ? [0, 1] : [1, 2];
  if (rank !== 4) return [rank - 2, rank - 1];
  return filters.test(name) ? filterAxes(shape, name) : inputAxes(shape);
}

/** Whether the last axis alone can be that of colours, as of a picture that was permuted to be drawn. */
function endsWithColors(shape: readonly number[]): boolean {
  const [rows, cols, colors] = shape.slice(-3);
  return shape.length >= 3 && colors! <= mostColors && rows! > longestKernel && cols! > longestKernel;
}

/** (n_H, n_W, n_C_prev, n_C) unless the shape or the name is that of (out, in, height, width). */
function filterAxes([first, second, third, fourth]: readonly number[], name: string): readonly [number, number] {
  if (module.test(name)) return [2, 3];
  const isFirst = first === second && first! <= longestKernel;
  const isLast = third === fourth && third! <= longestKernel;
  if (isFirst !== isLast) return isFirst ? [0, 1] : [2, 3];
  return isFirst || Math.max(first!, second!) <= longestKernel ? [0, 1] : [2, 3];
}

/** (m, n_H, n_W, n_C), or (m, n_C, n_H, n_W) where the last axes alone are those of a plane. */
function inputAxes([, second, third, fourth]: readonly number[]): readonly [number, number] {
  const isColors = second! <= mostColors && third! > mostColors && fourth! > mostColors;
  const isSquare = second !== third && third === fourth && third! >= leastPlane;
  return isColors || isSquare ? [2, 3] : [1, 2];
}
