/** `backward` of a tensor, and losses whose gradients are known. */
import { LensError, msg } from '../../../../message';
import { sizeOf } from '../../../../array/NdArray';
import { mapTwo } from '../../array/elementwise';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import { sameShape } from '../../array/broadcast';
import { reduce, sumOf } from '../../array/reduce';
import { copyOf, reshapeTo } from '../../array/reshaping';
import { tapeOf, type GradientCall } from '../../autograd/Tape';
import { PythonError } from '../../runtime/PythonError';
import { NONE, pyInteger } from '../../value/constructors';
import type { Py, PyFunction } from '../../value/Py';
import { type Call, type FunctionTable, libraryFunction } from '../call/Call';
import { toArray } from '../call/coerce';
import { applyBinary } from '../ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../ufunc/binaryUfuncs';

/** Methods of tensors. */
export const TORCH_GRADIENTS: FunctionTable = {
  backward: ['input gradient|out_grad|grad_tensor? retain_graph? create_graph? inputs? retain_grad?', backward],
  retain_grad: [
    'input',
    (call) => {
      tapeOf(call.context).watch(call.array('input'));
      return NONE;
    },
  ],
};

/** Functions of `torch.nn.functional` by name. */
export const TORCH_LOSSES: FunctionTable = {
  mse_loss: ['input target size_average? reduce? reduction?', meanSquaredError],
};

/** `y.backward()` and `x.attach_grad()` of frameworks whose arrays are NumPy's here: Chainer and MXNet. */
export function gradientMethod(self: PyArray, name: string): Py | undefined {
  if (name !== 'backward' && name !== 'attach_grad') return undefined;
  const [signature, run] = name === 'backward' ? TORCH_GRADIENTS['backward']! : TORCH_GRADIENTS['retain_grad']!;
  const method = libraryFunction(name, signature, run);
  const call: PyFunction['call'] = (args, context) =>
    method.call({ ...args, positional: [{ value: self, range: args.range }, ...args.positional] }, context);
  return { ...method, call };
}

function backward(call: Call): Py {
  const { context, callee, range } = call;
  const root = call.array('input');
  if (!call.lacks('inputs'))
    throw new LensError(msg('the argument {0} of {1} is not supported', 'inputs', callee), undefined, range);
  if (!tapeOf(context).isTracked(root))
    throw new PythonError(
      'RuntimeError',
      'element 0 of tensors does not require grad and does not have a grad_fn',
      range,
    );
  const size = sizeOf(root.shape);
  const given = call.lacks('gradient') ? tapeOf(context).startOf(root) : call.array('gradient');
  if (!given && size !== 1)
    throw new PythonError('RuntimeError', 'grad can be implicitly created only for scalar outputs', range);
  if (given && !sameShape(given.shape, root.shape))
    throw new PythonError('RuntimeError', 'Mismatch in shape of gradient and output', range);
  const ones = arrayOf(newData(size, root.dtype).fill(1), root.shape, root.dtype, { notation: 'pytorch' });
  const gradient = given ? copyOf(reshapeTo(given, root.shape, context), context) : ones;
  tapeOf(context).backward(root, gradient, addGradients(call));
  return NONE;
}

/** The call of a gradient, with the sum of two gradients of one tensor. */
export function addGradients({ callee, range, context }: Call): GradientCall {
  const add = (a: PyArray, b: PyArray): PyArray => ({
    ...mapTwo(a, b, a.dtype, (left, right) => left + right, context),
    notation: a.notation,
  });
  return { callee, range, add };
}

function meanSquaredError(call: Call): Py {
  if (!call.lacks('reduction') && call.text('reduction') !== 'mean')
    throw new LensError(
      msg('the argument {0} of {1} is not supported', 'reduction', call.callee),
      undefined,
      call.range,
    );
  const { context } = call;
  const apply = (name: string, x: Py, y: Py): Py => applyBinary(BINARY_UFUNCS.get(name)!, x, y, context);
  const difference = apply('subtract', call.array('input'), call.array('target'));
  const squares = toArray(apply('multiply', difference, difference), context);
  const sum = reduce(squares, { dtype: squares.dtype, fold: sumOf }, context);
  return apply('divide', sum, pyInteger(sizeOf(squares.shape)));
}
