/** Factors of a product are written below an equation as in the cells of its maps: whole numbers of an array of whole numbers. */
import { expect, test } from 'vitest';
import { createStepper, ndarray } from '../../../../core';
import { plainText } from '../../../../webview/words/plainText';

const layer = {
  kind: 'conv',
  x: ndarray([1, 2, 3, 1], Float64Array.of(0.5, 1, 1.5, 2, 2.5, 3)),
  w: ndarray([2, 2, 1, 1], Float64Array.of(-1, 2, 0, 1)),
  b: undefined,
  options: {},
} as const;
const view = { channel: 0, filter: 0, granularity: 'window' } as const;

test('a filter of whole numbers', () => {
  const stepper = createStepper({ ...layer, pass: 'forward' });
  const { stage } = stepper.frame(0, view);
  expect(plainText(stage[0]!.lines[0]!, 2)).toMatch(/^Z\[0, 0, 0, 0\] = 0\.50 · −1 \+ 1\.00 · 2 \+ 2\.00 · 0 \+ /);
  const { lines } = stepper.explain({ map: 'x', row: 0, col: 0 }, 0, view)!;
  expect(lines.map((each) => plainText(each, 2)).join('\n')).toMatch(/ = −1$/m);
});

test('its gradient: the weight is whole, dZ is not', () => {
  const stepper = createStepper({ ...layer, pass: 'backward', dZ: ndarray([1, 1, 2, 1], Float64Array.of(0.25, 1)) });
  const [input, filter] = stepper.frame(0, view).stage.map(({ lines }) => plainText(lines[0]!, 2));
  expect(input).toContain('0 + −1 · 0.25 = −0.25');
  expect(filter).toContain('0 + 0.50 · 0.25 = ');
});
