/**
 * The panel's document, read and driven as the user does: maps by their tables of exact values, fields and timeline by their
 * roles. Everything waits for `body[data-ready="true"]`, never for a time.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';

export type TimelineAction = 'first' | 'back' | 'play' | 'forward' | 'last';

export class Panel {
  readonly frame: FrameLocator;
  readonly body: Locator;

  constructor(private readonly page: Page) {
    this.frame = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
    this.body = this.frame.locator('body');
  }

  /** Waits until what is shown is current. */
  async ready(): Promise<void> {
    await this.frame.locator('body[data-ready="true"]').waitFor({ state: 'attached' });
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

  /** The exact values of a map; undefined where a cell is padding or not computed yet. */
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

  /** Types or chooses a field's value and waits for the answer. */
  async setField(id: string, value: string): Promise<void> {
    const control = this.field(id).locator('input, select, [role="radio"], [role="listbox"]').first();
    await control.waitFor();
    const tag = await control.evaluate((element) => element.tagName.toLowerCase());
    if (tag === 'select') await control.selectOption(value);
    else {
      await control.fill(value);
      await control.press('Enter');
    }
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

  /** A key goes to the panel's document. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.ready();
  }
}

function readNumber(text: string): number | undefined {
  if (/^-?(inf|Infinity|∞)$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return NaN;
  const value = Number(text.replace('−', '-'));
  return text === '' || Number.isNaN(value) ? undefined : value;
}
