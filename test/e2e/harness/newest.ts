/** What is different in the newest VS Code. */
import type { Page } from 'playwright-core';

export const isNewest = process.env['LAYER_LENS_VSCODE'] === 'newest';

/** A new window begins with its chat, before it knows its settings. */
export async function closeChat(page: Page): Promise<void> {
  const bar = page.locator('.part.auxiliarybar');
  const close = bar.locator('.codicon-auxiliarybar-close, .codicon-close').first();
  const shown = await close.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
  if (!shown) return;
  await close.click();
  await bar.waitFor({ state: 'hidden' });
}
