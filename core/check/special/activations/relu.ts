/** ReLU, ReLU6, leaky ReLU, ELU, sigmoid, tanh and their gradients, of arrays with any number of axes. */
import type { NdArray } from '../../../array/NdArray';
import { msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import type { CourseFunction } from '../../CourseFunction';
import type { SpecialCase, SpecialLayer, SpecialVariant, VariantRequest } from '../SpecialLayer';

const SHAPES: Readonly<Record<number, readonly (readonly number[])[]>> = {
  1: [[7], [4]],
  2: [
    [3, 4],
    [5, 2],
  ],
  3: [
    [2, 3, 4],
    [1, 5, 2],
  ],
  4: [
    [2, 3, 4, 2],
    [1, 4, 3, 3],
  ],
};

const NAMES = String.raw`(?:(?:leaky_?|clip(?:ped)?_?|cap(?:ped)?_?|bounded_?)?re_?lu(?:_?6)?|elu|sigmoid|tanh)`;
const OWN = String.raw`(?:my_?|np_?|naive_?)?`;

/** A name of the derivative alone, or of the gradient: `d_tanh`, `sigmoid_prime`. */
export const DERIVATIVE = new RegExp(
  String.raw`^${OWN}${NAMES}_?(?:prime|deriv\w*)$|^(?:d|deriv\w*?_?(?:of)?)_?${NAMES}$`,
  'i',
);

export const reluLayer: SpecialLayer = {
  id: 'relu',
  pattern: new RegExp(
    String.raw`^${OWN}${NAMES}(?:_?(?:layer|forward|fwd|activation|function|fn))?_?$|^(?:forward|activation)_?${NAMES}$`,
    'i',
  ),
  operation: 'create_mask_from_window',
  roles: ['input', 'value'],
  named: (parameter) => (isSlope(parameter) ? 'value' : 'input'),
  argument: (role) => (role === 'input' ? 'x.copy()' : 'value'),
  variants: (request) => variantsOf(request, 'create_mask_from_window'),
};

export const reluGradient: SpecialLayer = {
  ...reluLayer,
  id: 'relu_gradient',
  // Of functions with a name of a backward function: `relu_backward`, `relu_atras`.
  pattern: new RegExp(
    String.raw`^${OWN}${NAMES}_?(?:layer_?)?(?:back\w*|grad\w*|\p{L}+)$|^(?:back\w*|bwd|grad\w*)_?${NAMES}$|${DERIVATIVE.source}|^${OWN}${NAMES}(?:_?(?:layer|activation))?_?$`,
    'iu',
  ),
  operation: 'pool_backward',
  isGradient: true,
  variants: (request) => variantsOf(request, 'pool_backward'),
};

interface Smooth {
  readonly valueAt: (x: number) => number;
  /** By the value. */
  readonly slopeAt: (y: number) => number;
}

const SMOOTH: readonly (readonly [RegExp, Smooth])[] = [
  [/sigmoid/i, { valueAt: (x) => 1 / (1 + Math.exp(-x)), slopeAt: (y) => y * (1 - y) }],
  [/tanh/i, { valueAt: Math.tanh, slopeAt: (y) => 1 - y * y }],
];

/** Of functions that may be meant with another scale: what a repair takes away may be on purpose. */
export function isSmooth(name: string): boolean {
  return SMOOTH.some(([pattern]) => pattern.test(name));
}

/** The factor of negative values in a leaky ReLU. */
export function isSlope(name: string): boolean {
  return /^(?:alpha|(?:neg(?:ative)?_?)?slope|leak(?:iness|y_?\w*)?|coeff?(?:icient)?|steigung|pendiente|pente)$/i.test(
    name,
  );
}

function variantsOf(request: VariantRequest, operation: CourseFunction): SpecialVariant[] {
  const shapes = shapesOf(request);
  const isGradient = operation === 'pool_backward';
  // Of a function that takes no gradient: the derivative.
  const given = (gradient: NdArray, k: number): number => (request.roles.has('gradient') ? gradient.data[k]! : 1);
  const [, smooth] = SMOOTH.find(([pattern]) => pattern.test(request.name)) ?? [];
  if (smooth) {
    // A gradient may take the values, which a class keeps.
    const forms = isGradient && request.parameters[0]?.name !== 'self' ? [false, true] : [false];
    return forms.flatMap((isOutput) =>
      shapes.map((each) => ({
        cases: casesOf(each, operation, isOutput ? smooth.valueAt : (x) => x, (x, gradient) =>
          mapped(x, (value, k) => {
            const y = isOutput ? value : smooth.valueAt(value);
            return isGradient ? given(gradient, k) * smooth.slopeAt(y) : y;
          }),
        ),
      })),
    );
  }
  const integers = ownIntegers(request);
  const isExponential = isElu(request.name);
  const most = isCapped(request.name) ? boundIn(request.text) : Infinity;
  return slopesOf(request).flatMap((slope) =>
    shapes.map((each) => ({
      // Of ReLU6 some values are beyond the largest one.
      cases: casesOf(
        each,
        operation,
        (x) => (most < Infinity ? most * x : x),
        (x, gradient) =>
          mapped(x, (value, k) => {
            const passed = isGradient ? given(gradient, k) : value;
            if (value >= most) return isGradient ? 0 : most;
            if (value > 0) return passed;
            if (!isExponential) return slope * passed;
            return slope * (isGradient ? Math.exp(value) * passed : Math.exp(value) - 1);
          }),
        { slope, integers },
      ),
      isOther: ({ x, gradient }, returned) => slope === 0 && isLeaky(x!, isGradient ? gradient! : x!, returned),
    })),
  );
}

function mapped({ shape, data }: NdArray, each: (value: number, k: number) => number): NdArray {
  return { shape, data: Float64Array.from(data, each) };
}

/** ReLU6, which is 6 for larger values, or with another bound. */
function isCapped(name: string): boolean {
  return /relu_?6|(?:clip|cap|bound)\w*re_?lu/i.test(name);
}

/** The default of an argument, or a number: `cap=6.0`, `np.clip(x, 0, 20)`, `np.minimum(np.maximum(x, 0), 20)`. */
function boundIn(text: string): number {
  const [, given] =
    /\b(?:cap|ceil|upper|limit|bound|max|clip|top)\w* *(?:: *\w+ *)?= *(\d+(?:\.\d*)?)/i.exec(text) ?? [];
  const [, written] = /\b(?:clip|min|minimum)\(.*, *(\d+(?:\.\d*)?) *\)/.exec(text) ?? [];
  return Number(given ?? written ?? 6) || 6;
}

function isElu(name: string): boolean {
  return /(?<!r)elu/i.test(name);
}

/** Of as many axes as the text's own input has; a function that is not called may index any number of them. */
function shapesOf({ calls, text }: VariantRequest): readonly (readonly (readonly number[])[])[] {
  const given = calls.flatMap((values) => {
    const x = values.get('input');
    return x?.kind === 'array' ? [x.array.shape.length] : [];
  });
  const own = SHAPES[given[0] ?? 2] ?? SHAPES[2]!;
  const isIndexed = given.length === 0 && /\[\w+(?:, ?\w+)+\]/.test(text);
  return isIndexed ? [own, SHAPES[3]!, SHAPES[4]!] : [own];
}

/**
 * 0, or of a leaky ReLU the numbers that its text has, for a gradient those of the forward function; or any number where the
 * slope is an argument; of ELU 1, too.
 */
function slopesOf({ name, text, roles, forwardText = '' }: VariantRequest): readonly number[] {
  if (roles.has('value')) return [0.15];
  const followed = fractionsIn(forwardText);
  const slopes = followed.length > 0 ? followed : fractionsIn(text);
  if (isElu(name)) return [1, ...slopes];
  if (isCapped(name)) return [0];
  // A ReLU whose name is not “leaky” may be one too.
  return /leaky/i.test(name) ? slopes : [...slopes, 0];
}

function fractionsIn(text: string): number[] {
  const numbers = (text.match(/(?<![\w.])0?\.\d+|1e-\d+/g) ?? []).map(Number);
  return [...new Set(numbers)].filter((slope) => slope > 0 && slope < 1);
}

/** Whether values where the input is negative have one factor between 0 and 1: a leaky ReLU. */
function isLeaky(x: NdArray, { data: passed }: NdArray, { data }: NdArray): boolean {
  const negative = x.data.findIndex((value) => value < 0);
  const slope = data[negative]! / passed[negative]!;
  return slope > 0 && slope < 1 && x.data.every((value, k) => isClose(data[k]!, (value < 0 ? slope : 1) * passed[k]!));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6;
}

/** Values of a call that is compared as it is. */
const MOST_VALUES = 10_000;

/** The integers that the text calls the function with: a result of their type has no fractions. At 0 the slope is a choice. */
function ownIntegers({ calls }: VariantRequest): readonly NdArray[] {
  const given = calls.flatMap((values) => {
    const x = values.get('input');
    return x?.kind === 'array' && x.integer && !x.isByte && x.array.data.length <= MOST_VALUES ? [x.array] : [];
  });
  return given.slice(0, 1).map((x) => mapped(x, (value) => value || 1));
}

function casesOf(
  shapes: readonly (readonly number[])[],
  operation: CourseFunction,
  drawn: (x: number) => number,
  expected: (x: NdArray, gradient: NdArray) => NdArray,
  { slope = 0, integers = [] }: { readonly slope?: number; readonly integers?: readonly NdArray[] } = {},
): SpecialCase[] {
  return [...integers, ...shapes].map((given, k): SpecialCase => {
    const isInteger = 'data' in given;
    const shape = isInteger ? given.shape : given;
    const random = new RandomState(k + 51);
    const x = isInteger ? given : mapped(random.randn(...shape), drawn);
    const gradient = random.randn(...shape);
    return {
      layerCase: {
        operation,
        label: msg('{0} input', shape.join('×')),
        x,
        ...(isInteger && { isInteger: true as const }),
        gradient,
        kernel: [1, 1],
        stride: 1,
        pad: 0,
        mode: 'max',
        ...(slope > 0 && { value: slope }),
      },
      expected: expected(x, gradient),
      own: k === 0,
    };
  });
}
