/** Our own engines as candidates: with the arrays where the engine wants them, and with plain arrays in and out. */
import {
  conv2d,
  conv2dBackward,
  maxPool2dBackwardFromIndices,
  maxPool2dWithIndices,
  pool2d,
  pool2dBackward,
  type FloatData,
  type NdArray,
  type Pool2dOptions,
} from '../../../core/index';
import { inputGradient } from '../../../core/layer/engine/inputGradient';
import { typescriptEngine } from '../../../core/layer/typescript/typescriptEngine';
import type { Engine } from '../../../core/layer/engine/Engine';
import { conv2dGeometry } from '../../../core/layer/geometry';
import { SimdEngine } from '../../../core/layer/wasm/SimdEngine';
import type { Candidate } from './measure';
import { outputShapeOf, type Workload } from './workloads';

export type Pass = 'forward' | 'backward' | 'dX';

/** Numbers of a workload, the same for every candidate. */
export interface Numbers<Data extends FloatData = FloatData> {
  readonly x: Data;
  readonly w: Data;
  readonly b: Data;
  /** The incoming gradient, of the output's shape. */
  readonly dZ: Data;
}

export function ownCandidate(
  name: string,
  engine: Engine,
  workload: Workload,
  pass: Pass,
  numbers: Numbers,
): Candidate {
  const resident = engine instanceof SimdEngine && engine.resident ? engine : undefined;
  const place = (shape: readonly number[], data: FloatData): NdArray => {
    const array = { shape, data };
    return resident ? resident.place(array) : array;
  };
  const x = place(workload.x, numbers.x);
  const dZ = place(outputShapeOf(workload), numbers.dZ);
  const w = workload.kind === 'conv' ? place(workload.w, numbers.w) : undefined;
  const b = place([numbers.b.length], numbers.b);
  const mark = resident?.mark() ?? 0;
  const cleanUp = (): void => resident?.release(mark);
  return { name, cleanUp, run: passOf(engine, workload, pass, { x, dZ, w, b }) };
}

function passOf(
  engine: Engine,
  workload: Workload,
  pass: Pass,
  { x, dZ, w, b }: { x: NdArray; dZ: NdArray; w: NdArray | undefined; b: NdArray },
): () => unknown {
  if (workload.kind === 'pool') {
    const { mode, window: kernel, stride } = workload;
    const options: Pool2dOptions = { mode, kernel, stride, ties: 'first' };
    if (engine === typescriptEngine && mode === 'max' && pass === 'backward') {
      // As training does: the forward pass before has kept the indices.
      const { indices } = maxPool2dWithIndices(x, options);
      return () => maxPool2dBackwardFromIndices(dZ, indices, x.shape);
    }
    return pass === 'forward' ? () => pool2d(x, options, engine) : () => pool2dBackward(dZ, x, options, engine);
  }
  const options = { padding: workload.pad, stride: workload.stride };
  const geometry = conv2dGeometry(x.shape, w!.shape, options);
  switch (pass) {
    case 'forward':
      return () => conv2d(x, w!, b, options, engine);
    case 'backward':
      return () => conv2dBackward(dZ, x, w!, options, engine);
    case 'dX':
      return () => inputGradient(engine, geometry, dZ, w!);
  }
}
