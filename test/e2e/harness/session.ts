/** What every spec shares: the browser, connected once a file of specs, and workbenches that close after each test. */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
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
  const cleanups: (() => Promise<void> | void)[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
  afterAll(async () => {
    await browser.close();
  });

  return async ({ open, origin = inject('origin'), place, size, ...workspaceOptions } = {}) => {
    const workspace = makeWorkspace(workspaceOptions);
    cleanups.push(workspace.remove);
    const file = open === undefined ? {} : { file: workspace.path(open) };
    const workbench = await Workbench.open(browser, {
      origin,
      folder: workspace.folder,
      ...file,
      ...(place === undefined ? {} : { place }),
      ...(size === undefined ? {} : { size }),
    });
    cleanups.push(() => workbench.close());
    return { workbench, workspace };
  };
}
