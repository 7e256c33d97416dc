/** `np.set_printoptions` and `np.printoptions`. */
import { LensError, msg } from '../../../../../message';
import { isFloat } from '../../../array/dtype';
import { arrayText } from '../../../array/format';
import { PRINT_OPTIONS, type PrintOptions } from '../../../array/printOptions';
import type { Call } from '../../../library/call/Call';
import { reprOf, strOf } from '../../text/reprOf';
import { NONE, pyText } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import { makeClass, makeInstance } from '../../objects/classes';
import type { Builtins } from '../../builtins/table';

const SIGNATURE =
  'precision? threshold? edgeitems? linewidth? suppress? nanstr? infstr? formatter? sign? floatmode? legacy?';

export const PRINTING: Builtins = {
  array_repr: ['arr', (call, machine) => pyText(reprOf(call.array('arr'), machine))],
  array_str: [
    'a max_line_width? precision? suppress_small?',
    (call, machine) =>
      pyText(call.array('a').shape.length === 0 ? strOf(call.array('a'), machine) : listText(call, machine)),
  ],
  array2string: [
    'a max_line_width? precision? suppress_small? separator? prefix? style? formatter? threshold? edgeitems? sign? floatmode? suffix? legacy?',
    (call, machine) => pyText(listText(call, machine)),
  ],
  set_printoptions: [
    SIGNATURE,
    (call, machine) => {
      // In the editor's mode nothing is printed.
      if (!machine.lenient) machine.printOptions = changed(machine.printOptions, call, machine);
      return NONE;
    },
  ],
  printoptions: [SIGNATURE, (call, machine) => contextManager(machine, changed(machine.printOptions, call, machine))],
};

function changed(options: PrintOptions, call: Call, machine: Machine): PrintOptions {
  for (const name of ['nanstr', 'infstr', 'legacy']) {
    if (!call.lacks(name))
      throw new LensError(msg('the argument {0} of {1} is not supported', name, call.callee), undefined, call.range);
  }
  return {
    precision: call.integer('precision', options.precision),
    threshold: call.number('threshold', options.threshold),
    edgeitems: call.integer('edgeitems', options.edgeitems),
    linewidth: call.number('linewidth', options.linewidth),
    suppress: call.flag('suppress', options.suppress),
    floatmode: oneOf(call, 'floatmode', FLOAT_MODES, options.floatmode),
    sign: oneOf(call, 'sign', SIGNS, options.sign),
    // A call without it takes an earlier one back.
    formatter: ownFormatter(call, machine),
  };
}

/** `formatter={'float': …}`: functions of the program by the kind of number. */
function ownFormatter(call: Call, machine: Machine): PrintOptions['formatter'] {
  if (call.lacks('formatter')) return undefined;
  const given = call.value('formatter');
  if (given.kind !== 'dictionary')
    throw new LensError(
      msg('the argument {0} of {1} is not supported', 'formatter', call.callee),
      undefined,
      call.range,
    );
  return (dtype) => {
    const kind = dtype === 'bool' ? 'bool' : isFloat(dtype) ? 'float' : 'int';
    const callee = [kind, `${kind}_kind`, 'all'].map((key) => given.entries.get(key)).find(isGiven);
    return callee && ((value) => strOf(machine.call(callee, [{ kind: 'number', value, dtype, numpy: true }]), machine));
  };
}

function isGiven(value: Py | undefined): value is Py {
  return value !== undefined && value.kind !== 'none';
}

/** `np.array2string`: the text without `array(…)`; prefix and suffix only widen the lines. */
function listText(call: Call, machine: Machine): string {
  const options = machine.printOptions;
  const array = call.array('a');
  for (const name of ['style', 'legacy']) {
    if (!call.lacks(name))
      throw new LensError(msg('the argument {0} of {1} is not supported', name, call.callee), undefined, call.range);
  }
  const own: PrintOptions = {
    precision: call.integer('precision', options.precision),
    threshold: call.number('threshold', options.threshold),
    edgeitems: call.integer('edgeitems', options.edgeitems),
    linewidth: call.number('max_line_width', options.linewidth),
    suppress: call.flag('suppress_small', options.suppress),
    floatmode: oneOf(call, 'floatmode', FLOAT_MODES, options.floatmode),
    sign: oneOf(call, 'sign', SIGNS, options.sign),
    formatter: ownFormatter(call, machine) ?? options.formatter,
  };
  const width = own.linewidth - call.text('suffix', '').length;
  return arrayText(array, own, call.text('separator', ' '), call.text('prefix', '').length, width);
}

const FLOAT_MODES = ['fixed', 'unique', 'maxprec', 'maxprec_equal'] as const;
const SIGNS = ['-', '+', ' '] as const;

function oneOf<T extends string>(call: Call, name: string, allowed: readonly T[], missing: T): T {
  const found = call.text(name, missing);
  const known = allowed.find((each) => each === found);
  if (known !== undefined) return known;
  throw new LensError(msg('the argument {0} of {1} is not supported', name, call.callee), undefined, call.range);
}

function contextManager(machine: Machine, options: PrintOptions): Py {
  let before = PRINT_OPTIONS;
  const member = (name: string, run: () => void): Py => ({
    kind: 'function',
    name,
    call: () => {
      run();
      return NONE;
    },
  });
  const members = new Map<string, Py>([
    [
      '__enter__',
      member('__enter__', () => {
        before = machine.printOptions;
        machine.printOptions = options;
      }),
    ],
    ['__exit__', member('__exit__', () => (machine.printOptions = before))],
  ]);
  return makeInstance(makeClass('printoptions', [], members));
}
