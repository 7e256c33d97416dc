import type { Pair } from './options';

/** The sides of the windows that divide a plane into its result, none where they do not: `x.reshape(2, 2, 2, 3).max((1, 3))`. */
export function tileOf(x: readonly number[], result: readonly number[]): Pair[] {
  const [rows = 0, cols = 0] = x;
  const [height = 0, width = 0] = result;
  const isTiled =
    x.length + result.length === 4 && rows % height === 0 && cols % width === 0 && rows * cols > height * width;
  return isTiled ? [[rows / height, cols / width]] : [];
}
