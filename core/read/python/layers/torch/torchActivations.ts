/** PyTorch's activation functions, as functions of tensors and as modules. */
import { LensError, msg } from '../../../../message';
import { isFloat } from '../../array/dtype';
import { mapOne, mapTwo } from '../../array/elementwise';
import type { PyArray } from '../../array/PyArray';
import { changeInPlace } from './changeInPlace';
import { tapeOf } from '../../autograd/Tape';
import type { Call, FunctionTable, Implementation } from '../../library/call/Call';
import { libraryFunction } from '../../library/call/Call';
import { TORCH_OPERATIONS } from '../../library/torch/torchMethods';
import { NONE } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { moduleOf } from './moduleOf';

type Rule = (value: number) => number;

interface Activation {
  /** Its parameters, without the input. */
  readonly signature: string;
  /** PyTorch's name of its gradient, where it is not that of the class. */
  readonly node?: string;
  /** The function of one number that a call asks for, and its slope where the gradient is computed. */
  readonly rules: (call: Call) => readonly [rule: Rule, slope?: Rule];
}

const between = (least: number, greatest: number): readonly [Rule, Rule] => [
  (value) => (value < least ? least : value > greatest ? greatest : value),
  (value) => Number(value > least && value < greatest),
];

/** Classes of `torch.nn` by name; `+ 0` where PyTorch's −0 becomes 0. */
const ACTIVATIONS: Readonly<Record<string, Activation>> = {
  Tanh: { signature: '', rules: () => [Math.tanh, (value) => 1 - Math.tanh(value) ** 2] },
  Sigmoid: { signature: '', rules: () => [logistic, (value) => logistic(value) * (1 - logistic(value))] },
  LeakyReLU: {
    signature: 'negative_slope? inplace?',
    node: 'LeakyRelu',
    rules: (call) => {
      const slope = call.number('negative_slope', 0.01);
      return [(value) => (value < 0 ? value * slope : value), (value) => (value > 0 ? 1 : slope)];
    },
  },
  ELU: {
    signature: 'alpha? inplace?',
    node: 'Elu',
    rules: (call) => {
      const alpha = call.number('alpha', 1);
      return [
        (value) => (value > 0 ? value : alpha * Math.expm1(value) + 0),
        (value) => (value > 0 ? 1 : alpha * Math.exp(value)),
      ];
    },
  },
  SELU: {
    signature: 'inplace?',
    node: 'Elu',
    rules: () => [(value) => 1.0507009873554805 * (value > 0 ? value : 1.6732632423543772 * Math.expm1(value) + 0)],
  },
  GELU: { signature: 'approximate?', node: 'Gelu', rules: gelu },
  SiLU: {
    signature: 'inplace?',
    node: 'Silu',
    rules: () => [(value) => value * logistic(value), (value) => logistic(value) * (1 + value * (1 - logistic(value)))],
  },
  Softplus: {
    signature: 'beta? threshold?',
    rules: (call) => {
      const [beta, threshold] = [call.number('beta', 1), call.number('threshold', 20)];
      return [
        (value) => (value * beta > threshold ? value : Math.log1p(Math.exp(value * beta)) / beta),
        (value) => (value * beta > threshold ? 1 : logistic(value * beta)),
      ];
    },
  },
  ReLU6: { signature: 'inplace?', node: 'Hardtanh', rules: () => between(0, 6) },
  Hardtanh: {
    signature: 'min_val? max_val? inplace?',
    rules: (call) => between(call.number('min_val', -1), call.number('max_val', 1)),
  },
  Hardsigmoid: { signature: 'inplace?', rules: () => [(value) => Math.min(Math.max(value / 6 + 0.5, 0), 1)] },
  Hardswish: {
    signature: 'inplace?',
    rules: () => [(value) => (value * Math.min(Math.max(value + 3, 0), 6)) / 6],
  },
  Mish: { signature: 'inplace?', rules: () => [(value) => value * Math.tanh(Math.log1p(Math.exp(value)))] },
};

