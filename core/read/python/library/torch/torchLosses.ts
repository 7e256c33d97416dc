/** PyTorch's losses, with their gradients. */
import { LensError, msg } from '../../../../message';
import { sameShape } from '../../array/broadcast';
import { sizeOf } from '../../../../array/NdArray';
import { isFloat, promote } from '../../array/dtype';
import { mapTwo } from '../../array/elementwise';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { reduce, sumOf } from '../../array/reduce';
import { expandAxis } from '../../array/reshaping';
import { tapeOf } from '../../autograd/Tape';
import { PythonError, valueError } from '../../runtime/PythonError';
import { pyInteger } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call, FunctionTable } from '../call/Call';
import { toArray } from '../call/coerce';
import { applyBinary } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';
import { TORCH_REDUCTIONS } from './torchReductions';

/** Of the two numbers, and the rounding of their type. */
type Term = (x: number, y: number, round: (value: number) => number) => number;

/** `use` holds input and target, `options` the other arguments. */
type Loss = (use: Call, options: Call) => Py;

const PAIRS = 'size_average? reduce? reduction?';
const CLASSES = 'weight? size_average? ignore_index? reduce? reduction? label_smoothing?';

/** Classes of `torch.nn`: their functions, the options, and what computes them. */
export const LOSSES: Readonly<Record<string, readonly [name: string, options: string, run: Loss]>> = {
  MSELoss: [
    'mse_loss',
    PAIRS,
    ofPairs(
      'MseLossBackward0',
      (x, y, round) => round(x - y) ** 2,
      (x, y) => 2 * (x - y),
      true,
    ),
  ],
  L1Loss: [
    'l1_loss',
    PAIRS,
    ofPairs(
      undefined,
      (x, y) => Math.abs(x - y),
      (x, y) => Math.sign(x - y),
      true,
    ),
  ],
  BCELoss: [
    'binary_cross_entropy',
    `weight? ${PAIRS}`,
    ofPairs(
      'BinaryCrossEntropyBackward0',
      (x, y) => (y - 1) * Math.max(Math.log1p(-x), -100) - y * Math.max(Math.log(x), -100),
      (x, y) => (x - y) / Math.max((1 - x) * x, 1e-12),
    ),
  ],
  BCEWithLogitsLoss: [
    'binary_cross_entropy_with_logits',
    `weight? ${PAIRS} pos_weight?`,
    ofPairs(
      undefined,
      (x, y) => (1 - y) * x + Math.max(-x, 0) + Math.log(Math.exp(-Math.max(-x, 0)) + Math.exp(-x - Math.max(-x, 0))),
      (x, y) => 1 / (1 + Math.exp(-x)) - y,
    ),
  ],
  CrossEntropyLoss: ['cross_entropy', CLASSES, (use, options) => ofClasses(use, options, true)],
  NLLLoss: ['nll_loss', CLASSES, (use, options) => ofClasses(use, options, false)],
};

/** Functions of `torch.nn.functional` by name. */
export const TORCH_LOSSES: FunctionTable = Object.fromEntries(
  Object.values(LOSSES).map(([name, options, run]) => [
    name,
    [`input target ${options}`, (call: Call) => run(call, call)],
  ]),
);

/** Of each pair of numbers; `slope`: by the input. `symmetric`: by the target it is the opposite. */
function ofPairs(node: string | undefined, term: Term, slope: Term, symmetric = false): Loss {
  return (use, options) => {
    const [input, target] = [use.array('input'), use.array('target')];
    const round = input.dtype === 'float32' ? Math.fround : (value: number) => value;
    const pairs = (rule: Term): PyArray =>
      mapTwo(input, target, promote(input.dtype, target.dtype), (x, y) => rule(x, y, round), use.context);
    const terms = pairs(term);
    const known = sameShape(input.shape, target.shape) && (symmetric || !tapeOf(use.context).isTracked(target));
    const slopes = known && tapeOf(use.context).active ? pairs(slope) : undefined;
    return reduced(use, options, { terms, slopes, node, inputs: symmetric ? [input, target] : [input] });
  };
}

