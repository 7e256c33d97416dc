/**
 * The panel's document, read and driven as the user does: maps by their tables of exact values, fields and timeline by their
 * roles. Everything waits for `body[data-ready="true"]`, never for a time.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Webviews of this extension only: a notebook shows its outputs in a webview of its own, which may come later. */
export const panelFrames = 'iframe.webview.ready[src*="extensionId=layer-lens.layer-lens"]';

export type TimelineAction = 'first' | 'back' | 'play' | 'forward' | 'last';

export class Panel {
  readonly frame: FrameLocator;
  readonly body: Locator;

  constructor(private readonly page: Page) {
    this.frame = page.frameLocator(panelFrames).last().frameLocator('#active-frame');
    this.body = this.frame.locator('body');
  }

  /** Waits until what is shown is current. */
  async ready(timeout?: number): Promise<void> {
    await this.frame
      .locator('body[data-ready="true"]')
      .waitFor({ state: 'attached', ...(timeout !== undefined && { timeout }) });
  }

  map(id: string): Locator {
    return this.frame.locator(`figure[data-map="${id}"]`);
  }

  /** Ids of the maps on the stage, in reading order. */
  async mapIds(): Promise<string[]> {
    await this.ready();
    return this.frame
      .locator('figure[data-map]')
      .evaluateAll((figures) => figures.map((figure) => figure.getAttribute('data-map') ?? ''));
  }

  /** The exact values of a map; undefined where a cell is not computed yet. */
  async values(id: string): Promise<(number | undefined)[][]> {
    await this.ready();
    const rows = await this.map(id)
      .locator('table tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').trim())),
      );
    return rows.map((row) => row.map(readNumber));
  }

  field(id: string): Locator {
    return this.frame.locator(`[data-field="${id}"]`);
  }

  /** Types into a field and waits for the answer. */
  async setField(id: string, value: string): Promise<void> {
    const input = this.field(id).locator('input').first();
    await input.fill(value);
    await input.press('Enter');
    await this.ready();
  }

  /** Chooses one of a field's options, by its label. */
  async choose(id: string, label: string): Promise<void> {
    const field = this.field(id);
    const dropdown = field.locator('vscode-dropdown');
    if ((await dropdown.count()) > 0) {
      await dropdown.click();
      await field.getByRole('option', { name: label, exact: true }).click();
    } else await field.getByRole('button', { name: label, exact: true }).click();
    await this.ready();
  }

  async click(action: TimelineAction): Promise<void> {
    await this.frame.locator(`[data-action="${action}"]`).click();
    await this.ready();
  }

  /** Moves the slider to step `t`, from 0. */
  async seek(t: number): Promise<void> {
    await this.slider.fill(String(t));
    await this.ready();
  }

  get slider(): Locator {
    return this.frame.locator('input[data-action="seek"]');
  }

  /** The step shown, from 0, and how many there are. */
  async position(): Promise<{ t: number; count: number }> {
    await this.ready();
    const [t, last] = await Promise.all([this.slider.inputValue(), this.slider.getAttribute('max')]);
    return { t: Number(t), count: Number(last) + 1 };
  }

  async text(part: 'words' | 'code' | 'error' | 'live'): Promise<string> {
    await this.ready();
    return (await this.frame.locator(`[data-part="${part}"]`).innerText()).trim();
  }

  /** Gives the panel's document the keyboard focus, as a user does: the key of the right editor group. */
  async focus(): Promise<void> {
    await this.page.keyboard.press('Control+2');
    const frame = await (await this.body.elementHandle())?.ownerFrame();
    await frame?.waitForFunction(() => document.hasFocus());
  }

  /** A key goes to what has the focus. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.ready();
  }

  /** What Tab reaches, up to `count` times: `field stride`, `action play`, `map x`. */
  async tabStops(count: number): Promise<string[]> {
    const stops: string[] = [];
    for (let k = 0; k < count; k++) {
      await this.page.keyboard.press('Tab');
      stops.push(await this.body.evaluate(describeFocus));
    }
    return stops;
  }

  /** Pixels by which the document is wider than its window. */
  async overflow(): Promise<number> {
    return this.body.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** What axe finds in the panel's document, one line per finding. */
  async accessibilityProblems(): Promise<string[]> {
    const document = [panelFrames, '#active-frame', 'body'];
    const { violations } = await new AxeBuilder({ page: this.page }).include(document).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  }
}

function describeFocus(): string {
  const named = document.activeElement?.closest('[data-action], [data-map], [data-field]');
  if (!(named instanceof HTMLElement)) return 'elsewhere';
  const { action, map, field } = named.dataset;
  return action ? `action ${action}` : map ? `map ${map}` : `field ${field}`;
}

function readNumber(text: string): number | undefined {
  if (/^-?(inf|Infinity|∞)$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return NaN;
  const value = Number(text.replace('−', '-'));
  return text === '' || Number.isNaN(value) ? undefined : value;
}
