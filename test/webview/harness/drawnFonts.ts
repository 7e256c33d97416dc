/** The sizes of the digits that the maps draw on their canvases. */
import type { Page } from 'playwright-core';

export interface DrawnText {
  readonly text: string;
  /** CSS pixels. */
  readonly font: number;
}

/** Records what the maps draw from now on: after a call of `drawnFonts` it begins again. */
export async function recordFonts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const drawn: DrawnText[] = [];
    Object.assign(window, { drawn });
    const prototype = CanvasRenderingContext2D.prototype;
    // oxlint-disable-next-line typescript/unbound-method -- called with the context as `this`
    const { fillText } = prototype;
    prototype.fillText = function (text, x, y, most) {
      if (this.canvas.isConnected) drawn.push({ text, font: Number(/([\d.]+)px/.exec(this.font)?.[1]) });
      if (most === undefined) fillText.call(this, text, x, y);
      else fillText.call(this, text, x, y, most);
    };
  });
}

/** What was drawn since the last call, digits only. */
export async function drawnFonts(page: Page): Promise<readonly DrawnText[]> {
  const drawn = await page.evaluate(() => (window as unknown as { drawn: DrawnText[] }).drawn.splice(0));
  return drawn.filter(({ text }) => /\d/.test(text));
}
