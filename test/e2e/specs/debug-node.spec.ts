/** A Node program stopped at a breakpoint by VS Code's own js-debug: its arrays are stepped through and followed. */
import { expect, test } from 'vitest';
import { breakAt, goOn, launchFile, start, stop, variableMenu } from '../harness/debug';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();
const launch = launchFile({ type: 'node', program: '${workspaceFolder}/layer.js' });

const program = `const A_prev = [[1, 5, 2, 0], [3, 4, 8, 6]];
const params = { W1: [[1, 0], [0, -1]] };
const typed = Float32Array.from({ length: 70000 }, (_, k) => k / 8);
const view = typed.subarray(8, 12);
const rows = [Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)];
const long = Array.from({ length: 30000 }, (_, k) => k);
for (let k = 0; k < 3; k++) {
  A_prev[0][1] += k;
  console.log(A_prev, params, typed, view, rows, long);
}
`;

test('a Node program: pooling from the Variables view, convolution from the cursor, exact typed arrays, follow', async () => {
  const { workbench } = await open({ files: { 'layer.js': program, ...launch }, open: 'layer.js' });
  await breakAt(workbench, 9);
  await start(workbench, 9);

  await variableMenu(workbench, 'A_prev', 'Step Through Variable: Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[5, 8]]);

  await workbench.cursorTo(2, 18);
  await workbench.command('Layer Lens: Step Through Variable: Convolution');
  await expect.poll(() => panel.values('w')).toEqual([
    [1, 0],
    [0, -1],
  ]);
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[-3, -3, -4]]);

  await goOn(workbench, 9);
  await panel.choose('follow', 'follow the debugger');
  await goOn(workbench, 9);
  await expect.poll(() => panel.values('x')).toEqual([
    [1, 8, 2, 0],
    [3, 4, 8, 6],
  ]);
  await stop(workbench);
});
