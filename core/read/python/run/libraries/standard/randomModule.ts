/** `random` of the standard library. Without a seed its numbers are unknown; the editor shows those of seed 0, which it reports. */
import { LensError, msg } from '../../../../../message';
import { PythonRandom } from '../../../../../random/PythonRandom';
import type { Call } from '../../../library/call/Call';
import { toNumber } from '../../../library/call/coerce';
import { PythonError, valueError } from '../../../runtime/PythonError';
import { describe } from '../../../value/describe';
import { NONE, UNKNOWN, pyFloat, pyInteger, pyList, listChanges } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import { Unavailable } from '../../../runtime/Unavailable';
import { iterate } from '../../operations/iterate';
import type { Machine } from '../../machine/Machine';
import type { Builtins } from '../../builtins/table';

export const RANDOM: Builtins = {
  seed: [
    'a? version?',
    (call, machine) => {
      const seed = call.has('a') ? call.value('a') : NONE;
      if (seed.kind === 'text' || (seed.kind === 'number' && seed.dtype === 'float64'))
        throw new LensError(msg('a seed is a whole number, not {0}', describe(seed)), undefined, call.range);
      machine.pythonSeeded = !call.lacks('a');
      machine.pythonRandom = call.lacks('a') ? undefined : new PythonRandom(call.integer('a'));
      return NONE;
    },
  ],
  random: drawn('', (_, generator) => pyFloat(generator.random())),
  uniform: drawn('a b', (call, generator) => {
    const [a, b] = [call.number('a'), call.number('b')];
    return pyFloat(a + (b - a) * generator.random());
  }),
  gauss: drawn('mu? sigma?', (call, generator) =>
    pyFloat(generator.gauss(call.number('mu', 0), call.number('sigma', 1))),
  ),
  randint: drawn('a b', (call, generator) => between(call.integer('a'), call.integer('b') + 1, 1, generator)),
  randrange: drawn('start stop? step?', (call, generator) => {
    const start = call.lacks('stop') ? 0 : call.integer('start');
    return between(start, call.integer(call.lacks('stop') ? 'start' : 'stop'), call.integer('step', 1), generator);
  }),
  choice: drawn('seq', (call, generator, machine) => {
    const items = iterate(call.value('seq'), machine);
    if (items.length === 0) throw new PythonError('IndexError', 'Cannot choose from an empty sequence');
    return items[generator.below(items.length)]!;
  }),
  choices: drawn('population weights? cum_weights? k?', (call, generator, machine) => {
    const items = iterate(call.value('population'), machine);
    const given = ['weights', 'cum_weights'].find((name) => !call.lacks(name));
    let sum = 0;
    const bounds = (given === undefined ? [] : iterate(call.value(given), machine)).map((weight) =>
      given === 'weights' ? (sum += toNumber(weight)) : toNumber(weight),
    );
    if (given !== undefined && bounds.length !== items.length)
      throw valueError('The number of weights does not match the population');
    const place = (drawn: number): number => {
      if (given === undefined) return Math.floor(drawn * items.length);
      const at = bounds.findIndex((bound) => drawn * bounds[items.length - 1]! < bound);
      return at < 0 ? items.length - 1 : at;
    };
    machine.context.spend(call.integer('k', 1));
    return pyList(Array.from({ length: call.integer('k', 1) }, () => items[place(generator.random())]!));
  }),
  sample: drawn('population k', (call, generator, machine) => {
    const items = iterate(call.value('population'), machine);
    const count = call.integer('k');
    if (count < 0 || count > items.length) throw valueError('Sample larger than population or is negative');
    return pyList(generator.sample(items.length, count).map((place) => items[place]!));
  }),
  shuffle: [
    'x',
    (call, machine) => {
      const value = call.value('x');
      if (value.kind !== 'list' || value.view !== undefined)
        throw new LensError(msg('only lists are shuffled by random.shuffle'), undefined, call.range);
      const generator = generatorFor(call, machine);
      if (!generator) throw new Unavailable();
      const before = [...value.items];
      listChanges(value);
      generator.order(before.length).forEach((place, i) => (value.items[i] = before[place]!));
      return NONE;
    },
  ],
};

function drawn(
  signature: string,
  draw: (call: Call, generator: PythonRandom, machine: Machine) => Py,
): Builtins[string] {
  return [
    signature,
    (call, machine) => {
      const generator = generatorFor(call, machine);
      if (generator) return draw(call, generator, machine);
      machine.missing.add(call.callee);
      return UNKNOWN;
    },
  ];
}

/** Undefined where its numbers are unknown outside of the editor. Throws where the seeded generator's state is not known. */
function generatorFor({ range }: Call, machine: Machine): PythonRandom | undefined {
  if (!machine.lenient || (machine.pythonSeeded && machine.pythonRandom)) return machine.pythonRandom;
  if (machine.pythonSeeded)
    throw new LensError(
      msg('an earlier draw could not be evaluated, so these random numbers are not known'),
      undefined,
      range,
      'unknownDraw',
    );
  const message = msg(
    'there is no random.seed(…) before this, so no two runs agree; the numbers here are those of seed 0',
  );
  machine.context.remark(new LensError(message, undefined, range), range);
  machine.pythonRandom ??= new PythonRandom(0);
  return machine.pythonRandom;
}

function between(start: number, stop: number, step: number, generator: PythonRandom): Py {
  const count = Math.ceil((stop - start) / step);
  if (!(count > 0)) throw valueError('empty range for randrange()');
  return pyInteger(start + step * generator.below(count));
}
