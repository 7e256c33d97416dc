/** What panels that were opened and closed have taken is given back: host and renderer return to within 10 % of the start. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { probeRuns, usedByHost } from '../harness/probe';
import { useWorkbench } from '../harness/session';
import { testExtension } from '../harness/testExtension';
import type { Workbench } from '../harness/Workbench';
import type { Workspace } from '../harness/workspace';

const open = useWorkbench({ shared: 'in any file' });

/** `npm run e2e -- --large memory` takes minutes. */
const large = process.env['LAYER_LENS_LARGE'] !== undefined;
const count = 200;
/** Panels between two measurements: each gives what panels until then have taken. */
const batch = 40;
const steps = 10_000;
/** Collections of one measurement, a second apart: VS Code lets go of what it closed within some seconds. */
const collections = 12;
/** Panels after which caches of VS Code and of the extension are filled. */
const first = 20;

const program =
  'import numpy as np\nnp.random.seed(1)\nx = np.random.randn(1, 32, 32, 4)\nW = np.random.randn(3, 3, 4, 8)\n';

test.skipIf(!large)(
  `${count} panels opened and closed`,
  async () => {
    const { workbench, workspace } = await open({ ...testExtension({ 'memory.py': program }), open: 'memory.py' });
    await probeRuns(workspace);
    await workbench.extended();
    await workbench.selectAll();
    const session = await workbench.page.context().newCDPSession(workbench.page);
    await session.send('HeapProfiler.enable');
    await openAndClose(workbench, first);
    const before = await taken(session, workspace);
    let after = before;
    for (let panels = batch; panels <= count; panels += batch) {
      await openAndClose(workbench, batch);
      after = await taken(session, workspace);
      show(`${panels} panels`, before, after);
    }
    expectReturned(before, after);
  },
  900_000,
);

test.skipIf(!large)(
  `${steps} steps played`,
  async () => {
    const { workbench, workspace } = await open({ ...testExtension({ 'memory.py': program }), open: 'memory.py' });
    await probeRuns(workspace);
    await workbench.extended();
    await workbench.selectAll();
    const session = await workbench.page.context().newCDPSession(workbench.page);
    await session.send('HeapProfiler.enable');
    await openAndStep(workbench, 1000);
    const before = await taken(session, workspace);
    await openAndStep(workbench, steps / 2, 2);
    const after = await taken(session, workspace);
    show(`${steps} steps`, before, after);
    expectReturned(before, after);
  },
  900_000,
);

/** Steps through a layer of 7,200 steps from its start, as quickly as each is drawn, and closes its panel. */
async function openAndStep(workbench: Workbench, count: number, times = 1): Promise<void> {
  await workbench.command('Layer Lens: Step Through Convolution');
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
  await workbench.command('View: Close Editor');
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

async function openAndClose(workbench: Workbench, panels: number): Promise<void> {
  const frames = workbench.page.locator(panelFrames);
  for (let k = 0; k < panels; k++) {
    await workbench.command('Layer Lens: Step Through Convolution');
    await workbench.panel();
    await workbench.command('View: Close Editor');
    await frames.first().waitFor({ state: 'detached' });
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
