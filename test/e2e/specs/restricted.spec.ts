/** Restricted mode: in an untrusted folder, arrays in text are still stepped through. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer, type Server } from '../../../scripts/lib/server.mjs';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();
let server: Server;

beforeAll(async () => {
  server = await startServer({ vsix: inject('vsix'), trust: false, quick: true });
});
afterAll(() => server.stop());

test('an untrusted folder: the panel works', async () => {
  const text = 'X = [[1, 2, 3, 4], [5, 6, 7, 8]]\n';
  const { workbench } = await open({ files: { 'x.py': text }, open: 'x.py', place: '1:8', origin: server.origin });
  await workbench.distrust();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[6, 8]]);
});
