/** What every spec shares: the browser of their worker, and workbenches that close after each test or wait for the next. */
import { afterAll, afterEach, inject } from 'vitest';
import { workersBrowser } from '../../shared/launchBrowser';
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

/** Windows that a test has left, without editors, at most one of a kind; files of specs share the modules of their worker. */
const left = new Map<string, Opened>();

/**
 * Call once at the top of a spec file. `open` names one of the workspace's files, opened at `place`. With `shared`, a test that
 * passed leaves its window, without editors, to the next one that asks for the same settings: in its file of specs, or in any.
 */
export function useWorkbench({ shared }: { readonly shared?: 'in file' | 'in any file' } = {}): Open {
  let opened: Opened[] = [];

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
      if (shared && !failed && !left.has(each.kind) && each.workspace.keepsSettings()) left.set(each.kind, each);
      else await close(each);
    }
  });
  afterAll(async () => {
    // A window with settings of its own is of no use to other files.
    for (const each of left.values()) if (each.kind !== kindOf()) await leave(each);
  });

  return async ({ open, place, files = {}, ...fixed } = {}) => {
    const kind = shared === 'in file' ? `file ${kindOf(fixed)}` : kindOf(fixed);
    const next = shared ? left.get(kind) : undefined;
    if (next?.workspace.takes(files)) {
      left.delete(kind);
      opened.push(next);
      await next.workbench.closeEditors();
      next.workspace.replace(files);
      if (open !== undefined) await next.workbench.openPath(next.workspace.path(open), place);
      return next;
    }
    if (next) await leave(next);
    const { origin = inject('origin'), size, language, extension, virtualFolder, ...rest } = fixed;
    const workspace = makeWorkspace({ files, ...rest }, inject('workspaces'));
    const workbench = await Workbench.open(await workersBrowser(), {
      origin,
      folder: workspace.folder,
      ...(open === undefined ? {} : { file: workspace.path(open) }),
      ...(place === undefined ? {} : { place }),
      ...(size === undefined ? {} : { size }),
      ...(language === undefined ? {} : { language }),
      ...(extension === undefined ? {} : { extension }),
      ...(virtualFolder === undefined ? {} : { virtualFolder }),
    });
    opened.push({ workbench, workspace, kind });
    return { workbench, workspace };
  };
}

function kindOf({ origin = inject('origin'), ...rest }: Omit<NonNullable<Parameters<Open>[0]>, 'files'> = {}): string {
  return JSON.stringify([origin, rest]);
}

async function leave(waiting: Opened): Promise<void> {
  left.delete(waiting.kind);
  await close(waiting);
}

/** The folder is removed with those of all windows, when the server has ended: the host of a closed window may still write. */
async function close({ workbench }: Opened): Promise<void> {
  await workbench.close();
}

/** A failed test leaves what was on the screen. */
function pictureOf(test: string, index: number): string {
  const name = test.replace(/[^\w]+/g, '-').slice(0, 80);
  return `test/output/e2e/${name}${index > 0 ? `-${index}` : ''}.png`;
}
