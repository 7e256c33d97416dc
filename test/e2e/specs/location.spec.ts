/** *Developer: Install Extension from Location…*: the unpacked package, as a web server has it, in the browser's host. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer, type Server } from '../../../scripts/lib/server.mjs';
import { useWorkbench } from '../harness/session';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench();
const host = 'https://extensions.example';
const files = unzipSync(readFileSync(inject('vsix')));
let server: Server;

beforeAll(async () => {
  server = await startServer({ quick: true });
});
afterAll(() => server.stop());

const types: Readonly<Record<string, string>> = { json: 'application/json', js: 'text/javascript', css: 'text/css' };

/** `host` has the files of the package. Returns the paths that are asked for. */
async function serve({ page }: Workbench): Promise<string[]> {
  const asked: string[] = [];
  await page.context().route('**://extensions.example/**', (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    asked.push(path);
    const bytes = files[`extension/${path}`];
    const type = types[path.split('.').at(-1) ?? ''] ?? 'text/plain';
    return bytes
      ? route.fulfill({
          body: Buffer.from(bytes),
          headers: { 'access-control-allow-origin': '*', 'content-type': type },
        })
      : route.fulfill({ status: 404 });
  });
  return asked;
}

async function install(workbench: Workbench, location: string): Promise<void> {
  await workbench.command('Developer: Install Extension from Location...');
  await workbench.page.keyboard.type(location);
  await workbench.page.keyboard.press('Enter');
}

test('the unpacked package is installed from an https address with CORS headers, and inspects an array', async () => {
  const { workbench } = await open({
    origin: server.origin,
    files: { 'x.py': 'X = [[1, 2], [3, 4]]\n' },
    open: 'x.py',
  });
  const asked = await serve(workbench);
  await install(workbench, host);
  await expect.poll(() => asked).toContain('package.json');
  await workbench.extended();
  await workbench.selectAll();
  await workbench.command('Layer Lens: Inspect Array');
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(asked).toContain('dist/extension.js');
});

test('an http address: the policy of the page of VS Code refuses to read it', async () => {
  const { workbench } = await open({ origin: server.origin, files: { 'x.py': 'X = [1]\n' }, open: 'x.py' });
  const asked = await serve(workbench);
  const refused = workbench.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) =>
          resolve(`${event.effectiveDirective} ${event.blockedURI}`),
        );
      }),
  );
  await install(workbench, 'http://extensions.example');
  expect(await refused).toMatch(/^connect-src http:\/\/extensions\.example/);
  // The first test's package, which the server keeps, is asked for at its own address.
  expect(asked).not.toContain('package.json');
});
