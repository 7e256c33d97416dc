/** `backward` of a tensor. */
import { LensError, msg } from '../../../../message';
import { sizeOf } from '../../../../array/NdArray';
import { mapTwo } from '../../array/elementwise';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import { sameShape } from '../../array/broadcast';
import { copyOf, reshapeTo } from '../../array/reshaping';
import { tapeOf, type GradientCall } from '../../autograd/Tape';
import { PythonError } from '../../runtime/PythonError';
import { NONE } from '../../value/constructors';
import type { Py, PyFunction } from '../../value/Py';
import { type Call, type FunctionTable, libraryFunction } from '../call/Call';

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
  const keeps = (name: string): boolean => !call.lacks(name) && call.flag(name, false);
  const frees = root.notation === 'pytorch' && !keeps('retain_graph') && !keeps('create_graph');
  tapeOf(context).backward(root, gradient, addGradients(call), frees);
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
