/** Records operations that are not layers, so that gradients pass through a sum, a mean, arithmetic and new shapes. */
import { sizeOf } from '../../../../array/NdArray';
import { broadcastTo, sameShape } from '../../array/broadcast';
import { convert } from '../../array/elementwise';
import type { IndexPart } from '../../array/IndexPart';
import { setItem } from '../../array/indexing';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import { copyOf, reshapeTo } from '../../array/reshaping';
import { reduce, sumOf } from '../../array/reduce';
import { arrayOfParameter } from '../../layers/parameters';
import { toArray } from '../../library/call/coerce';
import { applyBinary } from '../../library/ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../../library/ufunc/binaryUfuncs';
import type { BinaryOperator } from '../../syntax/ast';
import type { Context } from '../../runtime/Context';
import type { Machine } from '../machine/Machine';
import type { TapedOperation } from '../../autograd/Tape';
import { pyFloat } from '../../value/constructors';
import type { Arguments, Py } from '../../value/Py';

/** `left operator right`, whose result is `result`. */
export function tapeOperator(
  operator: BinaryOperator,
  left: Py,
  right: Py,
  result: Py,
  { context, tape }: Machine,
): void {
  const [a, b] = [arrayOfParameter(left), arrayOfParameter(right)];
  const inputs = [a, b].filter((each) => each !== undefined);
  if (result.kind !== 'array' || !inputs.some((each) => tape.isTracked(each))) return;
  const rules = RULES[operator];
  const [x, y] = [a ? copyOf(a, context) : left, b ? copyOf(b, context) : right];
  const operation: TapedOperation = { name: operator, inputs };
  if (!rules || (operator === '**' && b !== undefined)) {
    tape.record(result, operation);
    return;
  }
  const gradients = (gradient: PyArray): PyArray[] => {
    const both = [
      [a, rules[0]],
      [b, rules[1]],
    ] as const;
    return both.flatMap(([input, rule]) =>
      input ? [fitted(toArray(rule(gradient, x, y, context), context), input, context)] : [],
    );
  };
  tape.record(result, { ...operation, gradients });
}

type Rule = (gradient: PyArray, x: Py, y: Py, context: Context) => Py;

const apply = (name: string, x: Py, y: Py, context: Context): Py =>
  applyBinary(BINARY_UFUNCS.get(name)!, x, y, context);
const passed: Rule = (gradient) => gradient;
const negated: Rule = (gradient, _x, _y, context) => apply('multiply', gradient, pyFloat(-1), context);

/** Gradients of the left and the right operand. */
const RULES: Readonly<Partial<Record<BinaryOperator, readonly [Rule, Rule]>>> = {
  '+': [passed, passed],
  '-': [passed, negated],
  '*': [
    (gradient, _x, y, context) => apply('multiply', gradient, y, context),
    (gradient, x, _y, context) => apply('multiply', gradient, x, context),
  ],
  '/': [
    (gradient, _x, y, context) => apply('divide', gradient, y, context),
    (gradient, x, y, context) =>
      apply(
        'divide',
        apply('multiply', negated(gradient, x, y, context), x, context),
        apply('multiply', y, y, context),
        context,
      ),
  ],
  '**': [
    (gradient, x, y, context) => {
      const exponent = y.kind === 'number' ? y.value : 1;
      const power = exponent === 1 ? pyFloat(1) : apply('power', x, pyFloat(exponent - 1), context);
      return apply('multiply', apply('multiply', gradient, power, context), pyFloat(exponent), context);
    },
    passed,
  ],
};