/** Of the classes along axis 1; `logits`: the input holds no logarithms of probabilities. */
function ofClasses(use: Call, options: Call, logits: boolean): Py {
  const { context, range } = use;
  const [input, target] = [use.array('input'), use.array('target')];
  const axis = input.shape.length === 1 ? 0 : 1;
  const logs = logits
    ? toArray(use.with('input dim', [input, pyInteger(axis)], TORCH_REDUCTIONS['log_softmax']![1]), context)
    : input;
  const values = flat(logs);
  const wanted = wantedClasses(use, input, target, axis);
  const rest = input.shape.filter((_, each) => each !== axis);
  const [classes, inner] = [input.shape[axis]!, sizeOf(input.shape.slice(axis + 1))];
  const terms = newData(context.allocate(rest), input.dtype);
  const slopes = newData(context.allocate(input.shape), input.dtype);
  terms.forEach((_, cell) => {
    const start = Math.floor(cell / inner) * classes * inner + (cell % inner);
    const places = Array.from({ length: classes }, (__, index) => start + index * inner);
    const total = places.reduce((sum, place) => sum + wanted[place]!, 0);
    terms[cell] = places.reduce(
      (sum, place) => (wanted[place] === 0 ? sum : sum - wanted[place]! * values[place]!),
      -0,
    );
    for (const place of places) slopes[place] = (logits ? Math.exp(values[place]!) * total : 0) - wanted[place]!;
  });
  if (tapeOf(context).isTracked(target))
    throw new LensError(msg('the gradient of {0} is not supported', 'target'), undefined, range);
  const { notation } = input;
  return reduced(use, options, {
    terms: arrayOf(terms, rest, input.dtype, { notation }),
    slopes: arrayOf(slopes, input.shape, input.dtype, { notation }),
    inputs: [input],
    node: isFloat(target.dtype) ? undefined : `NllLoss${input.shape.length === 4 ? '2D' : ''}Backward0`,
    axis,
  });
}

/** What is wanted of each class: 1 for the target's, or the target's probabilities. */
function wantedClasses({ callee, range }: Call, input: PyArray, target: PyArray, axis: number): Float64Array {
  const { shape } = input;
  if (isFloat(target.dtype) && sameShape(shape, target.shape)) return Float64Array.from(flat(target));
  const rest = shape.filter((_, each) => each !== axis);
  if (rest.length === 1 && target.shape.length === 1 && rest[0] !== target.shape[0])
    throw valueError(`Expected input batch_size (${rest[0]}) to match target batch_size (${target.shape[0]}).`);
  if (isFloat(target.dtype) || !sameShape(rest, target.shape))
    throw new LensError(
      msg('{0} with {1} is not supported', callee, `${target.dtype} (${target.shape.join(', ')})`),
      undefined,
      range,
    );
  const wanted = new Float64Array(sizeOf(shape));
  const [classes, inner] = [shape[axis]!, sizeOf(shape.slice(axis + 1))];
  flat(target).forEach((index, cell) => {
    if (!(index >= 0 && index < classes)) throw new PythonError('IndexError', `Target ${index} is out of bounds.`);
    wanted[(Math.floor(cell / inner) * classes + index) * inner + (cell % inner)] = 1;
  });
  return wanted;
}

interface Terms {
  readonly terms: PyArray;
  /** Of the input's shape; absent: no gradient is known. */
  readonly slopes: PyArray | undefined;
  /** The input and, where its gradient is the opposite, the target. */
  readonly inputs: readonly PyArray[];
  /** PyTorch's name of the gradient. */
  readonly node: string | undefined;
  /** The input's axis that the terms lack. */
  readonly axis?: number;
}

/** The terms, their sum or their mean, with the gradients. */
function reduced(use: Call, options: Call, { terms, slopes, inputs, node, axis }: Terms): Py {
  const { context } = use;
  for (const name of ['weight', 'pos_weight', 'ignore_index', 'label_smoothing', 'reduce', 'size_average'])
    if (!options.lacks(name))
      throw new LensError(msg('the argument {0} of {1} is not supported', name, use.callee), undefined, use.range);
  const mode = options.text('reduction', 'mean');
  if (!/^(?:none|mean|sum)$/.test(mode)) throw valueError(`${mode} is not a valid value for reduction`);
  const count = sizeOf(terms.shape);
  const sum = mode === 'none' ? terms : reduce(terms, { dtype: terms.dtype, fold: sumOf }, context);
  const mean = mode === 'mean' ? applyBinary(BINARY_UFUNCS.get('divide')!, sum, pyInteger(count), context) : sum;
  const result = toArray(mean, context);
  const gradients = (gradient: PyArray): PyArray[] => {
    const spread = axis === undefined || mode !== 'none' ? gradient : expandAxis(gradient, axis);
    const by = (factor: number): PyArray =>
      mapTwo(
        slopes!,
        spread,
        slopes!.dtype,
        (slope, value) => (slope * value * factor) / (mode === 'mean' ? count : 1),
        context,
      );
    return inputs.map((_, index) => by(index === 0 ? 1 : -1));
  };
  tapeOf(context).record(result, { name: use.callee, inputs, node, ...(slopes && { gradients }) });
  return result;
}
