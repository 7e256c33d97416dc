/** What the pictures of every operation do not show: verdicts, menus, selections, narrow panels and lessons. */
import { readFileSync } from 'node:fs';
import { courseCase, courseText } from '../shared/course';
import type { Workbench } from './harness/Workbench';
import type { Files } from './harness/workspace';

export interface Situation {
  readonly name: string;
  readonly files: Files;
  /** Name of the file that is open. */
  readonly open: string;
  /** Of the window, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly act: (workbench: Workbench) => Promise<unknown>;
}

const usual = { width: 1400, height: 900 };
const forward = courseText(courseCase('conv_forward'));
const withoutDb = readFileSync('test/programs/functions/wrong/cb_db_missing.py', 'utf8');
const ownCase = `${readFileSync('test/e2e/files/ignoredStride.py', 'utf8')}

A_prev = np.arange(36.0).reshape(1, 6, 6, 1)
A, cache = pool_forward(A_prev, {"stride": 2, "f": 2})
assert A[0, 1, 1, 0] == 21
`;

async function stepThrough(workbench: Workbench): Promise<void> {
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  await (await workbench.panel()).seek(50);
}

export const situations: readonly Situation[] = [
  {
    name: 'gradient-check',
    files: { 'case.py': withoutDb },
    open: 'case.py',
    size: usual,
    act: async (workbench) => {
      await workbench.command('Layer Lens: Check Gradient');
      await workbench.notifications.containing('conv_backward');
    },
  },
  {
    name: 'own-test-case',
    files: { 'case.py': ownCase },
    open: 'case.py',
    size: usual,
    act: async (workbench) => {
      await workbench.command('Layer Lens: Check My Code');
      const toast = await workbench.notifications.containing('stride');
      await toast.getByText('Show Steps', { exact: true }).click();
      await workbench.panel();
    },
  },
  {
    name: 'copy-selection',
    files: { 'case.py': forward },
    open: 'case.py',
    size: usual,
    act: async (workbench) => {
      await workbench.selectAll();
      await workbench.command('Layer Lens: Inspect Array');
      const panel = await workbench.panel();
      const surface = panel.frame.locator('.map-surface').first();
      await surface.focus();
      for (const key of ['ArrowRight', 'ArrowDown']) await surface.press(key);
      for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown']) await surface.press(key);
      await surface.press('Control+C');
      await panel.ready();
    },
  },
  {
    name: 'export',
    files: { 'case.py': forward },
    open: 'case.py',
    size: usual,
    act: async (workbench) => {
      await stepThrough(workbench);
      await workbench.command('Layer Lens: Export Steps as Page or Notebook…');
      await workbench.page.waitForFunction(() =>
        /^1-/.test(document.querySelector<HTMLInputElement>('.quick-input-widget input')?.value ?? ''),
      );
    },
  },
  {
    name: 'narrow-panel',
    files: { 'case.py': forward },
    open: 'case.py',
    size: { width: 1000, height: 760 },
    act: stepThrough,
  },
  {
    name: 'lesson',
    files: { 'case.py': forward },
    open: 'case.py',
    size: usual,
    act: async (workbench) => {
      await workbench.command('Layer Lens: Play Lesson');
      await workbench.pick('Convolution, forward');
      const panel = await workbench.panel();
      await panel.frame.locator('[data-part=lesson]').waitFor();
    },
  },
];
