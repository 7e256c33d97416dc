/** A convolution over large examples as jobs over bands of their rows: neither side then needs memory for all of it at once. */
import { tuple4 } from '../../tuples';
import { numberTypeOf } from '../engine/Engine';
import { conv2dGeometry, outputShape } from '../geometry';
import { sizeOf, type NdArray } from '../../array/NdArray';
import { paddedEnd, windowStart, type Axis } from '../window';
import { jobPart } from './splitJob';
import type { LayerJob } from './LayerJob';

export type Convolution = Extract<LayerJob, { kind: 'conv2d' }>;

/** Numbers of the input and the output of a band: 4 MiB of float64. */
const bandNumbers = 2 ** 19;

/**
 * Jobs whose outputs one after the other are the output of `job`, to the last bit: the sum of a cell does not depend on its
 * neighbours. Their inputs are views on that of `job`. One job where it is small.
 */
export function bandsOf(job: Convolution, most = bandNumbers): Convolution[] {
  const geometry = conv2dGeometry(job.x.shape, job.w.shape, job.options);
  const { batch, rows, paddingMode } = geometry;
  const example = (job.x.data.length + sizeOf(outputShape(geometry))) / batch;
  if (example * batch <= most) return [job];
  const count = Math.ceil(example / most);
  const isSplit = count > 1 && (paddingMode === 'zeros' || (rows.padBefore === 0 && rows.padAfter === 0));
  const together = Math.max(1, Math.floor(most / example));
  const bands: Convolution[] = [];
  for (let first = 0; first < batch; first += together) {
    const part = jobPart(job, first, Math.min(first + together, batch));
    bands.push(...(isSplit ? rowBands(part, Math.ceil(rows.outSize / count)) : [part]));
  }
  return bands;
}

/** Space for the outputs of all bands. */
export function emptyOutput({ x, w, b, options }: Convolution): NdArray {
  const shape = outputShape(conv2dGeometry(x.shape, w.shape, options));
  const size = sizeOf(shape);
  return { shape, data: numberTypeOf(x, w, b) === 'float64' ? new Float64Array(size) : new Float32Array(size) };
}

/** The job on one example in bands of `height` output rows. */
function rowBands(job: Convolution, height: number): Convolution[] {
  const { rows, cols } = conv2dGeometry(job.x.shape, job.w.shape, job.options);
  const bands: Convolution[] = [];
  for (let out = 0; out < rows.outSize; out += height) {
    const { from, to, before, after } = rowsRead(rows, out, Math.min(out + height, rows.outSize));
    // A band that is mostly padding may have no input, or grow more than a layer may.
    if (to - from <= before + after) return [job];
    const padding = { top: before, bottom: after, left: cols.padBefore, right: cols.padAfter };
    bands.push({ ...job, x: rowsOf(job.x, from, to), options: { ...job.options, padding } });
  }
  return bands;
}

/** The input's rows that output rows first … end − 1 read, and how many they read in the padding before and after. */
function rowsRead(axis: Axis, first: number, end: number): Record<'from' | 'to' | 'before' | 'after', number> {
  const start = windowStart(axis, first);
  const stop = paddedEnd(axis, end - 1) - axis.padBefore;
  const from = Math.max(0, start);
  const to = Math.min(axis.size, stop);
  return { from, to, before: from - start, after: stop - to };
}

function rowsOf({ shape, data }: NdArray, from: number, to: number): NdArray {
  const [, , cols, channels] = tuple4(shape);
  return { shape: [1, to - from, cols, channels], data: data.subarray(from * cols * channels, to * cols * channels) };
}
