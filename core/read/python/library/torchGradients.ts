/** `backward` of a tensor, and losses whose gradients are known. */
import { LensError, msg } from '../../../message';
import { sizeOf } from '../../../array/NdArray';
import { arrayOf, newData } from '../array/PyArray';
import { sameShape } from '../array/broadcast';
import { reduce, sumOf } from '../array/reduce';
import { copyOf, reshapeTo } from '../array/reshaping';
import { PythonError } from '../runtime/PythonError';
import { NONE, integer, type Py } from '../value';
import type { Call, FunctionTable } from './Call';
import { toArray } from './coerce';
import { applyBinary } from './ufunc/applyUfunc';
import { BINARY_UFUNCS } from './ufunc/binaryUfuncs';

/** Methods of tensors. */
export const TORCH_GRADIENTS: FunctionTable = {
  backward: ['input gradient? retain_graph? create_graph? inputs?', backward],
  retain_grad: [
    'input',
    (call) => {
      call.context.tape.watch(call.array('input'));
      return NONE;
    },
  ],
};

/** By name in `torch.nn.functional`. */
export const TORCH_LOSSES: FunctionTable = {
  mse_loss: ['input target size_average? reduce? reduction?', meanSquaredError],
};

function backward(call: Call): Py {
  const { context, callee, range } = call;
  const root = call.array('input');
  if (!call.lacks('inputs'))
    throw new LensError(msg('the argument {0} of {1} is not supported', 'inputs', callee), undefined, range);
  if (!context.tape.isTracked(root))
    throw new PythonError(
      'RuntimeError',
      'element 0 of tensors does not require grad and does not have a grad_fn',
      range,
    );
  const size = sizeOf(root.shape);
  const given = call.lacks('gradient') ? undefined : call.array('gradient');
  if (!given && size !== 1)
    throw new PythonError('RuntimeError', 'grad can be implicitly created only for scalar outputs', range);
  if (given && !sameShape(given.shape, root.shape))
    throw new PythonError('RuntimeError', 'Mismatch in shape of gradient and output', range);
  const ones = arrayOf(newData(size, root.dtype).fill(1), root.shape, root.dtype, { notation: 'pytorch' });
  context.tape.backward(root, given ? copyOf(reshapeTo(given, root.shape, context), context) : ones, call);
  return NONE;
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
  return apply('divide', sum, integer(sizeOf(squares.shape)));
}
