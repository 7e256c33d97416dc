/** A layer as English text for a language model: short, and exact where it states numbers. */
import { formatShape } from '../../../core/array/NdArray';
import { numpy } from '../../../core/export/formats/numpy';
import type { ComputedLayer } from './computeScene';

/** Numbers of one array that are written out. */
const mostNumbers = 256;

export function describeLayer({ sentence, arrays, assumptions }: ComputedLayer): string {
  const results = arrays.filter(({ result }) => result);
  const texts = results.map(({ name, array }) =>
    array.data.length <= mostNumbers
      ? numpy.write({ name, array })
      : `${name} has shape ${formatShape(array.shape)}; its first ${mostNumbers} values in C order: ` +
        Array.from(array.data.subarray(0, mostNumbers), String).join(', '),
  );
  return [sentence, ...assumptions.map((text) => `Assumed: ${text}`), ...texts].join('\n');
}
