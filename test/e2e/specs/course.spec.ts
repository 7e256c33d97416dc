/** A case of the course from selected text to the numbers on the stage; the panel's tests have the others. */
import { expect, test } from 'vitest';
import { at, courseCase, courseText, plane } from '../harness/course';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

function expectClose(actual: (number | undefined)[][], expected: number[][]): void {
  expect(actual.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  expected.forEach((row, r) => row.forEach((value, c) => expect(actual[r]![c]).toBeCloseTo(value, 10)));
}

test('conv_backward_pad0: dA, dW and db after the last step', async () => {
  const { expected } = courseCase('conv_backward_pad0');
  const files = { 'backward.py': courseText(courseCase('conv_backward_pad0')) };
  const { workbench } = await open({ files, open: 'backward.py' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
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
