/** Selections that use names defined above them, in the same document or in a notebook's cells above. */
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../extension/session/source/readSource';
import type { Segment, Surrounding, TextSource } from '../../../extension/session/source/LensSource';
import { keepSource, sourceOf } from '../../../extension/session/memento';
import { courseCase } from '../../shared/course';
import { arraysOfCall } from '../../../core/read/LayerCall';

const setUp = `import numpy as np
A_prev = np.array([[[[1.], [3.]], [[5.], [6.]], [[7.], [2.]]]])
hparameters = {"stride": 1, "f": 2}
A, cache = pool_forward(A_prev, hparameters)
`;
const call = 'dA_prev = pool_backward(np.array([[[[2.]], [[3.]]]]), cache, mode="max")\n';

function source(segments: readonly Segment[], surroundings?: readonly Surrounding[]): TextSource {
  return {
    kind: 'text',
    name: 'x.py',
    uri: 'file:///x.py',
    languageId: 'python',
    segments,
    ...(surroundings && { surroundings }),
  };
}

describe('a selection that uses names from above', () => {
  const below = { offset: setUp.length, text: call };

  it('alone holds no call', () => {
    expect(readSource(source([below])).calls).toEqual([]);
    const { errors } = readSource(source([{ offset: 0, text: 'pool_backward(dA, cache)\n' }]));
    expect(errors[0]!.message).toContain('dA');
  });

  it('is read with the text above; its call has its place in the document, and the call above is not among the calls', () => {
    const { arrays, calls, errors } = readSource(source([below], [{ offset: 0, text: setUp }]));
    expect(errors).toEqual([]);
    expect(calls.map(({ callee }) => callee)).toEqual(['pool_backward']);
    const document = setUp + call;
    expect(document.slice(...calls[0]!.range)).toMatch(/^pool_backward\(.*\)$/);
    expect([...arraysOfCall(calls[0]!)['A_prev']!.data]).toEqual([1, 3, 5, 6, 7, 2]);
    expect(arrays.find(({ name }) => name === 'dA_prev')!.array.shape).toEqual([1, 3, 2, 1]);
  });

  it('keeps the places of numbers above that its call uses', () => {
    const { arrays } = readSource(source([below], [{ offset: 0, text: setUp }]));
    const used = arrays.find(({ name }) => name === 'A_prev')!;
    expect(setUp.slice(used.ranges![6], used.ranges![7])).toBe('6.');
  });

  it('from other documents: the numbers come, places of other documents do not', () => {
    const { arrays, calls } = readSource(source([{ offset: 0, text: call }], [{ text: setUp }]));
    expect([...arraysOfCall(calls[0]!)['A_prev']!.data]).toEqual([1, 3, 5, 6, 7, 2]);
    expect(call.slice(...calls[0]!.range)).toMatch(/^pool_backward/);
    expect(arrays.map(({ name }) => name)).toEqual(['dA_prev']);
  });

  it('in order: the last definition above holds, and seeds above count', () => {
    const random = { text: 'np.random.seed(1)\nx = np.random.randn(1)\n' };
    const again = { text: 'x = np.random.randn(1)\n' };
    const { arrays } = readSource(source([{ offset: 0, text: 'y = x * 1.0\n' }], [random, again]));
    expect(arrays[0]!.array.data[0]).toBeCloseTo(-0.6117564136500754, 15);
  });

  it('errors above are not its own, and an undefined name is still reported', () => {
    const broken = 'q = unknown_thing(3)\n' + setUp;
    const read = readSource(source([{ offset: broken.length, text: call }], [{ offset: 0, text: broken }]));
    expect(read.errors).toEqual([]);
    expect(read.calls).toHaveLength(1);
    const { errors } = readSource(source([{ offset: 4, text: 'y = nobody + 1\n' }], [{ offset: 0, text: 'a=1\n' }]));
    expect(errors[0]!.message).toContain('nobody');
    expect(errors[0]!.range[0]).toBe(8);
  });

  it('between selections: what lies between them is used in its place', () => {
    const first = { offset: 0, text: 'a = np.array([[1., 2.]])\n' };
    const gap = { offset: 25, text: 'c = a * 10\n' };
    const second = { offset: 36, text: 'b = c + a\n' };
    const { arrays } = readSource(source([first, second], [gap]));
    expect(arrays.map(({ name, array }) => [name, ...array.data])).toEqual([
      ['a', 1, 2],
      ['b', 11, 22],
    ]);
  });
});

it('a selection that can be read alone is read alone, whatever is above', () => {
  const { arrays } = readSource(
    source([{ offset: 20, text: 'X = np.ones((2, 3))\n' }], [{ offset: 0, text: 'Y = np.ones((9, 9))\n' }]),
  );
  expect(arrays.map(({ name }) => name)).toEqual(['X']);
});

it('the course’s pool_backward cell, split behind its set-up into two notebook cells', () => {
  const { code, expected } = courseCase('pool_backward_max') as unknown as {
    code: string;
    expected: Record<string, { data: number[] }>;
  };
  const lines = code.trimEnd().split('\n');
  const above = lines.slice(0, -1).join('\n');
  const { arrays, calls } = readSource(source([{ offset: 0, text: lines.at(-1) }], [{ text: above }]));
  expect(calls.map(({ callee }) => callee)).toEqual(['pool_backward']);
  const [name] = Object.keys(expected);
  const result = arrays.find((each) => each.name === lines.at(-1).split(' = ')[0])!;
  expected[name!]!.data.forEach((value, index) => expect(result.array.data[index]).toBeCloseTo(value, 12));
});

it('a reload keeps what is around a selection; of a large document only the places', () => {
  const small = source([{ offset: 9, text: 'b = a' }], [{ text: 'a = 1' }, { offset: 0, text: 'c = 2\n' }]);
  const kept = keepSource(small);
  if (kept.kind !== 'text') throw new Error(kept.kind);
  expect(sourceOf(structuredClone(kept))).toEqual(small);
  const large = source(
    [{ offset: 300_000, text: 'b = a' }],
    [{ text: 'a = 1' }, { offset: 0, text: ' '.repeat(300_000) }],
  );
  expect(keepSource(large)).toMatchObject({
    kind: 'document',
    ranges: [[300_000, 300_005]],
    surroundings: [[0, 300_000]],
  });
});
