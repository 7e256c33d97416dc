/** Compiles the arguments of a call. */
import type { TextRange } from '../../../../ParseResult';
import { PythonError, typeError } from '../../../runtime/PythonError';
import type { Argument } from '../../../syntax/tree/ast';
import type { PassedArgument, Py } from '../../../value/Py';
import { typeName } from '../../../value/typeName';
import type { CallFrame } from '../../machine/CallFrame';
import { iterate } from '../../operations/iterate';
import type { Unit } from '../target/Unit';

export interface PassedArguments {
  readonly positional: PassedArgument[];
  readonly named: ReadonlyMap<string, PassedArgument>;
}

interface Passed extends PassedArguments {
  readonly named: Map<string, PassedArgument>;
}

const NO_NAMES: ReadonlyMap<string, PassedArgument> = new Map();

export function compileArguments(args: readonly Argument[], unit: Unit): (frame: CallFrame) => PassedArguments {
  const { machine } = unit;
  const codes = args.map(({ value, name, spread }) => ({
    code: unit.expression(value),
    range: value.range,
    name,
    spread,
  }));
  if (codes.every(({ name, spread }) => name === undefined && spread === '')) {
    return (frame) => {
      const positional = new Array<PassedArgument>(codes.length);
      for (let i = 0; i < codes.length; i++) positional[i] = { value: codes[i]!.code(frame), range: codes[i]!.range };
      return { positional, named: NO_NAMES };
    };
  }
  return (frame) => {
    const passed: Passed = { positional: [], named: new Map() };
    for (const { code, range, name, spread } of codes) {
      const value = code(frame);
      machine.at = range;
      if (spread === '*') for (const item of iterate(value, machine)) passed.positional.push({ value: item, range });
      else if (spread === '**') spreadNames(value, range, passed);
      else if (name !== undefined) passNamed(name, { value, range }, passed);
      else passed.positional.push({ value, range });
    }
    return passed;
  };
}

function spreadNames(value: Py, range: TextRange, passed: Passed): void {
  if (value.kind !== 'dictionary') throw typeError(`argument after ** must be a mapping, not ${typeName(value)}`);
  for (const [key, item] of value.entries) {
    if (passed.named.has(String(key))) throw typeError(`got multiple values for keyword argument '${String(key)}'`);
    passNamed(String(key), { value: item, range }, passed);
  }
}

function passNamed(name: string, argument: PassedArgument, { named }: Passed): void {
  if (named.has(name)) throw new PythonError('SyntaxError', `keyword argument repeated: ${name}`, argument.range);
  named.set(name, argument);
}
