/** A layer as English text for a language model: short, and exact where it states numbers. */
import { formatShape } from '../../../core/array/NdArray';
import { numpyFormat } from '../../../core/export/formats/numpy';
import type { ComputedLayer } from './computeScene';

/** Numbers of one array that are written out. */
const mostNumbers = 256;

/** Options other than the choice among arrays and calls, which the sentence names. */
const shownOptions = /^(?!call$|.*Choice$)/;

export function describeLayer({ sentence, arrays, options, assumptions, problems }: ComputedLayer): string {
  const results = arrays.filter(({ result }) => result);
  const texts = results.map(({ name, array }) =>
    array.data.length <= mostNumbers
      ? numpyFormat.write({ name, array })
      : `${name} has shape ${formatShape(array.shape)}; its first ${mostNumbers} values in C order: ` +
        Array.from(array.data.subarray(0, mostNumbers), String).join(', '),
  );
  const chosen = Object.entries(options).filter(([id, value]) => shownOptions.test(id) && value !== '');
  return [
    sentence,
    ...(chosen.length > 0 ? [`Options: ${chosen.map(([id, value]) => `${id} = ${value}`).join('; ')}`] : []),
    ...assumptions.map((text) => `Assumed: ${text}`),
    ...problems.map((text) => `Not read: ${text}`),
    ...texts,
  ].join('\n');
}
