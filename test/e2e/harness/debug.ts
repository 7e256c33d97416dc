/** VS Code's debugger as the user drives it: breakpoints and steps by key, variables by the view's menu. */
import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { workbenchAddress } from '../../../scripts/lib/workbench.mjs';
import type { Workbench } from './Workbench';
import type { Workspace } from './workspace';

/** The launch configuration that F5 starts, as a file of the workspace. */
export function launchFile(configuration: Readonly<Record<string, unknown>>): Record<string, string> {
  const configurations = [{ name: 'Program', request: 'launch', console: 'internalConsole', ...configuration }];
  return { '.vscode/launch.json': JSON.stringify({ version: '0.2.0', configurations }) };
}

/** Loads the workbench again, with the test-only extension that contributes the debugger type `debugpy`. */
export async function withDebugpy(workbench: Workbench, workspace: Workspace, file: string): Promise<void> {
  const { origin } = new URL(workbench.page.url());
  const address = new URL(workbenchAddress(origin, workspace.folder, workspace.path(file)));
  const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
  const extension = resolve('test/e2e/debugger-extension').replaceAll('\\', '/');
  payload.push(['extensionDevelopmentPath', `vscode-remote://${address.host}${extension}`]);
  address.searchParams.set('payload', JSON.stringify(payload));
  await workbench.page.goto(address.href);
  await workbench.editor.locator('.view-line').first().waitFor();
}

/** Sets a breakpoint in a line, from 1. */
export async function breakAt(workbench: Workbench, line: number): Promise<void> {
  await workbench.cursorTo(line);
  await workbench.page.keyboard.press('F9');
  await workbench.page.locator('.codicon-debug-breakpoint, .codicon-debug-breakpoint-unverified').first().waitFor();
}

export async function start(workbench: Workbench, line: number): Promise<void> {
  await workbench.focusEditor();
  await workbench.page.keyboard.press('F5');
  await stoppedAt(workbench, line);
}

/** Goes on to the next breakpoint. */
export async function goOn(workbench: Workbench, line: number): Promise<void> {
  await workbench.focusEditor();
  await workbench.page.keyboard.press('F5');
  await stoppedAt(workbench, line);
}

/** Runs one line. */
export async function stepOver(workbench: Workbench, line: number): Promise<void> {
  await workbench.focusEditor();
  await workbench.page.keyboard.press('F10');
  await stoppedAt(workbench, line);
}

/** Ends the program. */
export async function stop(workbench: Workbench): Promise<void> {
  await workbench.page.keyboard.press('Shift+F5');
  await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
}

/** A row of the Variables view by its name. */
export function variable(workbench: Workbench, name: string): Locator {
  const rows = workbench.page.locator('.debug-variables .monaco-list-row');
  return rows.filter({ has: workbench.page.locator('.name', { hasText: new RegExp(`^${name}:?\\s*$`) }) }).first();
}

/** Takes an entry of the submenu “Layer Lens” of a variable. */
export async function variableMenu(workbench: Workbench, name: string, entry: string): Promise<void> {
  const { page } = workbench;
  await variable(workbench, name).click({ button: 'right' });
  await page.locator('.monaco-menu').getByText('Layer Lens', { exact: true }).click();
  await page.locator('.monaco-menu').getByText(entry, { exact: true }).click();
}

/** Waits for the arrow in the editor's margin to stand at a line. */
async function stoppedAt({ page }: Workbench, line: number): Promise<void> {
  const marked = page.locator('.debug-top-stack-frame-line').first();
  await marked.waitFor();
  await page.waitForFunction(
    (wanted) => {
      const mark = document.querySelector('.codicon-debug-stackframe');
      const top = mark?.getBoundingClientRect().top;
      if (top === undefined) return false;
      const numbers = [...document.querySelectorAll('.editor-instance .line-numbers')];
      return numbers.some(
        (number) =>
          number.textContent?.trim() === String(wanted) && Math.abs(number.getBoundingClientRect().top - top) < 3,
      );
    },
    line,
    { timeout: 60_000 },
  );
}
