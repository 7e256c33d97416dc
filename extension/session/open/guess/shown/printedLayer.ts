/** The layer of a call that is not known, where the text prints its result: the numbers of its arguments and of this result decide. */
import { msg } from '../../../../../core/message';
import type { LayerCall } from '../../../../../core/read/LayerCall';
import { readPrinted } from '../../../../../core/read/prints/readPrinted';
import { blankPrompts } from '../../../../../core/read/python/syntax/text/prompts';
import { agreeingCalls } from '../../../../../core/read/text/agreement/agreeingCalls';
import { splitArguments } from '../../../../../core/read/text/calls/argumentParts';
import type { WrittenArray } from '../../../../../core/read/text/agreement/layerWords';
import { arraysOnly } from '../../../../../core/read/text/languages/arraysOnly';
import type { ParseResult } from '../../../../../core/read/ParseResult';
import type { TextSource } from '../../../source/LensSource';
import { lineAt } from '../../../source/assignment';
import { endOfCall } from '../../calls/endOfCall';
import { unknownCall } from '../../refusals/unknownCall';
import { evaluated } from '../tests/testBody';

const GIVEN = 'given_';
const BACKWARD = /back|grad/i;
/** Longer texts are not searched. */
const LARGEST = 10_000;
/** What makes an array in a library that is not known is taken for NumPy's. */
const MAKES = /(?<![\w.])(?!(?:np|numpy|torch|tf|jnp)\.)[A-Za-z_]\w*\.(?:[tT]ensor|to_tensor|array|asarray)\(/g;

/** Undefined for other languages than Python. */
export function printedLayer(source: TextSource, read: ParseResult): LayerCall | undefined {
  const unknown = arraysOnly(source.languageId) === undefined ? unknownCall(source, read) : undefined;
  if (!unknown || unknown.error.kind === 'unapplied' || unknown.before.length + unknown.rest.length > LARGEST)
    return undefined;
  const { callee, before, rest } = unknown;
  const end = endOfCall(rest, rest.indexOf('(') + 1);
  const below = lineAt(rest, end).end;
  const printed = [...(source.printed ?? []).map(({ text }) => text), rest.slice(below), source.around?.after ?? ''];
  const result = printed
    .flatMap((text) => readPrinted(text.replace(/^[ \t]*#/gm, ' ')))
    .find(({ value }) => value.kind === 'array')?.value;
  if (result?.kind !== 'array') return undefined;
  const given = splitArguments(rest, rest.indexOf('(') + 1, end - 1).map(({ text }) =>
    text.replace(/^\w+\s*=(?!=)\s*/, '').replace(/\s*\n\s*/g, ' '),
  );
  const made = given.map((each, index) => `${GIVEN}${index} = ${each}`).join('\n');
  const head = before.slice(0, lineAt(before, before.length).start);
  const program = `${blankPrompts(head)}\n${made}\n${blankPrompts(rest.slice(below))}`;
  const { arrays } = evaluated(program.replace(MAKES, 'np.array(')).parsed;
  const words = callee + rest.slice(0, end);
  const range = [0, callee.length] as const;
  const known = arrays.map(({ name, array }): WrittenArray => ({ name, array, range }));
  // An object is given its arrays by another call.
  const own = known.filter(({ name, array }) => name?.startsWith(GIVEN) && array.shape.length > 0);
  const used = own.length > 0 ? own.map((each) => ({ ...each, name: nameOf(each.name, given) })) : known;
  const shown: WrittenArray = { name: undefined, array: result.array, range, isChecked: true };
  const [call] = agreeingCalls([...used, shown], words, () => true).slice(-1);
  if (!call || (BACKWARD.test(callee) && !/back/.test(call.operation))) return undefined;
  return {
    ...call,
    callee,
    range: unknown.range,
    notes: [msg('the text shows the result of this layer: {0}', callee)],
  };
}

/** The name of an array that a call is given by its name. */
function nameOf(given: string | undefined, values: readonly string[]): string | undefined {
  const value = values[Number(given?.slice(GIVEN.length))];
  return value !== undefined && /^\w+$/.test(value) ? value : undefined;
}
