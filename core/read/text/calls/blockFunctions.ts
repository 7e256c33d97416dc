/** MATLAB's functions that apply another one to blocks of an image: poolings, where that is a maximum or a mean. */
import type { CallArguments } from './CallArguments';
import type { Reading } from './LayerTable';
import { onePair, planarImage, poolReading, requireRank } from './planes';

const MAXIMUM = [/^max\(max\(X\)\)$/, /^max\(X(?:\(:\)|,\[\],['"]all['"])\)$/];
const MEAN = [/^mean2\(X\)$/, /^mean\(mean\(X\)\)$/, /^mean\(X(?:\(:\)|,['"]all['"])\)$/];

/** `blockproc(A, [2 2], @(b) max(b.data(:)))`: the last blocks may be smaller. */
export function blockproc(call: CallArguments): Reading {
  const mode = modeOf(call, 2, '\\.data');
  const [image, kernel] = [call.array(0), onePair(call.numbers(call.positional[1], []), call)];
  requireRank(call, image, 2);
  if (call.positional.length > 3) throw call.unsupported('a further argument');
  const options = { mode, kernel, stride: kernel, ceilMode: true, countIncludePad: false, ties: 'first' } as const;
  return poolReading(planarImage(image), options, 'nhwc');
}

/** `nlfilter(A, [3 3], @(x) mean(x(:)))`: windows with their middle at each pixel, over a border of zeros. */
export function nlfilter(call: CallArguments): Reading {
  return sliding(call, modeOf(call, 2, ''));
}

/** `colfilt(A, [3 3], 'sliding', @mean)`: the columns are the windows. */
export function colfilt(call: CallArguments): Reading {
  const kind = call.word(call.positional[2]);
  const name = /^@(max|mean)$/.exec(call.positional[3]?.text ?? '')?.[1];
  if (kind !== 'sliding' || name === undefined) throw call.unsupported(name === undefined ? 'its function' : kind!);
  return sliding(call, name === 'max' ? 'max' : 'average');
}

function sliding(call: CallArguments, mode: 'max' | 'average'): Reading {
  const image = call.array(0);
  requireRank(call, image, 2);
  const kernel = onePair(call.numbers(call.positional[1], []), call);
  const [rows, cols] = typeof kernel === 'number' ? [kernel, kernel] : kernel;
  // A zero of the border is not a maximum of a window with a number above it.
  if (mode === 'max' && image.data.some((value) => value < 0)) throw call.unsupported('a maximum with the border');
  const [top, left] = [(rows - 1) >> 1, (cols - 1) >> 1];
  const padding = { top, bottom: rows - 1 - top, left, right: cols - 1 - left };
  return poolReading(
    planarImage(image),
    { mode, kernel, stride: 1, padding, countIncludePad: true, ties: 'first' },
    'nhwc',
  );
}

/** What the function of an argument computes: `@(b) max(b.data(:))`. `part`: of its parameter. */
function modeOf(call: CallArguments, index: number, part: string): 'max' | 'average' {
  const argument = call.positional[index];
  const [, parameter, body = ''] = /^@\((\w+)\)(.*)$/.exec((argument && call.source(argument)) ?? '') ?? [];
  const plain = body.replaceAll(/\s+/g, '').replaceAll(new RegExp(`\\b${parameter}${part}\\b`, 'g'), 'X');
  if (parameter !== undefined && MAXIMUM.some((form) => form.test(plain))) return 'max';
  if (parameter !== undefined && MEAN.some((form) => form.test(plain))) return 'average';
  throw call.unsupported(argument?.text ?? 'its function');
}
