/** Results as English text for a language model or a terminal: short, and exact where it states numbers. */
import { formatShape } from '../../../core/array/NdArray';
import { numpy } from '../../../core/export/formats/numpy';
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
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

/** One paragraph per function. */
export function describeChecks(checks: readonly FunctionCheck[]): string {
  if (checks.length === 0) return 'No function that implements a convolution or pooling layer was found.';
  return checks.map(describeCheck).join('\n\n');
}

function describeCheck(check: FunctionCheck): string {
  const { name, line, operation, agrees, refused, error, differing, total, first, shape, mistakes, unseen } = check;
  const head = `${name} (line ${line}) as ${operation}:`;
  if (refused) return `${head} not checked: ${error?.message ?? 'the interpreter cannot run it'}`;
  const lines = [agrees && mistakes.length === 0 && unseen.length === 0 ? `${head} agrees with the layer.` : head];
  if (error) lines.push(`It stops with an error at line ${error.line}: ${error.message}`);
  if (shape !== undefined) lines.push(shape);
  if (differing > 0) lines.push(`${differing} of ${total} values differ.`);
  if (first) lines.push(`First difference: ${first.array}[${first.index.join(', ')}], step ${first.step} of the loop.`);
  for (const { line: at, message, verified } of mistakes) {
    const place = at === undefined ? '' : `Line ${at}: `;
    lines.push(`${place}${message}${verified ? '. With this repair it agrees on all tested geometries.' : ''}`);
  }
  for (const { case: geometry, why } of unseen) lines.push(`Differs for ${geometry}: ${why}`);
  return lines.join('\n');
}
