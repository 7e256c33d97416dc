/** `layer-lens render`: pictures and pages of scenes. Formats that need a browser are in test/webview/browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { colorMapChoices } from '../../../core/color/colorMaps';
import { render } from '../../../scripts/cli/render.mjs';

const root = join(import.meta.dirname, '../../..');
const scene = join(root, 'scenes/05-two-filters.layerlens.json');
let folder: string;

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'layer-lens-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/cli/layer-lens.mjs'), 'render', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
/** Without a process of its own. */
async function draw(name: string, ...args: string[]): Promise<number> {
  const logged = vi.spyOn(console, 'log').mockReturnValue();
  try {
    return await render([scene, '-o', join(folder, name), ...args]);
  } finally {
    logged.mockRestore();
  }
}
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

test('an SVG of the scene’s step, or of a chosen one, in both languages', async () => {
  const { status, stdout, stderr } = run(scene, '-o', 'a.svg');
  expect([status, stdout, stderr]).toEqual([0, 'a.svg\n', '']);
  expect(text('a.svg')).toContain('step 1 / 18');
  expect(await draw('b.svg', '--steps', '4', '--light', '--language', 'zh-cn')).toBe(0);
  expect(text('b.svg')).toContain('4 / 18');
  expect(text('b.svg')).toContain('通道 2');
  expect(text('b.svg')).not.toBe(text('a.svg'));
});

test('a page that plays the steps', async () => {
  expect(await draw('a.html', '--steps', '1-6')).toBe(0);
  expect(text('a.html')).toMatch(/^<!DOCTYPE html>/);
  expect(text('a.html').length).toBeLessThan(300_000);
  expect(await draw('a.ipynb', '--steps', '1-6')).toBe(0);
  const { cells } = JSON.parse(text('a.ipynb')) as {
    cells: { cell_type: string; outputs: { data: Record<string, string[]> }[] }[];
  };
  expect(cells.map(({ cell_type }) => cell_type)).toEqual(['code']);
  const [picture, page] = cells[0]!.outputs.map(({ data }) => Object.values(data)[0]!.join(''));
  expect(picture).toMatch(/^<svg/);
  expect(picture).not.toContain('<script');
  expect(page).toMatch(/^<iframe/);
});

test('what is wrong is named, and no file is left', async () => {
  writeFileSync(join(folder, 'newer.layerlens.json'), '{"version": 9}');
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[], 'one scene is expected'],
    [[scene], 'the output file is missing: -o FILE'],
    [[scene, '-o', 'x.pdf'], 'x.pdf: unknown format; supported: .svg, .png, .gif, .webm, .html, .ipynb'],
    [[scene, '-o', 'x.svg', '--steps', '3-40'], '--steps 3-40: the scene has steps 1 to 18'],
    [[scene, '-o', 'x.svg', '--scale', '99'], '--scale 99: expected a number from 0.25 to 8'],
    [
      [scene, '-o', 'x.svg', '--color-map', 'jet'],
      `--color-map jet: expected ${colorMapChoices.map(({ id }) => id).join(', ')}`,
    ],
    [[scene, '-o', 'x.svg', '--precision', '2.5'], '--precision 2.5: expected a whole number'],
    [[scene, '-o', 'absent/x.svg'], 'absent/x.svg cannot be written: there is no such file or folder'],
    [[scene, '-o', 'x.svg', '--language', 'fr'], '--language fr: expected en or zh-cn'],
    [['absent.layerlens.json', '-o', 'x.svg'], 'absent.layerlens.json: '],
    [[join(folder, 'newer.layerlens.json'), '-o', 'x.svg'], 'the scene has version 9'],
  ];
  const { status, stderr } = run(...cases[0]![0]);
  expect([status, stderr]).toEqual([2, expect.stringContaining(cases[0]![1])]);
  // The others without a process of their own.
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    for (const [args, message] of cases) {
      expect([await render([...args]), written.mock.lastCall?.[0]]).toEqual([2, expect.stringContaining(message)]);
    }
  } finally {
    written.mockRestore();
  }
  expect(existsSync('x.svg')).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
