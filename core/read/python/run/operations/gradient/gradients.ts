/** Records operations that are not layers, so that gradients pass through a sum, a mean, arithmetic and new shapes. */
import { indexPartsOf } from '../../../library/call/indexParts';
import { sameShape } from '../../../array/broadcast';
import type { IndexPart } from '../../../array/IndexPart';
import { getItem } from '../../../array/indexing';
import { matmul } from '../../../array/matrixProduct';
import type { PyArray } from '../../../array/PyArray';
import { copyOf, permuteAxes, reshapeTo } from '../../../array/reshaping';
import { reduce, sumOf } from '../../../array/reduce';
import { arrayOfParameter, toArray } from '../../../library/call/coerce';
import { applyBinary } from '../../../library/ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../../../library/ufunc/binaryUfuncs';
import type { BinaryOperator } from '../../../syntax/tree/ast';
import type { Context } from '../../../runtime/Context';
import type { Machine } from '../../machine/Machine';
import { callNode } from '../../../autograd/callNode';
import type { Tape, TapedOperation } from '../../../autograd/Tape';
import { pyFloat } from '../../../value/constructors';
import type { Arguments, Py } from '../../../value/Py';
import { gradientRule } from './gradientRules';
import { hasWeights, nodeOfLayer, operatorNode } from './gradientNodes';
import { arraysIn, extremeCells, gathered, movedCells, numberCells } from './movedCells';

