/** PReLU: a leaky ReLU whose slopes are learned, one for all values or one for each channel, with the gradients of input and slopes. */
import { vector, zeros, type NdArray } from '../../../array/NdArray';
import { msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import { asLineArray } from '../../run/ProgramValue';
import type { SpecialCase, SpecialLayer, VariantRequest } from '../SpecialLayer';

/** The input's axes, of which `c` is the one of the channels. */
const AXES: readonly (readonly [letters: string, shape: readonly number[]])[] = [
  ['nc', [3, 4]],
  ['nchw', [2, 3, 2, 4]],
  ['nhwc', [2, 3, 2, 4]],
  ['c', [4]],
];

export const prelu: SpecialLayer = {
  id: 'prelu',
  pattern: /^(?:my_?|np_?|naive_?)?p(?:arametric)?_?re_?lu_?(?:layer|forward|fwd|activation)?$/i,
  operation: 'create_mask_from_window',
  roles: ['input', 'filter'],
  argument: () => undefined,
  variants: (request) => variantsOf(request),
};

export const preluGradient: SpecialLayer = {
  ...prelu,
  id: 'prelu_gradient',
  pattern: /(?:^|_)p(?:arametric)?_?re_?lu/i,
  operation: 'pool_backward',
  isGradient: true,
};

function variantsOf({ calls, roles, results }: VariantRequest): ReturnType<SpecialLayer['variants']> {
  const [rank] = calls.flatMap((values) => asLineArray(values.get('input'))?.shape.length ?? []);
  const [slopes] = calls.flatMap((values) => asLineArray(values.get('filter')) ?? []);
  const fitting = AXES.filter(([letters]) => rank === undefined || letters.length === rank);
  const isOne = slopes !== undefined && slopes.data.length === 1;
  // One slope may be that of the only channel.
  const forms =
    slopes === undefined ? (roles.has('outChannels') ? [false] : [false, true]) : isOne ? [true, false] : [false];
  const axes = fitting.length > 0 ? fitting : AXES;
  return forms.flatMap((isShared) =>
    [false, ...(results?.includes('dW') ? [true] : [])].flatMap((isMean) =>
      axes.slice(0, isShared ? 1 : AXES.length).map(([letters, shape]) => ({
        cases: [1, 2].map((more) => caseOf(letters, shape, { isShared, isMean, slopes, results }, more)),
      })),
    ),
  );
}

interface Form {
  /** One slope for all channels. */
  readonly isShared: boolean;
  /** The gradient of the slopes is the mean over the examples. */
  readonly isMean: boolean;
  /** Those of the text's own call, whose axes are kept. */
  readonly slopes: NdArray | undefined;
  readonly results: VariantRequest['results'];
}

function caseOf(letters: string, sizes: readonly number[], form: Form, more: number): SpecialCase {
  const { isShared, isMean, slopes, results } = form;
  const random = new RandomState(more + 71);
  const shape = [...sizes.slice(0, -1), sizes.at(-1)! + more];
  const x = random.randn(...shape);
  const gradient = random.randn(...shape);
  const axis = letters.indexOf('c');
  const channels = isShared ? 1 : shape[axis]!;
  const values = Float64Array.from({ length: channels }, (_, k) => 0.1 + 0.15 * k);
  const own =
    slopes && slopes.shape.length > 1 ? slopes.shape.map((extent) => (extent === 1 ? 1 : channels)) : undefined;
  const inner = shape.slice(axis + 1).reduce((product, extent) => product * extent, 1);
  const channelOf = (k: number): number => (isShared ? 0 : Math.floor(k / inner) % channels);
  const slopeOf = (k: number): number => (x.data[k]! > 0 ? 1 : values[channelOf(k)]!);
  const dSlopes = zeros([channels]);
  for (const [k, value] of x.data.entries())
    if (value <= 0) dSlopes.data[channelOf(k)]! += (value * gradient.data[k]!) / (isMean ? shape[0]! : 1);
  const arrays = { dX: gradient.data.map((value, k) => value * slopeOf(k)), dW: dSlopes.data, db: [] };
  return {
    layerCase: {
      operation: 'create_mask_from_window',
      label: msg('{0} input', shape.join('×')),
      x,
      w: { shape: own ?? [channels], data: values },
      gradient,
      kernel: [1, 1],
      stride: 1,
      pad: 0,
      mode: 'max',
    },
    expected: results
      ? vector(results.flatMap((name) => [...arrays[name]]))
      : { shape, data: x.data.map((value, k) => value * slopeOf(k)) },
    own: more === 1,
  };
}
