/** VS Code's quick input: the palette of commands, the list of files, the field of a line, and quick picks. */
import type { Locator, Page } from 'playwright-core';

/** How often the palette is opened for a command that is not there yet. */
const commandAttempts = 40;

export class QuickInput {
  private readonly widget: Locator;
  private readonly input: Locator;
  /** What the palette shows for a command that it does not have. */
  private readonly none: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('input');
    this.none = this.widget.getByText('No matching commands').or(this.widget.getByText('similar commands'));
  }

  /** The palette's row of a command by its title; the palette does not list an extension's commands before they are registered. */
  async command(title: string): Promise<Locator> {
    const row = this.row(title);
    for (let attempt = 0; attempt < commandAttempts; attempt++) {
      await this.open('F1', `>${title}`);
      const listed = await succeeds(row.or(this.none).first().waitFor({ timeout: 5_000 }));
      if (listed && (await row.isVisible())) return row;
      if (await this.widget.isVisible()) await this.close();
    }
    throw new Error(`the palette has no command ${title}`);
  }

  /** Whether the palette has a command, by its title, now. */
  async lists(title: string): Promise<boolean> {
    const row = this.row(title);
    await this.open('F1', `>${title}`);
    await row.or(this.none).first().waitFor();
    const listed = await row.isVisible();
    await this.close();
    return listed;
  }

  /** Takes the palette's row of a command; opens the palette again where VS Code has closed it before. */
  async run(title: string): Promise<void> {
    while (!(await succeeds((await this.command(title)).click({ timeout: 5_000 }))));
  }

  /**
   * Opens the palette, the list of files or the field of a line by its key, after the one before has closed, and types into it. VS
   * Code loses a key that is pressed while it moves the focus into a web view, and closes the field when it moves the focus after
   * that, as its walkthrough does; then the key is pressed again, as a user does.
   */
  async open(key: 'F1' | 'Control+P' | 'Control+G', text: string): Promise<void> {
    // The one before closes by itself, or is left open by a dialog of files.
    await this.widget.waitFor({ state: 'hidden', timeout: 3_000 }).catch(() => this.page.keyboard.press('Escape'));
    await this.closed();
    const opened = () => succeeds(this.input.waitFor({ timeout: 10_000 }));
    const filled = () => succeeds(this.input.fill(text, { timeout: 5_000 }));
    do await this.page.keyboard.press(key);
    while (!(await opened()) || !(await filled()));
  }

  /** Types into the one that is open. */
  async fill(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Takes what is typed. */
  async accept(): Promise<void> {
    await this.input.press('Enter');
    await this.closed();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.closed();
  }

  async closed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  /** The first of the rows that are listed. */
  get anyRow(): Locator {
    return this.widget.locator('.monaco-list-row').first();
  }

  /** The first row whose label is or ends with `label`. */
  row(label: string): Locator {
    const rows = this.widget.locator('.monaco-list-row');
    return rows.filter({ has: this.page.getByText(label, { exact: true }) }).first();
  }
}

/** Whether an action was done within its time. */
export function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
