/** The course's layers from the reference data, ready to be stepped. */
import { readFileSync } from 'node:fs';
import type { ConvLayer, NdArray, PoolLayer } from '../../../core';

interface Stored {
  readonly shape: number[];
  readonly data: (number | string)[];
}

export interface CourseCase {
  readonly name: string;
  readonly function: string;
  readonly inputs: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
}

export const courseCases: readonly CourseCase[] = (
  JSON.parse(readFileSync('test/fixtures/course/cases.json', 'utf8')) as { cases: CourseCase[] }
).cases;

export function courseCase(name: string): CourseCase {
  const found = courseCases.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no course case ${name}`);
  return found;
}

export function stored(value: unknown): NdArray {
  const { shape, data } = value as Stored;
  return { shape, data: Float64Array.from(data, Number) };
}

/** The layer of a conv or pool case; undefined for the course's other functions. */
export function courseLayer({ function: called, inputs }: CourseCase): ConvLayer | PoolLayer | undefined {
  const { stride = 1, pad = 0, f = 1 } = (inputs['hparameters'] ?? {}) as Record<string, number>;
  if (called === 'conv_forward' || called === 'conv_backward') {
    return {
      kind: 'conv',
      pass: called === 'conv_forward' ? 'forward' : 'backward',
      x: stored(inputs['A_prev']),
      w: stored(inputs['W']),
      b: stored(inputs['b']),
      ...(inputs['dZ'] ? { dZ: stored(inputs['dZ']) } : {}),
      options: { stride, padding: pad },
    };
  }
  if (called === 'pool_forward' || called === 'pool_backward') {
    return {
      kind: 'pool',
      pass: called === 'pool_forward' ? 'forward' : 'backward',
      x: stored(inputs['A_prev']),
      ...(inputs['dA'] ? { dZ: stored(inputs['dA']) } : {}),
      options: { mode: inputs['mode'] === 'average' ? 'average' : 'max', kernel: f, stride },
    };
  }
  return undefined;
}
