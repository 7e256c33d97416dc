/** The extension's page in VS Code, which has what its page in the marketplace will have: texts, icon, pictures, settings, changes. */
import { existsSync, readFileSync } from 'node:fs';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();

interface Manifest {
  readonly version: string;
  readonly repository: { readonly url: string };
  readonly categories: readonly string[];
}

const read = (path: string): string => readFileSync(inRoot(...path.split('/')), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const words = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const repository = manifest.repository.url.replace(/\.git$/, '');

/** Answers for the repository, whose files are those of this folder. Returns the paths that were asked for and do not exist. */
async function serveRepository(page: Page): Promise<readonly string[]> {
  const missing: string[] = [];
  await page.context().route(`${repository}/raw/HEAD/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.split('/raw/HEAD/')[1]!;
    if (existsSync(inRoot(path))) return route.fulfill({ path: inRoot(path) });
    missing.push(path);
    return route.fulfill({ status: 404 });
  });
  return missing;
}

/** The natural sizes of pictures, once all are loaded. */
async function sizesOf(pictures: Locator): Promise<readonly (readonly [number, number])[]> {
  await expect
    .poll(() => pictures.evaluateAll((all) => (all as HTMLImageElement[]).every(({ complete }) => complete)))
    .toBe(true);
  return pictures.evaluateAll((all) =>
    (all as HTMLImageElement[]).map(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight] as const),
  );
}

test('the page of the installed extension: name, icon, README with its pictures, settings and commands, changes', async () => {
  const { workbench } = await open({ files: { 'x.py': 'x = 1\n' }, size: { width: 1600, height: 1000 } });
  const { page } = workbench;
  const missing = await serveRepository(page);
  await workbench.command('View: Show Extensions');
  await page.locator('.extension-list-item', { hasText: words['displayName']! }).first().click();
  const editor = page.locator('.extension-editor');
  const header = editor.locator('.header');
  await header.locator('.name', { hasText: words['displayName']! }).waitFor();
  await expect.poll(() => header.innerText()).toContain(words['description']!);
  expect(await sizesOf(header.locator('img'))).toEqual([[256, 256]]);
  for (const text of [manifest.version, ...manifest.categories])
    await editor.getByText(text, { exact: true }).first().waitFor();

  const shown = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  await readmeIsShown(shown);
  expect(missing).toEqual([]);
  await page.screenshot({ path: 'test/output/e2e/details.png' });

  const tab = (name: string) => editor.locator('.navbar .action-label', { hasText: new RegExp(name, 'i') });
  await tab('features').click();
  for (const [feature, text] of [
    ['Commands', words['command.stepThrough']!],
    ['Settings', 'layerLens.precision'],
  ] as const) {
    await editor.locator('.monaco-list-row', { hasText: feature }).first().click();
    await editor.getByText(text, { exact: true }).first().waitFor();
  }
  await page.screenshot({ path: 'test/output/e2e/details-features.png' });
  await tab('changelog').click();
  await shown.getByRole('heading', { name: manifest.version }).waitFor();
  await page.screenshot({ path: 'test/output/e2e/details-changelog.png' });
});

async function readmeIsShown(readme: FrameLocator): Promise<void> {
  await readme.getByRole('heading', { name: 'Step in 30 seconds' }).waitFor();
  await readme.locator('li', { hasText: words['command.example']! }).waitFor();
  expect(await readme.getByText('npm start').count()).toBe(0);
  const sizes = await sizesOf(readme.locator('img'));
  expect(sizes.length).toBeGreaterThan(1);
  for (const [width] of sizes) expect(width).toBeGreaterThan(600);
}
