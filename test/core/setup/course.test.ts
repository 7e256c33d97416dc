/** The course's test cells, selected unchanged: the layer that opens gives what the course expects. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  parseArrays,
  pool2d,
  pool2dBackward,
  zeroPad,
  type Layer,
  type NdArray,
} from '../../../core/index';
import { setUpLayer } from '../../../core/setup/setUpLayer';

interface CourseCase {
  readonly name: string;
  readonly code: string;
  readonly expected: Readonly<Record<string, { shape: number[]; data: number[] } | number>>;
}

const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/course/cases.json'), 'utf8')) as {
  cases: CourseCase[];
};

/** What the course calls the results of a layer. */
const resultNames: Readonly<Record<string, readonly string[]>> = {
  z: ['Z', 'A', 'x_pad'],
  dX: ['dA', 'dA_prev', 'dA_prev_correct', 'a'],
  dW: ['dW'],
  db: ['db'],
};

describe('the course’s cells', () => {
  it('are all here', () => expect(cases).toHaveLength(31));

  // The reader takes the shape of distribute_value(-1.5, (2, 3)) for an array until its call is recognised.
  it.each(cases.filter(({ name }) => name.startsWith('create_mask')))('$name', ({ code, expected }) => {
    const { layer } = setUpLayer(parseArrays(code, { languageId: 'python' }), undefined);
    const mask = Object.values(expected)[0] as { data: (number | boolean)[] };
    expect([...resultsOf(layer)['dX']!.data]).toEqual(mask.data.map(Number));
  });

  it.each(cases.filter(({ name }) => !name.startsWith('create_mask')))('$name', ({ code, expected }) => {
    const { layer } = setUpLayer(parseArrays(code, { languageId: 'python' }), undefined);
    let compared = 0;
    for (const [role, result] of Object.entries(resultsOf(layer))) {
      const name = resultNames[role]!.find((each) => each in expected);
      const right = name === undefined ? undefined : expected[name];
      if (right === undefined) continue;
      const data = typeof right === 'number' ? [right] : right.data;
      expect(result.data).toHaveLength(data.length);
      result.data.forEach((value, index) => expect(value).toBeCloseTo(data[index]!, 12));
      compared++;
    }
    expect(compared).toBeGreaterThan(0);
  });
});

function resultsOf(layer: Layer): Record<string, NdArray> {
  switch (layer.kind) {
    case 'pad':
      return { z: zeroPad(layer.x, layer.pad) };
    case 'pool':
      if (layer.pass === 'forward') return { z: pool2d(layer.x, layer.options) };
      return { dX: pool2dBackward(layer.dZ!, layer.x, layer.options) };
    case 'conv':
      if (layer.pass === 'forward') return { z: conv2d(layer.x, layer.w, layer.b, layer.options) };
      return conv2dBackward(layer.dZ!, layer.x, layer.w, layer.options);
    default:
      throw new Error(`no course case of kind ${layer.kind}`);
  }
}
