/** Restricted mode: in an untrusted folder, arrays in text are still stepped through, and nothing is asked of a debugger. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer, type Server } from '../../../scripts/lib/server.mjs';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';
import type { Workbench } from '../harness/Workbench';

const openTrusting = useWorkbench({ shared: 'in any file' });
let server: Server;
/** The window whose folder is not trusted. */
let distrusting: Workbench | undefined;

beforeAll(async () => {
  server = await startServer({ vsix: inject('vsix'), trust: false, quick: true });
});
afterAll(() => server.stop());

/** VS Code asks once per window. */
async function open(file: string, text: string, place?: string): Promise<Workbench> {
  const files = { [file]: text };
  const { workbench } = await openTrusting({ files, open: file, origin: server.origin, ...(place && { place }) });
  if (workbench !== distrusting) await workbench.distrust();
  distrusting = workbench;
  return workbench;
}

test('an untrusted folder: the panel works', async () => {
  const workbench = await open('x.py', 'X = [[1, 2, 3, 4], [5, 6, 7, 8]]\n', '1:8');
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[6, 8]]);
});

test('an untrusted folder: what asks a debugger is off, with the reason', async () => {
  const workbench = await open('x.js', 'const x = [[1, 2]];\n');
  const refused = () => workbench.notifications.texts().then((all) => all.filter((text) => text.includes('trusted')));
  for (const title of ['Step Through Variable', 'Inspect Variable', 'Toggle Follow Debugger']) {
    await workbench.command(`Layer Lens: ${title}`);
    await expect.poll(refused, { message: title }).toEqual([expect.stringContaining('only in a trusted workspace')]);
    await workbench.notifications.closeAll();
    await expect.poll(refused, { message: title }).toEqual([]);
  }
  expect(await workbench.page.locator(panelFrames).count()).toBe(0);
});
