/** Random arrays of MATLAB, Julia and R: their shapes and distributions, with other numbers than theirs. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { RandomState } from '../../../../random/RandomState';
import type { FunctionArguments } from './functions';

const MAX_ELEMENTS = 1_000_000;

interface Draw {
  readonly state: RandomState;
  readonly shape: readonly number[];
}

const DRAWS: Readonly<Record<string, (draw: Draw) => NdArray>> = {
  rand: ({ state, shape }) => state.rand(...shape),
  randn: ({ state, shape }) => state.randn(...shape),
  runif: ({ state, shape }) => state.rand(...shape),
  rnorm: ({ state, shape }) => state.randn(...shape),
  torch_rand: ({ state, shape }) => state.rand(...shape),
  torch_randn: ({ state, shape }) => state.randn(...shape),
};

export function isRandomFunction(name: string): boolean {
  return name === 'randi' || Object.hasOwn(DRAWS, name);
}

/** Undefined where the arguments are not sizes. */
export function randomArray(name: string, args: FunctionArguments, seed: number): NdArray | undefined {
  if (args.named.size > 0) return undefined;
  const limits = name === 'randi' ? args.positional[0] : undefined;
  const sizes = args.positional.slice(limits ? 1 : 0).flatMap(({ data }) => Array.from(data));
  const shape = sizes.length === 1 && args.square ? [sizes[0]!, sizes[0]!] : sizes;
  const valid = shape.length > 0 && shape.every((extent) => Number.isInteger(extent) && extent >= 1);
  if (!valid || sizeOf(shape) > MAX_ELEMENTS) return undefined;
  const state = new RandomState(seed);
  if (!limits) return DRAWS[name]!({ state, shape });
  const [first, last] = limits.data.length === 2 ? [limits.data[0]!, limits.data[1]!] : [1, limits.data[0]!];
  if (limits.data.length > 2 || !(last >= first)) return undefined;
  const { data } = state.randint(first, last + 1, shape);
  return { shape, data: Float64Array.from(data) };
}
