/** VS Code's workbench in a page: palette, editors, settings, pictures. */
import { basename } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { workbenchAddress } from '../../../scripts/lib/workbench.mjs';
import { closeChat, isNewest } from './newest';
import { Notifications } from './Notifications';
import { explorerRow } from './explorerRow';
import { Problems } from './Problems';
import { Panel, panelFrames } from './Panel';
import { QuickInput, succeeds } from './QuickInput';
import { leaveWindow, storedEditorsHold } from './storedEditors';
import { withExtension } from './withExtension';
import type { ThemeNames } from './workspace';

export interface OpenOptions {
  readonly origin: string;
  readonly folder: string;
  /** An absolute path. */
  readonly file?: string;
  /** `line` or `line:column`, from 1. */
  readonly place?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** The display language as the extension sees it; VS Code's own texts stay English, as no language pack is installed. */
  readonly language?: string;
  /** A folder of test/e2e with an extension that only tests have. */
  readonly extension?: string;
  /** The URI of a folder that the extension has, opened instead of `folder`. */
  readonly virtualFolder?: string;
}

export class Workbench {
  readonly problems: Problems;
  readonly notifications: Notifications;
  private readonly quickInput: QuickInput;
  /** Whether the page that is loaded is known to have the extension. */
  private isExtended = false;

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly options: OpenOptions,
  ) {
    this.problems = new Problems(page);
    this.notifications = new Notifications(page);
    this.quickInput = new QuickInput(page);
  }

  static async open(browser: Browser, options: OpenOptions): Promise<Workbench> {
    const context = await browser.newContext({ viewport: options.size ?? { width: 1400, height: 900 } });
    context.setDefaultTimeout(60_000);
    if (options.language !== undefined) await context.addInitScript(fixLanguage, options.language);
    const workbench = new Workbench(context, await context.newPage(), options);
    await workbench.goto(options);
    if (isNewest) await closeChat(workbench.page);
    return workbench;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Loads the address and waits for the workbench and, where one is named, the file. */
  async goto({ origin, folder, file, place, extension, virtualFolder }: OpenOptions): Promise<void> {
    const address = workbenchAddress(origin, folder, file, place);
    this.isExtended = false;
    await this.page.goto(extension === undefined ? address : withExtension(address, extension, virtualFolder));
    await this.settled(file !== undefined);
  }

  /**
   * Loads the window again with what VS Code restores; an address that names a file would open that alone. Waits until `kept` is
   * stored and the stored editors are those on the screen.
   */
  async reload(kept: string): Promise<void> {
    do await this.page.evaluate(leaveWindow);
    while (!(await this.page.evaluate(storedEditorsHold, kept)));
    const { origin, folder } = this.options;
    await this.goto({ origin, folder });
  }

  /** Closes all editors, without saving, and all notifications, as a window is after it was opened without a file. */
  async closeEditors(): Promise<void> {
    // A save under way would open its file again after the next test has removed it.
    await this.page.locator('.tab.dirty:not([data-resource-name^="Untitled"])').first().waitFor({ state: 'hidden' });
    const toast = this.page.locator('.notifications-toasts .notification-list-item').first();
    // The newest keeps in its list those that are no longer shown, and has the command always.
    if (isNewest || (await toast.isVisible())) await this.command('Notifications: Clear All Notifications');
    const discard = this.page.locator('.monaco-dialog-box').getByText("Don't Save", { exact: true });
    const empty = this.page.locator('.editor-group-container.empty');
    const answered = () => succeeds(discard.or(empty).first().waitFor({ timeout: 3_000 }));
    // VS Code loses a key that is pressed while it moves the focus into a web view.
    do await this.closeAllByKeys();
    while (!(await answered()));
    if (await discard.isVisible()) await discard.click();
    await toast.waitFor({ state: 'hidden' });
    await this.page.locator('.tab').first().waitFor({ state: 'hidden' });
    await this.page.locator('iframe.webview').first().waitFor({ state: 'detached' });
    // The Problems view of an earlier test would cover the editor.
    if (await this.page.locator('.part.panel').isVisible()) await this.command('View: Hide Panel');
    await this.notifications.resetClock();
    this.problems.forget();
  }

  /** The keys of “View: Close All Editors”. */
  private async closeAllByKeys(): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+W');
  }

  /** Opens a file by its absolute path, with the cursor at `place`. */
  async openPath(path: string, place = '1:1'): Promise<void> {
    await this.quickInput.open('Control+P', `${path}:${place}`);
    // The list shows recent files until it is filtered: Enter could open the first of these.
    await this.pick(basename(path));
    await this.page.locator('.tab.active', { hasText: basename(path) }).waitFor();
    await this.settled(true);
    await this.focusEditor();
  }

  /** The editor with the keyboard focus. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** Runs a command by its title in the palette, once it is registered. */
  async command(title: string): Promise<void> {
    await this.quickInput.run(title);
  }

  /** Whether the palette has a command, by its title, now. */
  async lists(title: string): Promise<boolean> {
    return this.quickInput.lists(title);
  }

  /** Waits until the extension's editors and menus are known, which is later than the workbench is drawn. */
  async extended(): Promise<void> {
    if (this.isExtended) return;
    await this.quickInput.command('Layer Lens: Inspect Array');
    await this.quickInput.close();
    this.isExtended = true;
  }

  /** Takes the row of an open quick pick whose label is or ends with `label`. */
  async pick(label: string): Promise<void> {
    await this.quickInput.row(label).click();
  }

  /** Takes an entry of an open menu. A menu takes no click in its first moment; the entry under the pointer has the focus. */
  async takeFromMenu(entry: Locator): Promise<void> {
    await entry.hover();
    await this.page.keyboard.press('Enter');
    await entry.waitFor({ state: 'hidden' });
  }

  /** Opens a file of the folder in the active editor group, by the explorer. */
  async openFile(name: string): Promise<void> {
    await explorerRow(this.page, name).dblclick();
    await this.keepEditor(name);
  }

  /** Opens the file of the active editor, which is `name`, in an editor of the extension, by its title in VS Code's list. */
  async reopenWith(name: string, editor: string): Promise<Panel> {
    await this.command('View: Reopen Editor With...');
    await this.pick(editor);
    const panel = await this.panel();
    // An editor that was kept by the command is a preview again here.
    await this.keepEditor(name);
    return panel;
  }

  /** Keeps the active editor, of the file `name`: a busy machine takes two clicks for one each, and the next file would replace the preview. */
  private async keepEditor(name: string): Promise<void> {
    const tab = this.page.locator('.tab.active', { hasText: name, hasNotText: 'Layer Lens' });
    await tab.waitFor();
    const kept = () => succeeds(tab.locator('.italic').waitFor({ state: 'detached', timeout: 3_000 }));
    while (!(await kept())) await this.command('View: Keep Editor');
  }

  /** Opens a file in the extension's editor, which VS Code may not know yet: then it shows text, or that it cannot, and is asked again. */
  async openArrays(name: string, timeout?: number): Promise<Panel> {
    const binary = this.page.getByText('The file is not displayed in the text editor');
    const text = this.page.locator(`.monaco-editor[data-uri$="/${name}"]`);
    const other = binary.or(text).first();
    const shown = this.page.locator(panelFrames).last();
    await this.openFile(name);
    await shown.or(other).first().waitFor();
    while (await other.isVisible()) {
      await this.command('View: Close Editor');
      await other.waitFor({ state: 'hidden' });
      await this.openFile(name);
      await shown.or(other).first().waitFor();
    }
    return this.panel(timeout);
  }

  /** Puts the cursor at line and column, both from 1. */
  async cursorTo(line: number, column = 1): Promise<void> {
    // The newest VS Code may still give the focus to a panel that was just opened.
    const refused = this.page.getByText('Open a text editor first');
    for (;;) {
      await this.focusEditor();
      await this.quickInput.open('Control+G', `:${line}:${column}`);
      await this.quickInput.anyRow.waitFor();
      if (!(await refused.isVisible())) return this.quickInput.accept();
      await this.quickInput.close();
    }
  }

  /** Selects whole lines, both from 1, both included. */
  async selectLines(first: number, last: number): Promise<void> {
    await this.cursorTo(first);
    for (let line = first; line < last; line++) await this.page.keyboard.press('Shift+ArrowDown');
    await this.page.keyboard.press('Shift+End');
  }

  /** Selects from a line, from 1, to the end of the text. */
  async selectFrom(line: number): Promise<void> {
    await this.cursorTo(line);
    await this.page.keyboard.press('Control+Shift+End');
  }

  async selectAll(): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+A');
  }

  /** The text of the left editor as far as it is drawn. */
  async editorText(): Promise<string> {
    const lines = await this.editor.locator('.view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ').trimEnd();
  }

  /** Does not trust the folder. The newest VS Code does not ask a program that drives it, and trusts nothing. */
  async distrust(): Promise<void> {
    if (!isNewest) {
      await this.page.getByRole('button', { name: /No, I don't trust/ }).click();
    }
    await this.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  }

  /** Gives the keyboard focus to the left editor group. VS Code loses a key that is pressed while it moves the focus into a web view. */
  async focusEditor(): Promise<void> {
    await this.editor.locator('.view-lines').waitFor();
    const focused = () => this.page.waitForFunction(leftGroupHasFocus, undefined, { timeout: 3_000 });
    do await this.page.keyboard.press('Control+1');
    while (!(await succeeds(focused())));
  }

  /** Changes the theme as a user does, by the list of themes. */
  async setTheme({ label }: ThemeNames): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.quickInput.fill(label);
    await this.pick(label);
    await this.quickInput.closed();
  }

  /** The panel that was opened last and is current; `timeout`: milliseconds until it is, for large arrays. */
  async panel(timeout?: number): Promise<Panel> {
    const panel = new Panel(this.page);
    await panel.ready(timeout);
    return panel;
  }

  private async settled(hasFile: boolean): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.statusbar-item').first().waitFor();
    if (hasFile) await this.editor.locator('.view-line').first().waitFor();
  }
}

/** Runs in the page. The frame of a web view is outside of its group. */
function leftGroupHasFocus(): boolean {
  return document.querySelector('.editor-group-container')?.contains(document.activeElement) === true;
}

/** Runs in the page, before VS Code. */
function fixLanguage(language: string): void {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', {
    get: () => language,
    set: () => {
      // The page's own assignment has no effect.
    },
  });
}
