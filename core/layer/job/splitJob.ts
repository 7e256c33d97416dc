/** Jobs over some of the examples, and their results put together. */
import type { NdArray } from '../../array/NdArray';
import { tableKeys } from '../../tableKeys';
import { nonEmpty } from '../../tuples';
import type { LayerJob, LayerResult } from './LayerJob';

/** Arrays with examples along their first axis; the others are shared by all. */
const batched = ['x', 'dZ', 'dA'];

/** Splits a job into at most `parts` jobs over about as many examples each, in order. Their arrays are views on those of `job`. */
export function splitJob<Job extends LayerJob>(job: Job, parts: number): Job[] {
  const examples = job.x.shape[0]!;
  const count = Math.max(1, Math.min(parts, examples));
  return Array.from({ length: count }, (_, part) =>
    jobPart(job, Math.floor((part * examples) / count), Math.floor(((part + 1) * examples) / count)),
  );
}

/** The job on examples first … end − 1. */
export function jobPart<Job extends LayerJob>(job: Job, first: number, end: number): Job {
  return withArrays(job, (array, name) => (batched.includes(name) ? examples(array, first, end) : array));
}

/** The job with other arrays of the same roles. */
export function withArrays<Job extends LayerJob>(job: Job, change: (array: NdArray, name: string) => NdArray): Job {
  const entries = Object.entries(job).map(([name, value]: [string, unknown]) => [
    name,
    isJobArray(value) ? change(value, name) : value,
  ]);
  // The entries have the names and types of those of `job`.
  return Object.fromEntries(entries) as Job;
}

export function isJobArray(value: unknown): value is NdArray {
  return typeof value === 'object' && value !== null && 'data' in value;
}

/** Results of consecutive parts: those of examples one after the other, gradients of shared arrays added up. */
export function mergeResults(results: readonly LayerResult[]): LayerResult {
  const [first = {}, ...others] = results;
  if (others.length === 0) return first;
  const names = tableKeys(first);
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
