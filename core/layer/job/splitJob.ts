/** Jobs over some of the examples, and their results put together. */
import type { NdArray } from '../../array/NdArray';
import { nonEmpty } from '../../tuples';
import type { LayerJob, LayerResult } from './LayerJob';

/** Arrays with examples along their first axis; the others are shared by all. */
const batched = ['x', 'dZ', 'dA'];

/** Splits a job into at most `parts` jobs over about as many examples each, in order. Their arrays are views on those of `job`. */
export function splitJob(job: LayerJob, parts: number): LayerJob[] {
  const examples = job.x.shape[0]!;
  const count = Math.max(1, Math.min(parts, examples));
  return Array.from({ length: count }, (_, part) =>
    jobPart(job, Math.floor((part * examples) / count), Math.floor(((part + 1) * examples) / count)),
  );
}

/** The job on examples first … end − 1. */
export function jobPart(job: LayerJob, first: number, end: number): LayerJob {
  const entries = Object.entries(job).map(([name, value]: [string, unknown]) => [
    name,
    batched.includes(name) ? examples(value as NdArray, first, end) : value,
  ]);
  return Object.fromEntries(entries) as LayerJob;
}

/** Results of consecutive parts: those of examples one after the other, gradients of shared arrays added up. */
export function mergeResults(results: readonly LayerResult[]): LayerResult {
  const [first = {}, ...others] = results;
  if (others.length === 0) return first;
  const names = Object.keys(first) as (keyof LayerResult)[];
  return Object.fromEntries(
    names.map((name) => {
      const arrays = results.map((result) => result[name]!);
      return [name, name === 'dW' || name === 'db' ? sum(arrays) : concatenate(arrays)];
    }),
  );
}

function examples({ shape, data }: NdArray, first: number, end: number): NdArray {
  const length = data.length / Math.max(1, shape[0]!);
  return { shape: [end - first, ...shape.slice(1)], data: data.subarray(first * length, end * length) };
}

function concatenate(arrays: readonly NdArray[]): NdArray {
  const [{ shape, data }] = nonEmpty(arrays);
  const size = arrays.reduce((total, array) => total + array.data.length, 0);
  const whole = data instanceof Float64Array ? new Float64Array(size) : new Float32Array(size);
  let at = 0;
  for (const array of arrays) {
    whole.set(array.data, at);
    at += array.data.length;
  }
  return { shape: [arrays.reduce((total, array) => total + array.shape[0]!, 0), ...shape.slice(1)], data: whole };
}

function sum(arrays: readonly NdArray[]): NdArray {
  const [{ shape, data }] = nonEmpty(arrays);
  const total = data.slice();
  for (const array of arrays.slice(1)) {
    for (let index = 0; index < total.length; index++) total[index]! += array.data[index]!;
  }
  return { shape, data: total };
}
