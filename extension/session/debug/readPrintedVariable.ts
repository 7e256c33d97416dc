/** A variable by the text in which its debugger prints it. */
import { parseArrays } from '../../../core/read/parseArrays';
import { LensError, msg } from '../../../core/message';
import { nameOfChain } from '../../../core/read/debug/accessChain';
import { pointerIn, withoutAddresses } from '../../../core/read/debug/printedNumber';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { requireReadable } from './limits';
import type { ReadControl } from './StoppedFrame';

/** Every array of the text; those inside an object carry their keys. Throws a LensError with the reason for text without arrays. */
export function readPrintedVariable(
  text: string,
  chain: string,
  languageId: string | undefined,
  { maxElements }: Pick<ReadControl, 'maxElements'>,
): readonly ParsedArray[] {
  // No number takes more characters; longer texts are refused before they are read.
  const most = 32 * maxElements + 100_000;
  if (text.length > most) {
    throw new LensError(msg('{0} is printed in {1} characters, more than the limit of {2}', chain, text.length, most));
  }
  const { arrays, errors } = parseArrays(withoutAddresses(text), languageId === undefined ? {} : { languageId });
  const [first] = arrays;
  if (!first) {
    const pointer = pointerIn(text);
    if (pointer !== undefined) {
      const place = pointer === '' ? chain : `${chain}.${pointer}`;
      throw new LensError(msg('{0} is a pointer: how many numbers it points to is not known', place));
    }
    const reason = errors[0]?.message ?? '';
    throw new LensError(
      msg('{0} holds no array that can be read from “{1}”: {2}', chain, text.slice(0, 80).trim(), reason),
    );
  }
  for (const { array } of arrays) requireReadable(chain, array.shape, maxElements);
  const name = nameOfChain(chain);
  return arrays.map(({ name: key, array, dtype, notation }, index) => ({
    name: key !== undefined ? `${name}.${key}` : arrays.length > 1 ? `${name}[${index}]` : name,
    array,
    ...(dtype !== undefined && { dtype }),
    ...(notation && { notation }),
    range: [0, 0],
  }));
}
