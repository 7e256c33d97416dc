/** What every spec shares: the browser, connected once per file of specs, and workbenches that close after each test. */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { describe } from './describe';
import { Workbench, type OpenOptions } from './Workbench';
import { makeWorkspace, type Workspace, type WorkspaceOptions } from './workspace';

export interface OpenedWorkbench {
  readonly workbench: Workbench;
  readonly workspace: Workspace;
}

type Open = (
  options?: WorkspaceOptions & Partial<Omit<OpenOptions, 'folder' | 'file'>> & { readonly open?: string },
) => Promise<OpenedWorkbench>;

interface Opened extends OpenedWorkbench {
  /** What a window cannot change: tests that share one ask for the same. */
  readonly kind: string;
}

/**
 * Call once at the top of a spec file. `open` names one of the workspace's files, opened at `place`. With `shared`, a test that
 * passed leaves its window to the next one that asks for the same settings: with its files, and without its editors.
 */
export function useWorkbench({ shared = false } = {}): Open {
  // The newest VS Code has its notifications in a list, where those of earlier tests would be found.
  const shares = shared && process.env['LAYER_LENS_VSCODE'] !== 'newest';
  let browser: Browser;
  let opened: Opened[] = [];
  let left: Opened | undefined;

  const close = async ({ workbench, workspace }: Opened): Promise<void> => {
    await workbench.close();
    workspace.remove();
  };

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async ({ task }) => {
    const failed = task.result?.state === 'fail';
    const all = opened;
    opened = [];
    for (const [index, each] of all.entries()) {
      if (failed) {
        await each.workbench.page.screenshot({ path: pictureOf(task.name, index) });
        const reasons = task.result?.errors?.map(({ message }) => message).join('\n');
        console.log(`Failed: ${task.name}\n${reasons}\nOn the screen:\n${await describe(each.workbench.page)}`);
      }
      if (shares && !failed && index === all.length - 1) left = each;
      else await close(each);
    }
  });
  afterAll(async () => {
    if (left) await close(left);
    await browser.close();
  });

  return async ({ open, origin = inject('origin'), place, size, language, files = {}, ...rest } = {}) => {
    const kind = JSON.stringify([origin, size, language, rest]);
    const next = left;
    left = undefined;
    if (next?.kind === kind) {
      opened.push(next);
      await next.workbench.closeEditors();
      next.workspace.add(files);
      if (open !== undefined) await next.workbench.openPath(next.workspace.path(open), place);
      return next;
    }
    if (next) await close(next);
    const workspace = makeWorkspace({ files, ...rest });
    const workbench = await Workbench.open(browser, {
      origin,
      folder: workspace.folder,
      ...(open === undefined ? {} : { file: workspace.path(open) }),
      ...(place === undefined ? {} : { place }),
      ...(size === undefined ? {} : { size }),
      ...(language === undefined ? {} : { language }),
    });
    opened.push({ workbench, workspace, kind });
    return { workbench, workspace };
  };
}

/** A failed test leaves what was on the screen. */
function pictureOf(test: string, index: number): string {
  const name = test.replace(/[^\w]+/g, '-').slice(0, 80);
  return `test/output/e2e/${name}${index > 0 ? `-${index}` : ''}.png`;
}
