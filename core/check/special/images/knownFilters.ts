/** Filters that image processing knows by name. */
export type Weights = readonly (readonly number[])[];

export interface KnownFilter {
  readonly weights: Weights;
  /** A second filter, whose result is joined with the first one's to a magnitude. */
  readonly across?: Weights;
}

/** Undefined sizes are 3. `sigma`: of a Gaussian; undefined: the binomial weights. */
type MakeFilters = (name: string, size: number, sigma: number | undefined) => readonly KnownFilter[];

const SOBEL: Weights = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];
const PREWITT: Weights = SOBEL.map((row) => row.map((value) => Math.sign(value)));
const SCHARR: Weights = [
  [-3, 0, 3],
  [-10, 0, 10],
  [-3, 0, 3],
];

const FILTERS: readonly (readonly [RegExp, MakeFilters])[] = [
  [/gauss/i, (_, size, sigma) => gaussians(size, sigma)],
  [/sobel/i, (name) => gradients(name, SOBEL)],
  [/prewitt/i, (name) => gradients(name, PREWITT)],
  [/scharr/i, (name) => gradients(name, SCHARR)],
  [/laplac/i, () => LAPLACIANS],
  [/sharp/i, () => SHARPEN],
  [/blur|smooth/i, (_, size, sigma) => [mean(size), ...gaussians(size, sigma)]],
  [/box|mean|avg|average/i, (_, size) => [mean(size)]],
  [/edge|contour|outline/i, (name) => [...LAPLACIANS, ...gradients(name, SOBEL)]],
];

/** Empty for a name without a filter. */
export function knownFilters(name: string, size: number, sigma: number | undefined): readonly KnownFilter[] {
  return FILTERS.find(([pattern]) => pattern.test(name))?.[1](name, size, sigma) ?? [];
}

function gradients(name: string, weights: Weights): KnownFilter[] {
  const across = weights[0]!.map((_, k) => weights.map((row) => row[k]!));
  const along: KnownFilter[] = [{ weights }, { weights: negated(weights) }];
  const other: KnownFilter[] = [{ weights: across }, { weights: negated(across) }];
  if (/(?:^|_)(?:x|gx|dx)(?:_|$)|[a-z]X\b/.test(name)) return along;
  if (/(?:^|_)(?:y|gy|dy)(?:_|$)|[a-z]Y\b/.test(name)) return other;
  return [{ weights, across }, ...along, ...other];
}

const CROSS: Weights = [
  [0, 1, 0],
  [1, -4, 1],
  [0, 1, 0],
];
const SQUARE: Weights = [
  [1, 1, 1],
  [1, -8, 1],
  [1, 1, 1],
];
const LAPLACIANS: readonly KnownFilter[] = [CROSS, negated(CROSS), SQUARE, negated(SQUARE)].map((weights) => ({
  weights,
}));
/** The image less its Laplacian. */
const SHARPEN: readonly KnownFilter[] = [CROSS, SQUARE].map((laplacian) => ({
  weights: laplacian.map((row, r) => row.map((value, c) => (r === 1 && c === 1 ? 1 : 0) - value)),
}));

function mean(size: number): KnownFilter {
  const row = new Array<number>(size).fill(1 / (size * size));
  return { weights: new Array<number[]>(size).fill(row) };
}

function gaussians(size: number, sigma: number | undefined): KnownFilter[] {
  const exact = sigma === undefined ? [] : [weighted(size, (k) => Math.exp((-k * k) / (2 * sigma * sigma)))];
  return [...exact, weighted(size, (k) => binomial(size - 1, k + (size - 1) / 2))];
}

/** Products of the weights of rows and columns, which sum to 1. `weight`: by the distance from the centre. */
function weighted(size: number, weight: (offset: number) => number): KnownFilter {
  const line = Array.from({ length: size }, (_, k) => weight(k - (size - 1) / 2));
  const total = line.reduce((sum, value) => sum + value, 0) ** 2;
  return { weights: line.map((a) => line.map((b) => (a * b) / total)) };
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1);
  return Math.round(value);
}

function negated(weights: Weights): Weights {
  return weights.map((row) => row.map((value) => (value === 0 ? 0 : -value)));
}
