/** Built-in functions that write or read text: `print`, `repr`, `format`, `chr`. */
import { LensError, msg } from '../../../../message';
import type { Call } from '../../library/call/Call';
import { readsData } from '../../modules/unknownMember';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { NONE, UNKNOWN, pyInteger, pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import type { Machine } from '../machine/Machine';
import { formatValue } from '../text/formatValue';
import { asciiOf } from '../text/quoted';
import { reprOf, strOf } from '../text/reprOf';
import type { Builtins } from './table';

/** What is printed for a value that is not known. */
export const UNKNOWN_TEXT = '<unknown>';

export const TEXT_FUNCTIONS: Builtins = {
  print: ['*values sep? end? file? flush?', print],
  display: ['*values', print],
  pprint: ['*values', print],
  repr: ['object', (call, machine) => pyText(reprOf(call.value('object'), machine))],
  ascii: ['obj', (call, machine) => pyText(asciiOf(reprOf(call.value('obj'), machine)))],
  format: ['value spec?', (call, machine) => pyText(formatValue(call.value('value'), call.text('spec', ''), machine))],
  chr: ['code', (call) => pyText(character(call.integer('code')))],
  ord: ['character', codeOf],
  help: ['*values', () => NONE],
  input: [
    '*values',
    () => {
      throw readsData('input');
    },
  ],
  open: [
    '*values mode? encoding? newline?',
    (_, machine) => {
      machine.missing.add('open');
      if (machine.lenient) throw readsData('open');
      return UNKNOWN;
    },
  ],
};

function print(call: Call, machine: Machine): Py {
  const file = call.lacks('file') ? undefined : call.value('file');
  const stream = file?.kind === 'namespace' ? /^sys\.(?:__)?(stdout|stderr)(?:__)?$/.exec(file.path)?.[1] : undefined;
  if (file && stream === undefined) throw new LensError(msg('print to a file is not supported'));
  const values = call.rest.map(({ value }) => value);
  const texts = values.map((value) => shown(value, machine));
  if (stream === 'stderr') return NONE;
  const [between, after] = [call.text('sep', ' '), call.text('end', '\n')];
  machine.print(texts.join(between) + after);
  machine.printObserver?.({ range: call.range, values, texts, between, after });
  return NONE;
}

function shown(value: Py, machine: Machine): string {
  try {
    return strOf(value, machine);
  } catch (error) {
    const isUnknown = error instanceof Unavailable || (machine.printObserver && !(error instanceof PythonError));
    if (!isUnknown) throw error;
    machine.unknownPrint ??= machine.at;
    return UNKNOWN_TEXT;
  }
}

function character(code: number): string {
  if (code >= 0 && code < 0x110000) return String.fromCodePoint(code);
  throw valueError('chr() arg not in range(0x110000)');
}

function codeOf(call: Call): Py {
  const value = call.value('character');
  const characters = value.kind === 'text' ? [...value.value] : [];
  if (characters.length === 1) return pyInteger(characters[0]!.codePointAt(0)!);
  if (value.kind === 'text')
    throw typeError(`ord() expected a character, but string of length ${characters.length} found`);
  throw typeError(`ord() expected string of length 1, but ${typeName(value)} found`);
}
