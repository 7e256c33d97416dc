/** The cell whose addition is seen below the equations of a gradient. */
import { expect, test } from 'vitest';
import { createStepper, ndarray } from '../../../../../core';
import type { Span } from '../../../../../core/step/Frame';

const counted = (shape: readonly number[]) =>
  ndarray(
    shape,
    Float64Array.from({ length: shape.reduce((all, each) => all * each, 1) }, (_, k) => k + 1),
  );

test.each([
  ['the first window of a 4×5 input with pad 1: its first cell over the input', 1, 0, '[1, 1]: ', '[1, 1]: '],
  ['a window without padding: its first cell', 0, 0, '[0, 0]: ', '[0, 0]: '],
  ['a window in the padding alone: its first cell', 3, 0, '[0, 0]: ', '[0, 0]: '],
  ['the first window of the second row', 1, 5, '[1, 1]: ', '[0, 1]: '],
])('%s', (_, padding, t, input, filter) => {
  const [rows, cols] = [4 + 2 * padding - 1, 5 + 2 * padding - 2];
  const layer = {
    kind: 'conv',
    pass: 'backward',
    x: counted([1, 4, 5, 1]),
    w: counted([2, 3, 1, 1]),
    b: undefined,
    dZ: counted([1, rows, cols, 1]),
    options: { padding },
  } as const;
  const { stage } = createStepper(layer).frame(t, { channel: 0, filter: 0, granularity: 'window' });
  const firstOf = ({ lines }: (typeof stage)[number]): Span => lines[0]!.spans[0]!;
  expect(stage.map(firstOf)).toMatchObject([{ text: input }, { text: filter }]);
});
