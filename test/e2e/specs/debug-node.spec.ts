/** A Node program stopped at a breakpoint by VS Code's own js-debug: its arrays are stepped through, inspected and followed. */
import { expect, test } from 'vitest';
import { breakAt, debugConsole, follow, goOn, launchFile, start, stepOver, stop, variableMenu } from '../harness/debug';
import type { Panel } from '../harness/Panel';
import { useWorkbench } from '../harness/session';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench({ shared: 'in file' });
const launch = launchFile({ type: 'node', program: '${file}' });
const settings = { 'layerLens.maxElements': 1_000_000 };

const program = `function layer(A_prev, params, typed, view, rows, long, big) {
  A_prev[0][1] += 3 * params.W1[0][0];
  return A_prev;
}
const A_prev = [[1, 5, 2, 0], [3, 4, 8, 6]];
const params = { W1: [[1, 0], [0, -1]] };
const typed = Float32Array.from({ length: 70000 }, (_, k) => k / 8);
const rows = [Float64Array.of(1, 2, NaN), Float64Array.of(4, -Infinity, 6)];
const long = Array.from({ length: 30000 }, (_, k) => [k, k / 2]);
const big = new Array(1500).fill(new Array(2000).fill(0));
for (let k = 0; k < 3; k++) {
  layer(A_prev, params, typed, typed.subarray(8, 12), rows, long, big);
}
`;

test('a Node program: pooling from the Variables view, convolution from the cursor, then followed; long and typed arrays', async () => {
  const { workbench } = await open({ files: { 'layer.js': program, ...launch }, settings, open: 'layer.js' });
  await breakAt(workbench, 2);
  await start(workbench, 2);

  await variableMenu(workbench, 'A_prev', 'Step Through Variable: Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[5, 8]]);

  await workbench.cursorTo(2, 31);
  await workbench.command('Layer Lens: Step Through Variable: Convolution');
  await expect.poll(() => panel.mapIds()).toContain('w');
  expect(await panel.values('w')).toEqual([
    [1, 0],
    [0, -1],
  ]);
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[-3, -3, -4]]);

  await follow(workbench, panel);
  await stepOver(workbench, 3);
  await expect
    .poll(() => panel.values('x'))
    .toEqual([
      [1, 8, 2, 0],
      [3, 4, 8, 6],
    ]);
  expect(await panel.values('z')).toEqual([[-3, 0, -4]]);
  expect(await panel.position()).toEqual({ t: 2, count: 3 });
  await goOn(workbench, 2);
  await stepOver(workbench, 3);
  await expect.poll(() => panel.values('z')).toEqual([[-3, 3, -4]]);
  await longAndTyped(workbench);
  await stop(workbench);
  expect(workbench.problems.list()).toEqual([]);
});

/** Typed arrays come exact, long arrays whole, too large ones are refused with their size. */
async function longAndTyped(workbench: Workbench): Promise<void> {
  const inspect = async (column: number) => {
    await workbench.cursorTo(1, column);
    await workbench.command('Layer Lens: Inspect Variable');
  };

  await inspect(program.indexOf('view') + 1);
  await expect.poll(() => workbench.page.locator('.tab', { hasText: 'view' }).count()).toBe(1);
  let panel = await workbench.panel();
  await expect.poll(() => panel.values('array')).toEqual([[1, 1.125, 1.25, 1.375]]);

  await inspect(program.indexOf('rows') + 1);
  await expect.poll(() => workbench.page.locator('.tab', { hasText: 'rows' }).count()).toBe(1);
  panel = await workbench.panel();
  await expect
    .poll(() => panel.values('array'))
    .toEqual([
      [1, 2, NaN],
      [4, -Infinity, 6],
    ]);

  await inspect(program.indexOf('typed') + 1);
  panel = await workbench.panel();
  await expect.poll(() => shown(panel)).toContain('typed (70000,) Float32Array');
  expect(await shown(panel)).toMatch(/min 0 .*max 8749\.88 /);

  await inspect(program.indexOf('long') + 1);
  panel = await workbench.panel();
  await expect.poll(() => shown(panel)).toContain('long (30000, 2)');
  expect(await shown(panel)).toMatch(/min 0(\.00)? .*max 29999(\.00)? /);

  await inspect(program.indexOf('big') + 1);
  await expect
    .poll(() => workbench.notifications.texts())
    .toContainEqual(expect.stringContaining('big (1500, 2000) holds 3000000 numbers, more than the limit of 1000000'));
}

/** Getters and traps that record each call. */
const counting = `const calls = [];
const o = { get W() { calls.push('W'); return [[9]]; }, x: [[1, 2]] };
const row = Object.defineProperty([1, 2], 1, { get: () => calls.push('1'), enumerable: true });
const proxy = new Proxy([1, 2], { get: (array, key) => (calls.push('trap'), array[key]) });
const once = { get weight() { calls.push('weight'); return [[1, 2], [3, 4]]; } };
console.log('called: ' + calls.join());
console.log(o, row, proxy, once.weight.length);
`;

test('no getter and no trap of the program is called, except the one that is asked for, once; each refusal is shown', async () => {
  const { workbench } = await open({ files: { 'getters.js': counting, ...launch }, settings, open: 'getters.js' });
  await breakAt(workbench, 6);
  await start(workbench, 6);
  await workbench.notifications.setClock(1 / 12);
  const inspect = async (column: number) => {
    await workbench.cursorTo(7, column);
    await workbench.command('Layer Lens: Inspect Variable');
  };
  await inspect(13);
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([[1, 2]]);
  await inspect(16);
  await expect
    .poll(() => workbench.notifications.texts())
    .toContainEqual(expect.stringContaining('row[1] is computed by a getter'));
  await inspect(21);
  await expect.poll(() => workbench.notifications.texts()).toContainEqual(expect.stringContaining('proxy is a Proxy'));
  await inspect(33);
  await expect
    .poll(async () => (await workbench.panel()).values('array'))
    .toEqual([
      [1, 2],
      [3, 4],
    ]);
  await stepOver(workbench, 7);
  await expect.poll(() => debugConsole(workbench)).toMatch(/called: weight(?!,)/);
  await stop(workbench);
});

/** The panel's text, with ordinary spaces. */
async function shown(panel: Panel): Promise<string> {
  return (await panel.body.innerText()).replace(/\s+/g, ' ');
}
