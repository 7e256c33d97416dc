/** VS Code's debugger as the user drives it: breakpoints and steps by key, variables by the view's menu. */
import type { Locator } from 'playwright-core';
import type { Panel } from './Panel';
import type { Workbench } from './Workbench';

/** The launch configuration that F5 starts, as a file of the workspace. */
export function launchFile(configuration: Readonly<Record<string, unknown>>): Record<string, string> {
  const quiet = { console: 'internalConsole', internalConsoleOptions: 'neverOpen' };
  const configurations = [{ name: 'Program', request: 'launch', ...quiet, ...configuration }];
  return { '.vscode/launch.json': JSON.stringify({ version: '0.2.0', configurations }) };
}

/**
 * Sets a breakpoint in a line, from 1. The palette has the command once VS Code has found the debuggers; its key does nothing
 * before, and pressed twice it removes the breakpoint.
 */
export async function breakAt(workbench: Workbench, line: number): Promise<void> {
  await workbench.cursorTo(line);
  await workbench.command('Debug: Toggle Breakpoint');
  await breakpoint(workbench).waitFor();
}

function breakpoint({ page }: Workbench): Locator {
  return page.locator('.glyph-margin-widgets [class*="codicon-debug-breakpoint"]').first();
}

export async function start(workbench: Workbench, line: number): Promise<void> {
  await workbench.focusEditor();
  await workbench.page.keyboard.press('F5');
  await stoppedAt(workbench, line);
}

/** Ticks “follow the debugger” in the panel and waits until it holds. */
export async function follow(workbench: Workbench, panel: Panel): Promise<void> {
  await panel.field('follow').getByText('follow the debugger').click();
  await workbench.page.locator('.statusbar-item', { hasText: 'Layer Lens follows' }).waitFor();
}

/** Goes on to the next breakpoint. */
export async function goOn(workbench: Workbench, line: number): Promise<void> {
  await workbench.page.locator('.debug-toolbar .codicon-debug-continue').click();
  await stoppedAt(workbench, line);
}

/** Runs one line. */
export async function stepOver(workbench: Workbench, line: number): Promise<void> {
  await workbench.page.locator('.debug-toolbar .codicon-debug-step-over').click();
  await stoppedAt(workbench, line);
}

/** Ends the program and removes the breakpoint. */
export async function stop(workbench: Workbench): Promise<void> {
  await workbench.page.locator('.debug-toolbar .codicon-debug-stop').click();
  await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  await breakpoint(workbench).click();
  await breakpoint(workbench).waitFor({ state: 'hidden' });
}

/** What the program and its debugger have printed. Opens the console by its command, as its key closes it when it has the focus. */
export async function debugConsole(workbench: Workbench): Promise<string> {
  const { page } = workbench;
  const input = page.locator('.repl .repl-input-wrapper');
  if (!(await input.isVisible())) await workbench.command('Debug Console: Focus on Debug Console View');
  await input.waitFor();
  return (await page.locator('.repl .monaco-list-row').allInnerTexts()).join('\n');
}

/** A row of the Variables view by its name. The newest VS Code sometimes leaves the local variables folded: they are unfolded. */
async function variable({ page }: Workbench, name: string): Promise<Locator> {
  const rows = page.locator('.debug-variables .monaco-list-row');
  const row = rows.filter({ has: page.locator('.name', { hasText: new RegExp(`^${name}\\s*[=:]?\\s*$`) }) }).first();
  const scope = rows.first();
  await scope.waitFor();
  const found = await row.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
  if (!found && (await scope.getAttribute('aria-expanded')) === 'false')
    await scope.locator('.monaco-tl-twistie').click();
  return row;
}

/** Takes an entry of the submenu “Layer Lens” of a variable. */
export async function variableMenu(workbench: Workbench, name: string, entry: string): Promise<void> {
  const { page } = workbench;
  // A menu that was opened before has no entries of the extension.
  await workbench.extended();
  await (await variable(workbench, name)).click({ button: 'right' });
  await page.locator('.monaco-menu').getByText('Layer Lens', { exact: true }).click();
  await workbench.takeFromMenu(page.locator('.monaco-menu').getByText(entry, { exact: true }));
}

/** Waits for the arrow in the editor's margin at a line. */
async function stoppedAt({ page }: Workbench, line: number): Promise<void> {
  const marked = page.locator('.debug-top-stack-frame-line').first();
  // A program may load libraries first.
  await marked.waitFor({ timeout: 60_000 });
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
