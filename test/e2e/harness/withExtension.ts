/** Test-only extensions of the folder test/e2e. */
import { resolve } from 'node:path';
import { workbenchAddress } from '../../../scripts/lib/workbench.mjs';
import type { Workbench } from './Workbench';
import type { Workspace } from './workspace';

/** Loads the workbench again with the extension of a folder of test/e2e, unless a test before it has, and opens the file. */
export async function withExtension(
  workbench: Workbench,
  workspace: Workspace,
  file: string,
  folder: string,
): Promise<void> {
  const { origin, searchParams } = new URL(workbench.page.url());
  if (searchParams.get('payload')?.includes('extensionDevelopmentPath')) {
    return workbench.openPath(workspace.path(file));
  }
  const address = new URL(workbenchAddress(origin, workspace.folder, workspace.path(file)));
  const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
  const extension = resolve('test/e2e', folder).replaceAll('\\', '/');
  payload.push(['extensionDevelopmentPath', `vscode-remote://${address.host}${extension}`]);
  address.searchParams.set('payload', JSON.stringify(payload));
  await workbench.page.goto(address.href);
  await workbench.editor.locator('.view-line').first().waitFor();
}
