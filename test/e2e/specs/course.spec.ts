/** The course's cases from selected text to the numbers on the stage, forward and backward. */
import { expect, test } from 'vitest';
import { at, courseCase, courseText, plane, type Nested } from '../harness/course';
import type { Panel } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });
const convolution = 'Layer Lens: Step Through Convolution';
const pooling = 'Layer Lens: Step Through Pooling';

async function stepThrough(name: string, command: string): Promise<Panel> {
  const { workbench } = await open({ files: { [`${name}.py`]: courseText(courseCase(name)) }, open: `${name}.py` });
  await workbench.selectAll();
  await workbench.command(command);
  const panel = await workbench.panel();
  if (name.includes('average')) await panel.choose('mode', 'average');
  return panel;
}

/** A step in the course's order: example, row, column, channel. */
function stepOf({ shape }: Nested, i: number, h: number, w: number, c: number): number {
  const [, rows = 0, cols = 0, channels = 0] = shape;
  return ((i * rows + h) * cols + w) * channels + c;
}

function expectClose(actual: (number | undefined)[][], expected: number[][]): void {
  expect(actual.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  expected.forEach((row, r) => row.forEach((value, c) => expect(actual[r]![c]).toBeCloseTo(value, 10)));
}

test.each([
  ['conv_forward', convolution, 'Z'],
  ['pool_forward_max_stride1', pooling, 'A'],
  ['pool_forward_average_stride2', pooling, 'A'],
])('%s: the cell of each step and the last plane hold the course’s values', async (name, command, output) => {
  const expected = courseCase(name).expected[output]!;
  const [batch = 0, rows = 0, cols = 0, channels = 0] = expected.shape;
  const panel = await stepThrough(name, command);
  expect(await panel.position()).toEqual({ t: 0, count: batch * rows * cols * channels });
  for (const [i, h, w, c] of [
    [0, 0, 0, 0],
    [0, rows - 1, 0, channels - 1],
    [1, 0, cols - 1, 1],
    [batch - 1, rows - 1, cols - 1, channels - 1],
  ] as const) {
    await panel.seek(stepOf(expected, i, h, w, c));
    const shown = await panel.values('z');
    expect(shown[h]![w]).toBeCloseTo(at(expected, i, h, w, c), 10);
    if (w + 1 < cols) expect(shown[h]![w + 1]).toBeUndefined();
  }
  expectClose(await panel.values('z'), plane(expected, batch - 1, channels - 1));
});

test.each(['pool_backward_max', 'pool_backward_average', 'pool_backward_max_stride2_f3'])(
  '%s: dA_prev after the last steps of an example',
  async (name) => {
    const { expected, inputs } = courseCase(name);
    const dA = inputs['dA'] as Nested;
    const result = expected['dA_prev'] ?? expected['dA_prev_correct']!;
    const [, rows = 0, cols = 0, channels = 0] = dA.shape;
    const panel = await stepThrough(name, pooling);
    for (let c = 0; c < channels; c++) {
      await panel.seek(stepOf(dA, 1, rows - 1, cols - 1, c));
      expectClose(await panel.values('dX'), plane(result, 1, c));
    }
  },
);

test('conv_backward_pad0: dA, dW and db after the last step', async () => {
  const { expected } = courseCase('conv_backward_pad0');
  const panel = await stepThrough('conv_backward_pad0', convolution);
  await panel.click('last');
  const dA = expected['dA']!;
  const dW = expected['dW']!;
  const [batch = 0] = dA.shape;
  const [kernelRows = 0, kernelCols = 0, , filters = 0] = dW.shape;
  expectClose(await panel.values('dX'), plane(dA, batch - 1, 0));
  expectClose(
    await panel.values('dW'),
    Array.from({ length: kernelRows }, (_, row) =>
      Array.from({ length: kernelCols }, (__, col) => at(dW, row, col, 0, filters - 1)),
    ),
  );
  expectClose(await panel.values('db'), [[at(expected['db']!, 0, 0, 0, filters - 1)]]);
});