/** `left operator right`, whose result is `result`. */
export function tapeOperator(
  operator: TapedOperator,
  left: Py,
  right: Py,
  result: Py,
  { context, tape }: Machine,
  node = operatorNode(operator, left, right),
): void {
  const [a, b] = [arrayOfParameter(left), arrayOfParameter(right)];
  const inputs = [a, b].filter((each) => each !== undefined);
  if (result.kind !== 'array' || !inputs.some((each) => tape.isTracked(each))) return;
  const rules = operator === '@' && !(hasRows(a) && hasRows(b)) ? undefined : RULES[operator];
  const [x, y] = [a ? copyOf(a, context) : left, b ? copyOf(b, context) : right];
  const operation: TapedOperation = { name: operator, inputs, node };
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

function hasRows(array: PyArray | undefined): boolean {
  return array !== undefined && array.shape.length > 1;
}

/** The matrices of the last two axes, transposed. */
function turned(value: Py, context: Context): PyArray {
  const array = toArray(value, context);
  const last = array.shape.length - 1;
  return permuteAxes(
    array,
    [...array.shape.keys()].map((axis) => (axis < last - 1 ? axis : 2 * last - 1 - axis)),
  );
}

type Rule = (gradient: PyArray, x: Py, y: Py, context: Context) => Py;

const apply = (name: string, x: Py, y: Py, context: Context): Py =>
  applyBinary(BINARY_UFUNCS.get(name)!, x, y, context);
const passed: Rule = (gradient) => gradient;
const negated: Rule = (gradient, _x, _y, context) => apply('multiply', gradient, pyFloat(-1), context);

/** Where one operand is over the other; equal ones have half of the gradient each. */
const where =
  (over: string): Rule =>
  (gradient, x, y, context) => {
    const parts = [over, `${over}_equal`].map((name) =>
      apply('multiply', gradient, apply(name, x, y, context), context),
    );
    return apply('multiply', apply('add', parts[0]!, parts[1]!, context), pyFloat(0.5), context);
  };
const [greater, less] = [where('greater'), where('less')];

/** Operators, and functions of two arrays that Python has no sign for. */
type TapedOperator = BinaryOperator | 'maximum' | 'minimum';

/** Gradients of the left and the right operand. */
const RULES: Readonly<Partial<Record<TapedOperator, readonly [Rule, Rule]>>> = {
  maximum: [greater, less],
  minimum: [less, greater],
  '@': [
    (gradient, _x, y, context) => matmul(gradient, turned(y, context), context),
    (gradient, x, _y, context) => matmul(turned(x, context), gradient, context),
  ],
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

/** Functions and methods of two arguments that are operators. */
const OPERATORS: Readonly<Partial<Record<string, TapedOperator>>> = {
  maximum: 'maximum',
  minimum: 'minimum',
  max: 'maximum',
  min: 'minimum',
  matmul: '@',
  mm: '@',
  bmm: '@',
  add: '+',
  sub: '-',
  subtract: '-',
  mul: '*',
  multiply: '*',
  div: '/',
  divide: '/',
  pow: '**',
};

/** Before a call: a method that changes its tensor, `w.add_(1)`, or a function with `inplace=True`. */
export function refuseChange(callee: Py, self: Py | undefined, args: Arguments, { tape }: Machine): void {
  if (!tape.active || callee.kind !== 'function' || callee.user) return;
  const isMethod = self !== undefined && /[a-z\d]_$/.test(callee.name) && callee.name !== 'requires_grad_';
  const changed = isMethod ? self : isTrue(args.named.get('inplace')?.value) ? args.positional[0]?.value : undefined;
  const array = changed?.kind === 'layer' && changed.detached ? undefined : changed && arrayOfParameter(changed);
  if (array) tape.refuseChange(array);
}

/** The methods and functions through which gradients pass, by name. */
export function tapeCall(callee: Py, self: Py | undefined, args: Arguments, result: Py, machine: Machine): void {
  const { context, tape } = machine;
  const name = (callee.kind === 'function' ? callee.name : callee.kind === 'layer' ? callee.callee : '')
    .split('.')
    .pop()!;
  if (result.kind === 'array') watchResult(callee.kind === 'function' ? callee.name : name, args, result, tape);
  if (callee.kind === 'layer' && hasWeights(callee, tape))
    for (const each of arraysIn(result)) tape.mark(each, args.callee, callNode(nodeOfLayer(callee), 1, each));
  if (!tape.active || CONSTANT.test(name)) return;
  // The operations of the text's own functions are recorded themselves.
  if (callee.kind !== 'layer' && (callee.kind !== 'function' || callee.user)) return;
  const given = [
    ...(self && self.kind !== 'namespace' ? [self] : []),
    ...args.positional.map(({ value }) => value),
    ...[...args.named.values()].map(({ value }) => value),
  ];
  const inputs = given.flatMap((value) => arraysIn(value));
  if (!inputs.some((each) => tape.isTracked(each))) return;
  if (isScalar(result)) tape.leaves(inputs, args.callee);
  const operator = Object.hasOwn(OPERATORS, name) && args.named.size === 0 ? OPERATORS[name] : undefined;
  // Frameworks differ in what equal numbers get.
  const differs = /^m(?:ax|in)/.test(name) && !(inputs.length === 2 && inputs[0]!.notation === 'pytorch');
  if (operator && given.length === 2 && !differs) {
    const node = (result.kind === 'array' && callNode(name, 2, result)) || operatorNode(operator, given[0]!, given[1]!);
    tapeOperator(operator, given[0]!, given[1]!, result, machine, node);
    return;
  }
  const inPlace = name.endsWith('_') || isTrue(args.named.get('inplace')?.value);
  if (inPlace) tape.changed(inputs[0]!, name, ...inputs);
  const nested = inputs.length > given.filter((value) => arrayOfParameter(value)).length;
  const rule = result.kind === 'array' && !nested ? gradientRule(name, inputs, args, result, context) : undefined;
  const moved = rule
    ? undefined
    : (extremeCells(name, inputs, args, result, context) ?? movedCells(name, self, callee, args, inputs, machine));
  arraysIn(result).forEach((each, index) => {
    const gradients = rule ?? (moved && ((gradient: PyArray) => moved(gradient, index)));
    const node = inPlace || result.kind !== 'array' ? undefined : callNode(name, given.length, each);
    tape.record(each, { name: args.callee, inputs, node, ...(gradients && { gradients }) });
  });
}

/** Functions through whose results no gradient passes: their values are constants. */
const CONSTANT =
  /_like$|^new_|^(?:detach|numpy|stop_gradient|tensor|requires_grad_|retain_grad|argmax|argmin|eq|ne|gt|lt|ge|le)$/;

/** NumPy's numbers: gradients reach arrays only. */
function isScalar(value: Py): boolean {
  return value.kind === 'number' && value.numpy === true;
}

function isTrue(value: Py | undefined): boolean {
  return value?.kind === 'number' && value.value !== 0;
}

function watchResult(name: string, args: Arguments, result: PyArray, tape: Tape): void {
  if (isTrue(args.named.get('requires_grad')?.value)) tape.watch(result);
  const stop = args.named.get('stop_gradient')?.value;
  if (stop && !isTrue(stop)) tape.watch(result);
  if (/(?:^|\.)requires_grad_$/.test(name)) {
    const flag = args.positional[0]?.value;
    tape.require(result, !(flag?.kind === 'number' && flag.value === 0));
  }
  if (/(?:^|\.)Parameter$|^(?:chainer|dezero)\.Variable$/.test(name) || args.callee.endsWith('tf.Variable'))
    tape.watch(result);
}

/** `array.T`, whose result is `result`. */
export function tapeAttribute(array: PyArray, name: string, result: PyArray, { tape, context }: Machine): void {
  if (name === 'data' || name === 'grad' || !tape.isTracked(array)) return;
  const gradients = name === 'T' ? (gradient: PyArray) => [copyOf(permuteAxes(gradient), context)] : undefined;
  const node = name === 'T' ? 'PermuteBackward0' : undefined;
  tape.record(result, { name: `.${name}`, inputs: [array], node, ...(gradients && { gradients }) });
}

/** `array[parts]`, as the text has it. */
export function tapeSubscript(array: PyArray, parts: readonly Py[], result: Py, machine: Machine): void {
  const node = parts.every(({ kind }) => kind === 'number') ? 'SelectBackward0' : undefined;
  tapeItem(array, () => indexPartsOf(parts, machine.context), result, machine, node);
}

/** `array[index]`, whose result is `result`. */
export function tapeItem(
  array: PyArray,
  parts: () => readonly IndexPart[],
  result: Py,
  { context, tape }: Machine,
  node?: string,
): void {
  if (isScalar(result)) tape.leaves([array], '[…]');
  if (result.kind !== 'array' || !tape.isTracked(array)) return;
  const index = parts();
  tape.record(result, {
    name: '[…]',
    inputs: [array],
    node,
    gradients: (gradient) => {
      const [numbered] = numberCells([array], context);
      return gathered(gradient, getItem(numbered!, index, context), [array], context);
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
