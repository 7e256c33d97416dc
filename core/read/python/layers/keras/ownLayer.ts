/** Layers that a text derives from Keras' `Layer`: `build` runs before the first call, `add_weight` makes their arrays. */
import { LensError, msg } from '../../../../message';
import { libraryFunction, type Call } from '../../library/call/Call';
import { pyBool, pyInteger, pyTuple } from '../../value/constructors';
import type { Arguments, Py, PyInstance } from '../../value/Py';
import { initialized } from './initializers';

const LAYER = /^tensorflow\.keras\.(?:layers\.|engine\.(?:base_layer\.)?)?Layer$/;

/** Undefined for other names and classes. */
export function kerasMember({ class: type }: PyInstance, name: string): Py | undefined {
  if (!isKerasLayer(type.framework) || !/^add_(?:weight|variable)$/.test(name)) return undefined;
  return libraryFunction(
    name,
    'first? second? name? shape? initializer? trainable? dtype? regularizer? constraint?',
    newWeight,
  );
}

/** The argument of the layer's own `build`, which is to run before the first call; otherwise undefined. */
export function shapeToBuild({ class: type, attributes }: PyInstance, { positional }: Arguments): Py | undefined {
  const input = positional[0]?.value;
  if (!isKerasLayer(type.framework) || attributes.has('built') || input?.kind !== 'array') return undefined;
  attributes.set('built', pyBool(true));
  return pyTuple(input.shape.map((extent) => pyInteger(extent)));
}

function isKerasLayer(framework: string | undefined): boolean {
  return framework !== undefined && LAYER.test(framework);
}

/** Keras 2 takes the name before the shape, Keras 3 after it. */
function newWeight(call: Call): Py {
  const isNamed = call.has('first') && call.value('first').kind === 'text';
  const shape = call.has('shape') ? 'shape' : isNamed ? 'second' : 'first';
  const initializer = !isNamed && call.has('second') ? 'second' : 'initializer';
  const weight = initialized(call, initializer, call.has(shape) ? call.integers(shape) : [], call);
  if (weight) return weight;
  throw new LensError(
    msg('the argument {0} of {1} is not supported', 'initializer', call.callee),
    undefined,
    call.range,
  );
}
