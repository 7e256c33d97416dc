/** PyTorch's activation functions, as functions of tensors and as modules. */
import { LensError, msg } from '../../../../message';
import { isFloat } from '../../array/dtype';
import { mapOne } from '../../array/elementwise';
import type { PyArray } from '../../array/PyArray';
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
  /** The function of one number that a call asks for. */
  readonly rule: (call: Call) => Rule;
}

/** Classes of `torch.nn` by name. */
const ACTIVATIONS: Readonly<Record<string, Activation>> = {
  Tanh: { signature: '', rule: () => Math.tanh },
  Sigmoid: { signature: '', rule: () => logistic },
  LeakyReLU: {
    signature: 'negative_slope? inplace?',
    rule: (call) => {
      const slope = call.number('negative_slope', 0.01);
      return (value) => (value < 0 ? value * slope : value);
    },
  },
  ELU: {
    signature: 'alpha? inplace?',
    rule: (call) => {
      const alpha = call.number('alpha', 1);
      return (value) => (value > 0 ? value : alpha * Math.expm1(value));
    },
  },
  SELU: {
    signature: 'inplace?',
    rule: () => (value) => 1.0507009873554805 * (value > 0 ? value : 1.6732632423543772 * Math.expm1(value)),
  },
  GELU: { signature: 'approximate?', rule: gelu },
  SiLU: { signature: 'inplace?', rule: () => (value) => value * logistic(value) },
  Softplus: {
    signature: 'beta? threshold?',
    rule: (call) => {
      const [beta, threshold] = [call.number('beta', 1), call.number('threshold', 20)];
      return (value) => (value * beta > threshold ? value : Math.log1p(Math.exp(value * beta)) / beta);
    },
  },
  ReLU6: { signature: 'inplace?', rule: () => (value) => Math.min(Math.max(value, 0), 6) },
  Hardtanh: {
    signature: 'min_val? max_val? inplace?',
    rule: (call) => {
      const [least, greatest] = [call.number('min_val', -1), call.number('max_val', 1)];
      return (value) => Math.min(Math.max(value, least), greatest);
    },
  },
  Hardsigmoid: { signature: 'inplace?', rule: () => (value) => Math.min(Math.max(value / 6 + 0.5, 0), 1) },
  Hardswish: {
    signature: 'inplace?',
    rule: () => (value) => (value * Math.min(Math.max(value + 3, 0), 6)) / 6,
  },
  Mish: { signature: 'inplace?', rule: () => (value) => value * Math.tanh(Math.log1p(Math.exp(value))) },
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
    Object.entries(ACTIVATIONS).map(([name, { signature, rule }]): [string, readonly [string, Implementation]] => [
      name,
      [
        signature,
        (call) => {
          const own = rule(call);
          return moduleOf(call, (use) => activated(use, own));
        },
      ],
    ]),
  ),
  Softmax: ['dim?', (call) => alongAxis(call, 'softmax')],
  LogSoftmax: ['dim?', (call) => alongAxis(call, 'log_softmax')],
};

/** Functions of `torch.nn.functional` by name. */
export const ACTIVATION_FUNCTIONS: FunctionTable = Object.fromEntries(
  Object.entries(FUNCTION_NAMES).map(([module, name]): [string, readonly [string, Implementation]] => {
    const { signature, rule } = ACTIVATIONS[module]!;
    return [name, [`input ${signature}`, (call) => activated(call, rule(call))]];
  }),
);

function activated(call: Call, rule: Rule): PyArray {
  if (call.has('inplace') && call.flag('inplace', false))
    throw new LensError(msg('the argument {0} of {1} is not supported', 'inplace', call.callee), undefined, call.range);
  const input = call.array('input');
  return mapOne(input, isFloat(input.dtype) ? input.dtype : 'float32', rule, call.context);
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
function gelu(call: Call): Rule {
  const approximate = call.has('approximate') ? call.text('approximate') : 'none';
  if (approximate === 'tanh')
    return (value) => (value / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (value + 0.044715 * value ** 3)));
  return (value) => (value / 2) * (1 + erf(value / Math.SQRT2));
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
