/** Restricted mode: nothing is asked of a debugger in an untrusted folder, with a message. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer, type Server } from '../../../scripts/lib/server.mjs';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();
let server: Server;

beforeAll(async () => {
  server = await startServer({ vsix: inject('vsix'), trust: false, quick: true });
});
afterAll(() => server.stop());

test.each(['Step Through Variable', 'Inspect Variable', 'Toggle Follow Debugger'])(
  'an untrusted folder: %s is off, with the reason',
  async (title) => {
    const { workbench } = await open({
      files: { 'x.js': 'const x = [[1, 2]];\n' },
      open: 'x.js',
      origin: server.origin,
    });
    await workbench.distrust();
    await workbench.command(`Layer Lens: ${title}`);
    await expect
      .poll(() => workbench.notifications(), { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('only in a trusted workspace'));
    expect(await workbench.page.locator(panelFrames).count()).toBe(0);
  },
);