/** `F.leaky_relu` of `nn.LeakyReLU`; `F.tanh` and `F.sigmoid` are functions of `torch` already. */
const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  LeakyReLU: 'leaky_relu',
  ELU: 'elu',
  SELU: 'selu',
  GELU: 'gelu',
  SiLU: 'silu',
  Softplus: 'softplus',
  ReLU6: 'relu6',
  Hardtanh: 'hardtanh',
  Hardsigmoid: 'hardsigmoid',
  Hardswish: 'hardswish',
  Mish: 'mish',
};

/** Classes of `torch.nn` by name. */
export const ACTIVATION_MODULES: FunctionTable = {
  ...Object.fromEntries(
    Object.entries(ACTIVATIONS).map(([name, { signature }]): [string, readonly [string, Implementation]] => [
      name,
      [signature, (call) => moduleOf(call, (use) => activated(use, call, name))],
    ]),
  ),
  Softmax: ['dim?', (call) => alongAxis(call, 'softmax')],
  LogSoftmax: ['dim?', (call) => alongAxis(call, 'log_softmax')],
};

/** Functions of `torch.nn.functional` by name. */
export const ACTIVATION_FUNCTIONS: FunctionTable = Object.fromEntries(
  Object.entries(FUNCTION_NAMES).map(([module, name]): [string, readonly [string, Implementation]] => {
    return [name, [`input ${ACTIVATIONS[module]!.signature}`, (call) => activated(call, call, module)]];
  }),
);

/** `use` holds the input, `options` the other arguments. */
function activated(use: Call, options: Call, module: string): PyArray {
  const { callee, range, context } = use;
  const isInPlace = options.has('inplace') && options.flag('inplace', false);
  if (use === options && isInPlace)
    throw new LensError(msg('the argument {0} of {1} is not supported', 'inplace', callee), undefined, range);
  const input = use.array('input');
  const compute = (before: PyArray): PyArray => mapped(use, options, module, before);
  return isInPlace ? changeInPlace(input, compute, context) : compute(input);
}

function mapped({ callee, context }: Call, options: Call, module: string, input: PyArray): PyArray {
  const { rules, node = module } = ACTIVATIONS[module]!;
  const [rule, slope] = rules(options);
  const dtype = isFloat(input.dtype) ? input.dtype : context.torch.dtype;
  const result = mapOne(input, dtype, rule, context);
  if (!tapeOf(context).active) return result;
  const slopes = slope && mapOne(input, 'float64', slope, context);
  tapeOf(context).record(result, {
    name: callee,
    node: `${node}Backward0`,
    inputs: [input],
    ...(slopes && {
      gradients: (gradient) => [mapTwo(gradient, slopes, dtype, (value, by) => value * by, context)],
    }),
  });
  return result;
}

/** `nn.Softmax(dim)`. */
function alongAxis(call: Call, name: string): Py {
  const dim = call.lacks('dim') ? NONE : call.value('dim');
  const [signature, run] = TORCH_OPERATIONS[name]!;
  return moduleOf(call, (use) => {
    const positional = [use.value('input'), dim].map((value) => ({ value, range: use.range }));
    const args = { callee: use.callee, range: use.range, positional, named: new Map() };
    return libraryFunction(name, signature, run).call(args, use.context);
  });
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** x · Φ(x), or its approximation with tanh. */
function gelu(call: Call): readonly [Rule, Rule?] {
  const approximate = call.has('approximate') ? call.text('approximate') : 'none';
  if (approximate === 'tanh')
    return [(value) => (value / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (value + 0.044715 * value ** 3)))];
  const phi = (value: number): number => (1 + erf(value / Math.SQRT2)) / 2;
  return [
    (value) => value * phi(value) + 0,
    (value) => phi(value) + (value * Math.exp((-value * value) / 2)) / Math.sqrt(2 * Math.PI),
  ];
}

/** The error function by the series 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!!, whose terms have one sign. */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
