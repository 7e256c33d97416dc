/**
 * What panels that were opened and closed, and steps, have taken is given back: the host returns to within 10 % of the start; so does
 * the renderer, without what VS Code keeps of as many panels with an empty page. Commands are begun without the palette: VS Code keeps
 * its list of commands for some time, 2 MB each time (docs/decisions/0014-memory.md).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import { commandsOf } from '../harness/commandsOf';
import { panelFrames } from '../harness/Panel';
import { probeRuns, usedByHost } from '../harness/probe';
import { useWorkbench, type OpenedWorkbench } from '../harness/session';
import { testExtension } from '../harness/testExtension';
import type { Workspace } from '../harness/workspace';

const open = useWorkbench({ shared: 'in any file' });

/** `npm run e2e -- --large memory` takes minutes. */
const large = process.env['LAYER_LENS_LARGE'] !== undefined;
const count = 200;
const steps = 10_000;
/** Collections of one measurement, a second apart: VS Code lets go of what it closed within some seconds. */
const collections = 12;
/** Panels of each kind after which caches of VS Code and of the extension are filled. */
const first = 20;

const program =
  'import numpy as np\nnp.random.seed(1)\nx = np.random.randn(1, 32, 32, 4)\nW = np.random.randn(3, 3, 4, 8)\n';

/** The text is open and selected; the panels that follow are closed one by one, so that no editor is made again. */
const prepare = { file: 'memory.py', selections: [[0, 0, 4, 0]], opened: true } as const;
const own = 'layerLens.stepThroughConvolution';
const empty = 'layerLensTest.openEmptyPanel';
const closing = 'workbench.action.closeActiveEditor';

/** Events of the probe's file come so often that VS Code would keep all of them: it waits for a pause between them. */
const settings = { 'files.watcherExclude': { '**/.vscode/probe.json*': true } };
const options = { ...testExtension({ 'memory.py': program }), open: 'memory.py', settings };

test.skipIf(!large)(
  `${count} panels opened and closed, and as many empty ones`,
  async () => {
    const opened = await open(options);
    const { workbench, workspace } = opened;
    await probeRuns(workspace);
    await workbench.extended();
    const session = await workbench.page.context().newCDPSession(workbench.page);
    await session.send('HeapProfiler.enable');
    await openAndClose(opened, empty, first);
    await openAndClose(opened, own, first);
    const start = await taken(session, workspace);
    const grown = { [empty]: 0, [own]: 0 };
    let before = start;
    // Half of the empty ones before and half after: what decreases with time is in both.
    for (const [command, panels] of [
      [empty, count / 2],
      [own, count],
      [empty, count / 2],
    ] as const) {
      await openAndClose(opened, command, panels);
      const after = await taken(session, workspace);
      show(`${panels} of ${command}`, before, after);
      grown[command] += after.renderer - before.renderer;
      before = after;
    }
    expect(before.host).toBeLessThan(1.1 * start.host);
    expect(grown[own] - grown[empty]).toBeLessThan(0.1 * start.renderer);
  },
  1_800_000,
);

test.skipIf(!large)(
  `${steps} steps played`,
  async () => {
    const opened = await open(options);
    const { workbench, workspace } = opened;
    await probeRuns(workspace);
    await workbench.extended();
    const session = await workbench.page.context().newCDPSession(workbench.page);
    await session.send('HeapProfiler.enable');
    await openAndStep(opened, 1000);
    const before = await taken(session, workspace);
    await openAndStep(opened, steps / 2, 2);
    const after = await taken(session, workspace);
    show(`${steps} steps`, before, after);
    expectReturned(before, after);
  },
  900_000,
);

/** Steps through a layer of 7,200 steps from its start, as quickly as each is drawn, and closes its panel. */
async function openAndStep({ workbench, workspace }: OpenedWorkbench, count: number, times = 1): Promise<void> {
  const ask = await commandsOf(workspace);
  expect(await ask({ prepare })).toBeUndefined();
  await ask({ command: own });
  const panel = await workbench.panel();
  for (let time = 0; time < times; time++) {
    await panel.click('first');
    await panel.body.evaluate(async (body, last) => {
      const forward = body.querySelector<HTMLElement>('[data-action=forward]')!;
      for (let t = 1; t <= last; t++) {
        forward.click();
        while (Number(body.dataset['t']) < t) await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }, count);
    expect((await panel.position()).t).toBe(count);
  }
  await ask({ command: closing });
  expect(await ask({ prepare: { opened: false } })).toBeUndefined();
  await workbench.page.locator(panelFrames).first().waitFor({ state: 'detached' });
}

interface Taken {
  readonly host: number;
  readonly renderer: number;
}

function show(work: string, before: Taken, after: Taken): void {
  const shown = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  for (const name of ['host', 'renderer'] as const)
    console.log(`${work}, ${name}: ${shown(before[name])}, then ${shown(after[name])}`);
}

function expectReturned(before: Taken, after: Taken): void {
  expect(after.host).toBeLessThan(1.1 * before.host);
  expect(after.renderer).toBeLessThan(1.1 * before.renderer);
}

async function openAndClose(
  { workbench, workspace }: OpenedWorkbench,
  command: typeof own | typeof empty,
  panels: number,
): Promise<void> {
  const ask = await commandsOf(workspace);
  expect(await ask({ prepare })).toBeUndefined();
  for (let k = 0; k < panels; k++) {
    await ask({ command });
    if (command === own) await workbench.panel();
    const frame = workbench.page.locator('iframe.webview.ready').first();
    await frame.waitFor();
    await ask({ command: closing });
    expect(await ask({ prepare: { opened: false } })).toBeUndefined();
    await frame.waitFor({ state: 'detached' });
  }
}

/** Bytes that host and renderer still refer to: the fewest after a fixed number of collections. */
async function taken(session: CDPSession, workspace: Workspace): Promise<Taken> {
  let renderer = Infinity;
  for (let k = 0; k < collections; k++) {
    await session.send('HeapProfiler.collectGarbage');
    renderer = Math.min(renderer, (await session.send('Runtime.getHeapUsage')).usedSize);
    await pause(1000);
  }
  return { host: await usedByHost(workspace), renderer };
}
