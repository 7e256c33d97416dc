/** `argparse`: the options of a program that is started without arguments have their defaults. */
import { LensError, msg } from '../../../../../message';
import { libraryFunction, type Call } from '../../../library/call/Call';
import { pyBool, NONE, pyList, pyTuple } from '../../../value/constructors';
import { describe } from '../../../value/describe';
import type { Py, PyInstance } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import { makeClass, makeInstance } from '../../objects/classes';
import type { Builtins } from '../../builtins/table';

const PARSER = makeClass('ArgumentParser', [], new Map());
const NAMESPACE = makeClass('Namespace', [], new Map());

export const ARGPARSE: Builtins = {
  ArgumentParser: [
    '*rest prog? usage? description? epilog? formatter_class? add_help?',
    (_, machine) => parser(machine),
  ],
};

function parser(machine: Machine): PyInstance {
  const made = makeInstance(PARSER);
  const defaults = new Map<string, Py>();
  const required: string[] = [];
  const add = libraryFunction(
    'add_argument',
    '*names default? type? action? dest? required? nargs? const? choices? help? metavar? version?',
    (call) => {
      const name = destinationOf(call);
      const value = defaultOf(call, machine);
      if (value) defaults.set(name, value);
      else required.push(name);
      return NONE;
    },
  );
  const parse = (call: Call): Py => {
    if (!call.lacks('args') && call.sequence('args').length > 0)
      throw new LensError(msg('the argument {0} of {1} is not supported', 'args', 'parse_args'), undefined, call.range);
    if (required[0] !== undefined)
      throw new LensError(msg('the program needs a value for its argument {0}', required[0]), undefined, call.range);
    const result = makeInstance(NAMESPACE);
    for (const [name, value] of defaults) result.attributes.set(name, value);
    return result;
  };
  const group = libraryFunction('add_argument_group', '*rest title? description? required?', () => made);
  const methods: Readonly<Record<string, Py>> = {
    add_argument: add,
    add_argument_group: group,
    add_mutually_exclusive_group: group,
    parse_args: libraryFunction('parse_args', 'args? namespace?', parse),
    parse_known_args: libraryFunction('parse_known_args', 'args? namespace?', (call) =>
      pyTuple([parse(call), pyList([])]),
    ),
  };
  for (const [name, method] of Object.entries(methods)) made.attributes.set(name, method);
  return made;
}

/** `batch_size` of `'-b', '--batch-size'`. */
function destinationOf(call: Call): string {
  if (!call.lacks('dest')) return call.text('dest');
  const names = call.rest.map(({ value }) => {
    if (value.kind === 'text') return value.value;
    throw new LensError(msg('a string is needed, not {0}', describe(value)), undefined, call.range);
  });
  const name = names.find((each) => each.startsWith('--')) ?? names[0] ?? '';
  return name.replace(/^-+/, '').replaceAll('-', '_');
}

/** Undefined for what the program cannot be started without. */
function defaultOf(call: Call, machine: Machine): Py | undefined {
  const action = call.lacks('action') ? 'store' : call.text('action');
  if (call.has('default')) {
    const value = call.value('default');
    // As argparse does: only a string is converted.
    return value.kind === 'text' && !call.lacks('type') ? machine.call(call.value('type'), [value]) : value;
  }
  if (action === 'store_true' || action === 'store_false') return pyBool(action === 'store_false');
  const [first] = call.rest;
  const positional = first?.value.kind === 'text' && !first.value.value.startsWith('-');
  const optional = !call.lacks('nargs') && call.value('nargs').kind === 'text' && call.text('nargs') === '?';
  return (positional && !optional) || call.flag('required', false) ? undefined : NONE;
}
