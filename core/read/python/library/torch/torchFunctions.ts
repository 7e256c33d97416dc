/** PyTorch's functions of tensors that have a NumPy counterpart; new tensors are float32 by default. */
import { LensError, msg } from '../../../../message';
import { convert } from '../../array/elementwise';
import { rangesOf, type PyArray } from '../../array/PyArray';
import { permuteAxes } from '../../array/reshaping';
import { tapeOf } from '../../autograd/Tape';
import { NONE } from '../../value/constructors';
import { valueError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import { toDtype, type Call, type Implementation } from '../call/Call';
import { CREATION, newArray } from '../creation/creation';
import { LINEAR } from '../linearAlgebra/linear';
import { MATHEMATICS } from '../mathematics/mathematics';
import { padTensor } from '../manipulation/padding';
import { joined, JOINING } from '../manipulation/joining';
import { SHAPING } from '../manipulation/shaping';
import { TENSOR_TYPES, TORCH_ARRAY_FUNCTIONS } from './torchArrays';
import { TORCH_OPERATIONS } from './torchMethods';
import { TORCH_DRAWS } from './torchRandom';
import { isSequence, toArray } from '../call/coerce';

type Table = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;

export const TORCH_RANDOM = /^torch\.(bernoulli|multinomial|poisson)$|^torch\.nn\.init\./;

const IGNORED = ' device? requires_grad? out?';

const cat: Table[string] = [
  'arrays|tensors axis|dim?',
  (call) =>
    joined(
      call,
      call.sequence('arrays').map((item) => toArray(item, call.context)),
      call.integer('axis', 0),
    ),
];

const fromData: Table[string] = [
  `object|data dtype?${IGNORED}`,
  (call) => {
    refuseReversed(call.value('object'));
    return newTensor(call, CREATION['array']![1], holdsDoubles(call.value('object')));
  },
];

/** The memory of an array that has the type already. */
const sharedData: Table[string] = [
  fromData[0],
  (call) => {
    const value = call.value('object');
    const isShared = value.kind === 'array' && (call.dtype() ?? value.dtype) === value.dtype;
    return isShared ? tensorOnMemory(value) : fromData[1](call);
  },
];

export const TORCH: Table = {
  ...TORCH_DRAWS,
  ...TORCH_OPERATIONS,
  ...TORCH_ARRAY_FUNCTIONS,
  ...Object.fromEntries(
    Object.entries(TENSOR_TYPES).map(([name, dtype]) => [
      name,
      [`object? *sizes`, (call: Call) => makeTensor(call, dtype)] as const,
    ]),
  ),
  ...pickFunctions(MATHEMATICS, 'matmul where cumsum'),
  ...pickFunctions(SHAPING, 'reshape unsqueeze ravel atleast_1d atleast_2d atleast_3d'),
  ...pickFunctions(JOINING, 'stack'),
  ...pickFunctions(SHAPING, 'roll tile'),
  ...pickFunctions(LINEAR, 'einsum tensordot outer'),
  Tensor: ['object? *sizes size? device? requires_grad?', (call) => makeTensor(call, call.context.torch.dtype)],
  bmm: MATHEMATICS['matmul']!,
  mm: MATHEMATICS['matmul']!,
  tensor: fromData,
  as_tensor: sharedData,
  asarray: sharedData,
  from_numpy: ['a', (call) => tensorOnMemory(call.array('a'))],
  zeros: sized(0),
  // What the memory holds is not known until it is filled.
  empty: sized(NaN),
  ones: sized(1),
  full: [`shape|size fill_value dtype?${IGNORED}`, (call) => newTensor(call, CREATION['full']![1], false)],
  zeros_like: [`a|input dtype?${IGNORED}`, CREATION['zeros_like']![1]],
  ones_like: [`a|input dtype?${IGNORED}`, CREATION['ones_like']![1]],
  arange: [`start? stop|end? step? dtype?${IGNORED}`, (call) => newTensor(call, CREATION['arange']![1], false)],
  linspace: [`start stop|end num|steps dtype?${IGNORED}`, (call) => newTensor(call, CREATION['linspace']![1], false)],
  eye: [`N|n M|m? dtype?${IGNORED}`, (call) => newTensor(call, CREATION['eye']![1], false)],
  set_default_dtype: ['d', setDefaultDtype],
  set_grad_enabled: [
    'mode',
    (call) => {
      tapeOf(call.context).setRecording(call.flag('mode', true));
      return NONE;
    },
  ],
  permute: ['input dims', (call) => permuteAxes(call.array('input'), call.integers('dims'))],
  cat,
  concat: cat,
  concatenate: cat,
  pad: ['input pad mode? value?', padTensor],
};

function setDefaultDtype(call: Call): Py {
  const dtype = toDtype(call.value('d'));
  if (dtype !== 'float32' && dtype !== 'float64')
    throw new LensError(msg('{0} of dtype {1} is not supported', call.callee, dtype), undefined, call.range);
  call.context.torch.dtype = dtype;
  return NONE;
}

/** Whether there is an array or a number of NumPy of this type: Python's own numbers become float32. */
function holdsDoubles(value: Py): boolean {
  if (isSequence(value)) return !value.array && value.items.some(holdsDoubles);
  return (value.kind === 'array' || (value.kind === 'number' && value.numpy === true)) && value.dtype === 'float64';
}

/** `kept`: the dtype of the data stays; otherwise float64 becomes float32 where no dtype is given. */
function newTensor(call: Call, make: Implementation, kept: boolean): Py {
  const made = make(call);
  if (made.kind !== 'array' || kept || !call.lacks('dtype') || made.dtype !== 'float64') return tensor(made);
  return tensor(convert(made, call.context.torch.dtype, call.context, rangesOf(made)));
}

/** PyTorch takes no array of NumPy that runs backwards. */
function refuseReversed(value: Py): void {
  if (value.kind === 'array' && value.notation === undefined && value.strides.some((stride) => stride < 0))
    throw valueError(
      'At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You can probably work around this by making a copy of your array  with array.copy().) ',
    );
}

/** A tensor is itself; a change of an array is one of its tensor, and the reverse. */
function tensorOnMemory(array: PyArray): Py {
  refuseReversed(array);
  return array.notation === 'pytorch' ? array : tensor(array);
}

function tensor(value: Py): Py {
  return value.kind === 'array' ? ({ ...value, notation: 'pytorch' } satisfies PyArray) : value;
}

/** `torch.Tensor`: whole numbers are a shape, whose values are not known until they are filled; anything else is data. */
function makeTensor(call: Call, dtype: PyArray['dtype']): Py {
  if (call.has('size')) return tensor(newArray(call, call.integers('size'), NaN, dtype));
  if (call.rest.length > 0 || call.value('object').kind === 'number') {
    const shape = [call.integer('object'), ...call.restIntegers()];
    return tensor(newArray(call, shape, NaN, dtype));
  }
  const given = call.value('object');
  if (given.kind === 'array' && given.dtype === dtype) return tensorOnMemory(given);
  const asType: Implementation = (each) =>
    convert(each.array('object'), dtype, each.context, rangesOf(each.array('object')));
  return newTensor(call, asType, true);
}

/** `torch.zeros(2, 3)` and `torch.zeros((2, 3))`. */
function sized(value: number): readonly [string, Implementation] {
  return [
    `*shape|size dtype?${IGNORED}`,
    (call) => {
      const dtype = call.lacks('dtype') ? call.context.torch.dtype : toDtype(call.value('dtype'));
      return tensor(newArray(call, call.has('shape') ? call.integers('shape') : call.restIntegers(), value, dtype));
    },
  ];
}

export function pickFunctions(table: Table, names: string): Table {
  return Object.fromEntries(names.split(' ').map((name) => [name, table[name]!]));
}
