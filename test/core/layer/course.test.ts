/** The 31 cases of the course's assignment, at 1e-12. */
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  convSingleStep,
  createMaskFromWindow,
  distributeValue,
  pool2d,
  pool2dBackward,
  zeroPad,
  type NdArray,
  type Pool2dOptions,
} from '../../../core/index';
import { engines } from './engines';
import type { Engine } from '../../../core/layer/engine/Engine';
import { expectClose, readFixture, toArray, type StoredArray } from './fixtures';

interface HyperParameters {
  readonly pad?: number;
  readonly stride: number;
  readonly f?: number;
}

interface CourseCase {
  readonly name: string;
  readonly function: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, StoredArray>>;
}

const { cases } = readFixture<{ cases: CourseCase[] }>('course/cases.json');

test('the course has 31 cases', () => expect(cases).toHaveLength(31));

describe.each(engines)('the course on $name', (engine) => {
  for (const each of cases) {
    test(each.name, () => {
      const results = run(each, engine);
      expect(Object.keys(results).length).toBeGreaterThan(0);
      for (const [name, result] of Object.entries(results)) {
        const expected = each.expected[name];
        expect(expected, name).toBeDefined();
        expectClose(result, toArray(expected!), 1e-12);
      }
    });
  }
});

function run({ function: name, inputs, expected }: CourseCase, engine: Engine): Record<string, NdArray> {
  const array = (key: string): NdArray => toArray(inputs[key] as StoredArray);
  const hyper = inputs.hparameters as HyperParameters;
  switch (name) {
    case 'zero_pad':
      return { x_pad: zeroPad(array('x'), inputs.pad as number) };
    case 'conv_single_step':
      return { Z: scalar(convSingleStep(array('a_slice_prev'), array('W'), array('b'))) };
    case 'conv_forward':
      return {
        Z: conv2d(array('A_prev'), array('W'), array('b'), { stride: hyper.stride, padding: hyper.pad! }, engine),
      };
    case 'conv_backward': {
      const options = { stride: hyper.stride, padding: hyper.pad! };
      const dZ = 'Z' in expected ? array('dZ') : conv2d(array('A_prev'), array('W'), array('b'), options, engine);
      const { dX, dW, db } = conv2dBackward(dZ, array('A_prev'), array('W'), options, engine);
      return { dA: dX, dW, db };
    }
    case 'pool_forward':
      return { A: pool2d(array('A_prev'), poolOptions(inputs), engine) };
    case 'pool_backward': {
      const dX = pool2dBackward(array('dA'), array('A_prev'), poolOptions(inputs), engine);
      return { ['dA_prev' in expected ? 'dA_prev' : 'dA_prev_correct']: dX };
    }
    case 'create_mask_from_window':
      return { mask: createMaskFromWindow(array('x')) };
    case 'distribute_value':
      return { a: distributeValue(scalarOf(inputs.dz), pairOf(inputs.shape)) };
    default:
      throw new Error(`no such function in the course: ${name}`);
  }
}

function poolOptions(inputs: CourseCase['inputs']): Pool2dOptions {
  const { f, stride } = inputs.hparameters as HyperParameters;
  return { mode: inputs.mode as 'max' | 'average', kernel: f!, stride };
}

function scalar(value: number): NdArray {
  return { shape: [], data: Float64Array.of(value) };
}

function scalarOf(input: unknown): number {
  return typeof input === 'number' ? input : toArray(input as StoredArray).data[0]!;
}

function pairOf(input: unknown): [number, number] {
  return (input as { tuple: [number, number] }).tuple;
}
