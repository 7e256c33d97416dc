/** What every spec shares: the browser, connected once a file of specs, and workbenches that close after each test. */
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

/** Call once at the top of a spec file. `open` names one of the workspace's files, opened at `place`. */
export function useWorkbench(): Open {
  let browser: Browser;
  const opened: Workbench[] = [];
  const workspaces: Workspace[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async ({ task }) => {
    for (const [index, workbench] of opened.splice(0).entries()) {
      if (task.result?.state === 'fail') {
        await workbench.page.screenshot({ path: pictureOf(task.name, index) });
        console.log(`On the screen when this failed: ${task.name}\n${await describe(workbench.page)}`);
      }
      await workbench.close();
    }
    for (const workspace of workspaces.splice(0)) workspace.remove();
  });
  afterAll(async () => {
    await browser.close();
  });

  return async ({ open, origin = inject('origin'), place, size, language, ...workspaceOptions } = {}) => {
    const workspace = makeWorkspace(workspaceOptions);
    workspaces.push(workspace);
    const file = open === undefined ? {} : { file: workspace.path(open) };
    const workbench = await Workbench.open(browser, {
      origin,
      folder: workspace.folder,
      ...file,
      ...(place === undefined ? {} : { place }),
      ...(size === undefined ? {} : { size }),
      ...(language === undefined ? {} : { language }),
    });
    opened.push(workbench);
    return { workbench, workspace };
  };
}

/** A failed test leaves what was on the screen. */
function pictureOf(test: string, index: number): string {
  const name = test.replace(/[^\w]+/g, '-').slice(0, 80);
  return `test/output/e2e/${name}${index > 0 ? `-${index}` : ''}.png`;
}
