/** Work and memory of a text are bounded. */
import { expect, it } from 'vitest';
import { evaluateCounted, evaluatePython } from '../../../../core/read/python/evaluatePython';
import { MAX_WORK } from '../../../../core/read/python/runtime/Context';
import { arraysOfCall } from '../../../../core/read/LayerCall';

function messages(text: string): string[] {
  return evaluatePython(text).errors.map(({ message }) => message);
}

it.each([
  ['x = np.zeros((10**6, 10**6))', /1000000000000/],
  ['x = 10**10**10', /beyond 2\^53/],
  ['x = 10.0**10**10\ny = np.ones(int(x))', /OverflowError/],
  ['for i in range(1000000):\n    x = i', /1000000 steps/],
  ['x = np.arange(10**9)', /1000000000/],
  ['x = np.ones((3000, 3000)) @ np.ones((3000, 3000))', /operations/],
  ['x = [0] * 10**9', /1000000000/],
  ['x = np.ones(10**7)\ny = x[:, None] * x', /100000000000000/],
  ['x = np.pad(np.ones((10, 10)), 10**7)', /numbers/],
  [
    'x = np.ones((1, 1024, 1024, 64))\nW = np.ones((3, 3, 64, 64))\nb = np.ones(64)\nZ, c = conv_forward(x, W, b, {"stride": 1, "pad": 1})',
    /numbers/,
  ],
  ['x = np.random.randn(10**5, 10**5)', /10000000000/],
  ['x = [1] * 1000\ny = [x] * 1000\nz = [y] * 1000\nw = [z] * 1000', /operations|numbers/],
  ['x = [1] * 1000\ny = [x] * 1000\nz = np.array([y] * 200)', /would hold 200000000 numbers/],
  ['while True: x = 1', /operations/],
  ['for i in range(100000):\n    for j in range(100000):\n        x = 1', /operations/],
  ['s = "ab"\nfor i in range(60):\n    s = s + s', /16777216 characters/],
  ['x = np.broadcast_to(1, (10**4, 10**4))', /100000000/],
])('%s', (text, message) => {
  const { result, work } = evaluateCounted(text.slice(0, 100_000));
  expect(result.errors.map((error) => error.message).join('\n')).toMatch(message);
  expect(work).toBeLessThanOrEqual(2 * MAX_WORK);
});

it.each([
  ['brackets', `x = ${'('.repeat(50_000)}1${')'.repeat(50_000)}`],
  ['signs', `x = ${'-'.repeat(3000)}1`],
  ['blocks', Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}if 1:\n`).join('') + ' '.repeat(60) + 'x = 1'],
])('deep %s', (_, text) => {
  expect(messages(text).join()).toMatch(/deep|not Python/);
});

it('a book of prose is not parsed further, line by line', () => {
  expect(messages('Many words are here (and [some brackets.\n'.repeat(4000))).toEqual([
    'this is not Python code and is not used',
  ]);
});

it('a layer too large to compute is still a call with its arguments', () => {
  const { calls, errors } = evaluatePython(
    'x = np.ones((8, 128, 128, 16))\nZ, c = conv_forward(x, np.ones((9, 9, 16, 64)), np.ones(64), {"stride": 1, "pad": 1})\n',
  );
  expect(arraysOfCall(calls[0]!)['A_prev']!.shape).toEqual([8, 128, 128, 16]);
  expect(errors.length).toBe(1);
});

it('an expensive statement leaves work for those below it', () => {
  const tooLong = 'for i in range(100000):\n    for j in range(100000):\n        x = 1\n';
  const { arrays, errors } = evaluatePython(`${tooLong.repeat(3)}import numpy as np\ny = np.ones((2, 3))\n`);
  expect(arrays.map(({ name }) => name)).toEqual(['y']);
  expect(errors.every(({ message }) => /^this would take \d+ operations/.test(message))).toBe(true);
});
