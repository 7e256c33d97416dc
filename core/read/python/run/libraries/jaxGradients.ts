/** `jax.grad`, `jax.value_and_grad` and `jax.vjp`: arguments are watched while the function runs. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { sameShape } from '../../array/broadcast';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import { copyOf } from '../../array/reshaping';
import { libraryFunction, type Call } from '../../library/call/Call';
import { isSequence, toArray, toIntegers } from '../../library/call/coerce';
import { scalarOf } from '../../library/call/scalarOf';
import { addGradients } from '../../library/torch/torchGradients';
import { typeError, valueError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Arguments, Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import type { Builtins } from '../builtins/table';

export const JAX_GRADIENTS: Builtins = {
  grad: ['fun argnums?', (call, machine) => gradientOf(call, machine, false)],
  value_and_grad: ['fun argnums?', (call, machine) => gradientOf(call, machine, true)],
  vjp: ['fun *primals', pullback],
};

function gradientOf(call: Call, machine: Machine, withValue: boolean): Py {
  const fun = call.value('fun');
  const argnums = call.lacks('argnums') ? [0] : toIntegers(call.value('argnums'));
  const several = !call.lacks('argnums') && isSequence(call.value('argnums'));
  return libraryFunction('gradient', '*rest **names', (use) => {
    const passed = use.rest.map(({ value }) => value);
    const chosen = argnums.map((at) => (at < 0 ? at + passed.length : at));
    const traced = passed.map((value, at) => (chosen.includes(at) ? watched(value, machine) : value));
    const result = toArray(run(fun, traced, use, machine), use.context);
    if (sizeOf(result.shape) !== 1 || result.shape.length > 0)
      throw typeError(
        `Gradient only defined for scalar-output functions. Output had shape: (${result.shape.join(', ')}).`,
      );
    const found = derive(result, filled(result, 1), use, machine);
    const gradients = chosen.map((at) => gradientsOf(traced[at]!, found));
    const given = several ? pyTuple(gradients) : gradients[0]!;
    return withValue ? pyTuple([plain(result), given]) : given;
  });
}

/** `y, vjp = jax.vjp(f, x, w)`, and `vjp(dy)` is a tuple of gradients. */
function pullback(call: Call, machine: Machine): Py {
  const traced = call.rest.map(({ value }) => watched(value, machine));
  const result = toArray(run(call.value('fun'), traced, call, machine), call.context);
  const backward = libraryFunction('vjp', 'cotangents', (use) => {
    const gradient = use.array('cotangents');
    if (!sameShape(gradient.shape, result.shape))
      throw valueError(`unexpected JAX type (e.g. shape/dtype) for argument to vjp function`);
    const found = derive(result, copyOf(gradient, use.context), use, machine);
    return pyTuple(traced.map((value) => gradientsOf(value, found)));
  });
  return pyTuple([plain(result), backward]);
}

function run(fun: Py, values: readonly Py[], { callee, range, named }: Call, machine: Machine): Py {
  const args: Arguments = { callee, range, positional: values.map((value) => ({ value, range })), named };
  const before = machine.tape.setRecording(true);
  try {
    return machine.invoke(fun, args);
  } finally {
    machine.tape.setRecording(before);
  }
}

function derive(result: PyArray, gradient: PyArray, use: Call, { tape }: Machine): ReadonlyMap<PyArray, PyArray> {
  return tape.derive(result, gradient, addGradients(use));
}

/** Copies that are watched. They have no scalars, as in JAX. */
function watched(value: Py, machine: Machine): Py {
  return mapArrays(value, (array) => {
    const copy: PyArray = { ...copyOf(array, machine.context), notation: 'tensorflow' };
    machine.tape.wanted = true;
    machine.tape.watch(copy);
    return copy;
  });
}

function gradientsOf(value: Py, found: ReadonlyMap<PyArray, PyArray>): Py {
  return mapArrays(value, (array) => plain(found.get(array) ?? filled(array, 0)));
}

/** The arrays of a value, also those in lists, tuples and dictionaries. */
function mapArrays(value: Py, change: (array: PyArray) => Py): Py {
  switch (value.kind) {
    case 'array':
      return change(value);
    case 'number':
      return change(arrayOf(Float32Array.of(value.value), [], 'float32'));
    case 'list':
    case 'tuple':
      return { kind: value.kind, items: value.items.map((item) => mapArrays(item, change)) };
    case 'dictionary':
      return {
        ...value,
        entries: new Map([...value.entries].map(([key, item]) => [key, mapArrays(item, change)])),
      };
    default:
      throw new LensError(msg('the gradient of {0} is not supported', value.kind));
  }
}

function filled({ shape, dtype, notation }: PyArray, value: number): PyArray {
  return arrayOf(newData(sizeOf(shape), dtype).fill(value), shape, dtype, { notation });
}

function plain(array: PyArray): Py {
  return scalarOf({ ...array, notation: undefined });
}
