/** TensorFlow's functions that have a NumPy counterpart; new tensors are float32 by default. */
import { sizeOf } from '../../../../array/NdArray';
import { convert } from '../../array/elementwise';
import { flat, rangesOf, type PyArray } from '../../array/PyArray';
import { permuteAxes, reshapeTo } from '../../array/reshaping';
import { pyText } from '../../value/constructors';
import type { Py, PassedArgument } from '../../value/Py';
import { libraryFunction, toDtype, type Call, type Implementation } from '../call/Call';
import { padArray } from '../manipulation/padding';
import { toArray } from '../call/coerce';
import { CREATION, newArray } from '../creation/creation';
import { MATHEMATICS } from '../mathematics/mathematics';
import { joined, JOINING } from '../manipulation/joining';
import { SHAPING } from '../manipulation/shaping';
import { pickFunctions } from '../torch/torchFunctions';
import { reluMethod } from '../torch/torchMethods';

type Table = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;

export const TENSOR_FLOW_RANDOM = /^tensorflow\.(random|keras\.(utils|initializers))\./;

const REDUCED = 'a|input_tensor axis? keepdims? name?';

export const TENSORFLOW: Table = {
  ...pickFunctions(
    MATHEMATICS,
    'abs exp log round sqrt square maximum minimum add subtract multiply divide matmul where',
  ),
  ...pickFunctions(SHAPING, 'squeeze expand_dims'),
  constant: ['object|value dtype? shape? name?', newTensor],
  Variable: ['object|initial_value dtype? name? trainable?', newTensor],
  convert_to_tensor: ['object|value dtype? name?', newTensor],
  zeros: ['shape dtype? name?', (call) => filled(call, 0)],
  ones: ['shape dtype? name?', (call) => filled(call, 1)],
  range: ['start? stop|limit? step|delta? dtype? name?', rangeOf],
  reshape: ['a|tensor newshape|shape name?', SHAPING['reshape']![1]],
  transpose: ['a perm? name?', (call) => permuteAxes(call.array('a'), call.axes('perm'))],
  cast: ['x dtype name?', (call) => tensor(convert(call.array('x'), toDtype(call.value('dtype')), call.context))],
  concat: [
    'values axis name?',
    (call) =>
      joined(
        call,
        call.sequence('values').map((item) => toArray(item, call.context)),
        call.integer('axis'),
      ),
  ],
  stack: ['arrays|values axis? name?', JOINING['stack']![1]],
  reduce_sum: [REDUCED, MATHEMATICS['sum']![1]],
  reduce_mean: [REDUCED, MATHEMATICS['mean']![1]],
  reduce_max: [REDUCED, MATHEMATICS['max']![1]],
  reduce_min: [REDUCED, MATHEMATICS['min']![1]],
  relu: ['input|features name?', reluMethod],
  pad: ['tensor paddings mode? constant_values? name?', pad],
};

/** The modes have NumPy's names, in capitals. */
function pad(call: Call): Py {
  const place = (value: Py): PassedArgument => ({ value, range: call.range });
  const named = new Map([
    ['mode', place(pyText(call.text('mode', 'CONSTANT').toLowerCase()))],
    ...(call.lacks('constant_values') ? [] : ([['constant_values', place(call.value('constant_values'))]] as const)),
  ]);
  const positional = [place(call.value('tensor')), place(call.value('paddings'))];
  const numpyPad = libraryFunction('pad', 'array pad_width mode? constant_values?', padArray);
  return tensor(numpyPad.call({ callee: call.callee, range: call.range, positional, named }, call.context));
}

function newTensor(call: Call): Py {
  const kept = call.value('object').kind === 'array';
  const made = CREATION['array']![1](call);
  if (made.kind !== 'array') return made;
  const typed = kept || !call.lacks('dtype') ? made : narrow(made, call);
  if (call.lacks('shape')) return tensor(typed);
  const shape = call.integers('shape');
  // One value fills the shape.
  if (sizeOf(typed.shape) === 1) return tensor(newArray(call, shape, flat(typed)[0]!, typed.dtype));
  return tensor(reshapeTo(typed, shape, call.context));
}

/** Python's numbers have 32 bits in TensorFlow. */
function narrow(made: PyArray, call: Call): PyArray {
  const dtype = made.dtype === 'float64' ? 'float32' : made.dtype === 'int64' ? 'int32' : made.dtype;
  return dtype === made.dtype ? made : convert(made, dtype, call.context, rangesOf(made));
}

function rangeOf(call: Call): Py {
  const made = CREATION['arange']![1](call);
  return tensor(made.kind === 'array' && call.lacks('dtype') ? narrow(made, call) : made);
}

function filled(call: Call, value: number): Py {
  return tensor(newArray(call, call.integers('shape'), value, call.dtype() ?? 'float32'));
}

function tensor(value: Py): Py {
  return value.kind === 'array' ? ({ ...value, notation: 'tensorflow' } satisfies PyArray) : value;
}
