/** The explorer's menu. */
import { explorerRow } from './explorerRow';
import type { Workbench } from './Workbench';

/** Selects files in the explorer and takes a command of Layer Lens from their menu. */
export async function explorerMenu(workbench: Workbench, names: readonly string[], command: string): Promise<void> {
  await workbench.extended();
  const { page } = workbench;
  const row = (name: string) => explorerRow(page, name);
  const [first, ...others] = names;
  // A click opens the file; for one file alone its menu is enough.
  if (others.length > 0) await row(first!).click();
  for (const name of others) await row(name).click({ modifiers: ['Control'] });
  await row(names.at(-1)!).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Layer Lens' }).hover();
  await workbench.takeFromMenu(page.getByRole('menuitem', { name: command, exact: true }));
}
