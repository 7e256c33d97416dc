/** VS Code's notifications: toasts, or, in the newest VS Code, its list of them. */
import type { Locator, Page } from 'playwright-core';
import { isNewest } from './newest';
import { succeeds } from './QuickInput';

/** A notification as a toast, or in the list of notifications. */
export const shownNotification = ':is(.notifications-toasts, .notifications-center) .notification-list-item';

/** Milliseconds until a notification is shown. */
const LONGEST = 60_000;

export class Notifications {
  private isClockSet = false;

  constructor(private readonly page: Page) {}

  /** The texts of those that are shown. */
  async texts(): Promise<readonly string[]> {
    await this.list();
    // The newest VS Code keeps in its list the rows of those that were cleared while the list was hidden.
    if (await this.page.locator('.notifications-center.visible').getByText('No New Notifications').isVisible())
      return [];
    return this.page.locator(`${shownNotification} .notification-list-item-message`).allInnerTexts();
  }

  /** The one whose text contains `text`, once it is shown. */
  async containing(text: string): Promise<Locator> {
    const item = this.page.locator(shownNotification, { hasText: text });
    if (!isNewest) {
      await item.waitFor({ timeout: LONGEST });
      return item;
    }
    // The list closes when its last notification ends: that of the progress, before the one that is awaited.
    const end = Date.now() + LONGEST;
    do await this.list();
    while (!(await isShown(item)) && Date.now() < end);
    return item;
  }

  /** Closes each by its button; the newest VS Code's list keeps the rows of those that a command clears. */
  async closeAll(): Promise<void> {
    await this.list();
    const item = this.page.locator(shownNotification).first();
    const button = item.locator('.codicon-notifications-clear');
    // One that ends by itself is gone before its button is clicked.
    while (await item.isVisible())
      if (await succeeds(item.hover({ timeout: 5_000 }))) await succeeds(button.click({ timeout: 5_000 }));
  }

  /** Closes the list of notifications, which has the focus, where it is open. */
  async hideList(): Promise<void> {
    const list = this.page.locator('.notifications-center.visible');
    if (!(await list.isVisible())) return;
    await list.locator('.codicon-notifications-hide').click();
    await list.waitFor({ state: 'hidden' });
  }

  /**
   * VS Code shows at most three new notifications within 800 ms. `factor` times as many milliseconds pass in the page from now on:
   * below 1, what follows is within that time, as it is on a fast machine; above 1, every notification is shown.
   */
  async setClock(factor: number): Promise<void> {
    this.isClockSet = factor !== 1;
    await this.page.evaluate((scale) => {
      const start = Date.now();
      const begun = performance.now();
      Date.now = () => start + Math.floor((performance.now() - begun) * scale);
    }, factor);
  }

  /** Time passes in the page as elsewhere; it does not go back. */
  async resetClock(): Promise<void> {
    if (this.isClockSet) await this.setClock(1);
  }

  /** The newest VS Code shows no toasts to a program that drives it: its list of notifications is opened instead. */
  private async list(): Promise<void> {
    if (!isNewest) return;
    if (await this.page.locator('.notifications-center.visible').isVisible()) return;
    await this.page.locator('[id="status.notifications"]').click();
    // Under a pointer that rests, the hover of the bell would come and cover the list.
    await this.page.mouse.move(0, 0);
    await isShown(this.page.locator('.notifications-center.visible'));
  }
}

/** Whether an element is shown within a second. */
async function isShown(element: Locator): Promise<boolean> {
  try {
    await element.waitFor({ timeout: 1_000 });
    return true;
  } catch {
    return false;
  }
}
