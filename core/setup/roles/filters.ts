/** Well-known filters, for a selection that holds none. */
import type { NdArray } from '../../array/NdArray';
import { LensError, msg, type Message } from '../../message';

export const FILTERS = ['identity', 'blur', 'sharpen', 'sobelX', 'sobelY', 'laplacian', 'random'] as const;
export type FilterName = (typeof FILTERS)[number];

/** Filters whose size can be chosen; the others are 3 × 3, or 3 along the only axis of a 1-D input. */
export function isSizable(name: FilterName): boolean {
  return name === 'identity' || name === 'blur' || name === 'random';
}

export function filterLabel(name: FilterName): Message {
  switch (name) {
    case 'identity':
      return msg('identity');
    case 'blur':
      return msg('blur');
    case 'sharpen':
      return msg('sharpen');
    case 'sobelX':
      return msg('Sobel x (vertical edges)');
    case 'sobelY':
      return msg('Sobel y (horizontal edges)');
    case 'laplacian':
      return msg('Laplacian');
    case 'random':
      return msg('random, seed {0}', filterSeed);
  }
}

export const filterSeed = 1;

/** (rows, cols, depth, 1), the same in each channel; `random` draws every number from `randn`. */
export function knownFilter(
  name: FilterName,
  [rows, cols]: readonly [number, number],
  depth: number,
  randn: (...shape: number[]) => NdArray,
): NdArray {
  if (name === 'random') return randn(rows, cols, depth, 1);
  const plane = filterPlane(name, rows, cols);
  const data = new Float64Array(plane.length * depth);
  for (let k = 0; k < data.length; k++) data[k] = plane[Math.floor(k / depth)]!;
  return { shape: [rows, cols, depth, 1], data };
}

function filterPlane(name: Exclude<FilterName, 'random'>, rows: number, cols: number): readonly number[] {
  if (name === 'identity') {
    const center = Math.floor((rows - 1) / 2) * cols + Math.floor((cols - 1) / 2);
    return Array.from({ length: rows * cols }, (_, k) => (k === center ? 1 : 0));
  }
  if (name === 'blur') return new Array<number>(rows * cols).fill(1 / (rows * cols));
  const plane = rows === 1 || cols === 1 ? LINES[name] : PLANES[name];
  if (plane.length === rows * cols && (rows === 3 || cols === 3)) return plane;
  throw new LensError(msg('this filter is 3 × 3, not {0} × {1}', rows, cols), 'kernel');
}

const PLANES = {
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  sobelX: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  sobelY: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  laplacian: [0, 1, 0, 1, -4, 1, 0, 1, 0],
} as const;

const LINES = {
  sharpen: [-1, 3, -1],
  sobelX: [-1, 0, 1],
  sobelY: [-1, 0, 1],
  laplacian: [1, -2, 1],
} as const;