/** The methods and functions through which gradients pass, by name. */
export function tapeCall(
  callee: Py,
  self: Py | undefined,
  args: Arguments,
  result: Py,
  { context, tape }: Machine,
): void {
  if (result.kind !== 'array') return;
  const name = (callee.kind === 'function' ? callee.name : callee.kind === 'layer' ? callee.callee : '')
    .split('.')
    .pop()!;
  const wanted = args.named.get('requires_grad')?.value;
  if (wanted?.kind === 'number' && wanted.value !== 0) tape.watch(result);
  if (name === 'requires_grad_') {
    const flag = args.positional[0]?.value;
    if (flag?.kind === 'number' && flag.value === 0) tape.unwatch(result);
    else tape.watch(result);
    return;
  }
  if (name === 'Parameter' || args.callee.endsWith('tf.Variable')) tape.watch(result);
  if (name === 'detach' || name === 'numpy' || name === 'stop_gradient') return;
  const given = [
    ...(self ? [self] : []),
    ...args.positional.map(({ value }) => value),
    ...[...args.named.values()].map(({ value }) => value),
  ];
  const inputs = given.map(arrayOfParameter).filter((each) => each !== undefined);
  const [input] = inputs;
  if (!input || !inputs.some((each) => tape.isTracked(each))) return;
  const gradients = inputs.length === 1 ? unary(name, input, result, context) : pair(name, inputs, result, context);
  tape.record(result, { name: args.callee, inputs, ...(gradients && { gradients }) });
}

function unary(name: string, input: PyArray, result: PyArray, context: Context): TapedOperation['gradients'] {
  const all = sizeOf(result.shape) === 1 && result.shape.length === 0;
  if (/^(?:reduce_)?sum$/.test(name) && all) return (gradient) => [copyOf(broadcastTo(gradient, input.shape), context)];
  if (/^(?:reduce_)?mean$/.test(name) && all) {
    const count = pyFloat(sizeOf(input.shape));
    return (gradient) => [
      copyOf(broadcastTo(toArray(apply('divide', gradient, count, context), context), input.shape), context),
    ];
  }
  if (/^(?:view|reshape|flatten|Flatten|squeeze|unsqueeze|ravel|expand_dims|view_as|clone|contiguous)$/.test(name))
    return (gradient) => [reshapeTo(gradient, input.shape, context)];
  if (/^(?:float|double|to|half|cast|type)$/.test(name)) return (gradient) => [convert(gradient, input.dtype, context)];
  if (name === 'square') {
    const now = copyOf(input, context);
    return (gradient) => [
      toArray(apply('multiply', apply('multiply', gradient, now, context), pyFloat(2), context), context),
    ];
  }
  return undefined;
}

/** The mean of squared differences. */
function pair(
  name: string,
  inputs: readonly PyArray[],
  result: PyArray,
  context: Context,
): TapedOperation['gradients'] {
  const [a, b] = inputs;
  if (!/^(?:mse_loss|MSELoss)$/.test(name) || !a || !b || inputs.length !== 2 || result.shape.length > 0)
    return undefined;
  if (!sameShape(a.shape, b.shape)) return undefined;
  const difference = toArray(apply('subtract', a, b, context), context);
  return (gradient) => {
    const scale = apply('multiply', gradient, pyFloat(2 / sizeOf(a.shape)), context);
    const own = toArray(apply('multiply', difference, scale, context), context);
    return [own, toArray(negated(own, a, b, context), context)];
  };
}

/** `array[index]`, whose result is `result`. */
export function tapeItem(
  array: PyArray,
  parts: () => readonly IndexPart[],
  result: Py,
  { context, tape }: Machine,
): void {
  if (result.kind !== 'array' || !tape.isTracked(array)) return;
  const index = parts();
  tape.record(result, {
    name: '[…]',
    inputs: [array],
    gradients: (gradient) => {
      const size = context.allocate(array.shape);
      const zeros = arrayOf(newData(size, gradient.dtype), array.shape, gradient.dtype, { notation: array.notation });
      setItem(zeros, index, gradient, context);
      return [zeros];
    },
  });
}

/** A gradient summed over the axes along which its operand was repeated. */
function fitted(gradient: PyArray, { shape, dtype, notation }: PyArray, context: Context): PyArray {
  if (sameShape(gradient.shape, shape)) return { ...gradient, notation };
  const lead = gradient.shape.length - shape.length;
  const axes = [...gradient.shape.keys()].filter((axis) => axis < lead || shape[axis - lead] === 1);
  const sums = reduce(gradient, { axes, keepdims: false, dtype, fold: sumOf }, context);
  return { ...reshapeTo(sums, shape, context), notation };
}
