/** Marks of the focus: at each stop of Tab, in each theme, the computed styles that differ with it and their contrast. */
import type { Page } from 'playwright-core';
import { applyTheme } from './accessibility';
import { themes, type ThemeName } from './themes';
import { goBefore, looksDifferent, most } from './walk';

/** A mark must have this contrast to what it is drawn on (WCAG 2.2, success criterion 1.4.11). */
const leastContrast = 3;

/** Stops without a mark, or with one that is too faint, one line each with the theme. */
export async function unmarkedStops(page: Page): Promise<readonly string[]> {
  await goBefore(page, true);
  for (let count = 0; count < most; count++) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(numberStop))) break;
  }
  const unmarked: string[] = [];
  for (const name of Object.keys(themes) as ThemeName[]) {
    await applyTheme(page, name);
    for (const { stop, element, contrast, isSlider } of await page.evaluate(contrastsOfMarks)) {
      if (contrast >= leastContrast) continue;
      // The thumb of a slider has no style that a script can read.
      const slider = page.locator(`[data-stop="${stop}"]`);
      if (isSlider && (await slider.focus(), await looksDifferent(page))) continue;
      unmarked.push(`${name}: ${element}: ${contrast.toFixed(2)}`);
    }
  }
  return unmarked;
}

/** Runs in the page: gives the element with the focus a number; false outside of the page and at one that has a number. */
function numberStop(): boolean {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element.dataset['stop']) return false;
  element.dataset['stop'] = String(document.querySelectorAll('[data-stop]').length);
  return true;
}

interface Mark {
  readonly stop: string;
  readonly element: string;
  /** Of the clearest mark to what is around it; 0 where no computed style differs. */
  readonly contrast: number;
  readonly isSlider: boolean;
}

/** Runs in the page: focuses each stop. The last key was Tab, so that it is marked as it is for a user of the keyboard. */
function contrastsOfMarks(): Mark[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  return [...document.querySelectorAll<HTMLElement>('[data-stop]')].map((element) => {
    const { stop = '', action = '', value = '' } = element.dataset;
    const name = [element.localName, element.className, action, value, element.textContent?.trim().slice(0, 20)];
    const isSlider = element.matches('input[type=range]');
    return { stop, element: name.filter(Boolean).join(' '), contrast: contrastOf(element), isSlider };
  });

  function contrastOf(element: HTMLElement): number {
    const parts = [element, ...partsOf(element)];
    element.blur();
    const blurred = parts.map(linesOf);
    element.focus();
    const contrasts = parts.flatMap((part, index) =>
      linesOf(part).flatMap((color, kind) => {
        if (color === '' || color === blurred[index]![kind]) return [];
        const offset = kind === 0 ? parseFloat(getComputedStyle(part).outlineOffset) : 0;
        // An outline at the border has the surroundings on its outer side, one away from it the same on both sides.
        const around = offset < -1 ? part : outside(offset > 0 ? element : part);
        return [contrast(color, backgroundOf(around))];
      }),
    );
    return Math.max(0, ...contrasts);
  }

  /** Colours of outline, border and shadow; empty where it has none. */
  function linesOf(part: HTMLElement): readonly string[] {
    const style = getComputedStyle(part);
    const hasOutline = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
    const shadow = /rgba?\([^)]*\)/.exec(style.boxShadow)?.[0] ?? '';
    return [hasOutline ? style.outlineColor : '', style.borderTopWidth === '0px' ? '' : style.borderTopColor, shadow];
  }

  function partsOf(host: Element): HTMLElement[] {
    const roots = [host, ...(host.shadowRoot ? [host.shadowRoot] : [])];
    return roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]);
  }

  function outside(part: Element): Element {
    const root = part.getRootNode();
    return part.parentElement ?? (root instanceof ShadowRoot ? root.host : document.body);
  }

  function backgroundOf(part: Element): string {
    for (let at = part; at !== document.body; at = outside(at)) {
      const { backgroundColor } = getComputedStyle(at);
      if (channels(backgroundColor)[3] === 1) return backgroundColor;
    }
    return getComputedStyle(document.body).getPropertyValue('--lens-background');
  }

  function contrast(first: string, second: string): number {
    const [darker, lighter] = [luminance(first), luminance(second)].sort((one, other) => one - other);
    return (lighter! + 0.05) / (darker! + 0.05);
  }

  /** Relative luminance of WCAG. */
  function luminance(color: string): number {
    const [red, green, blue] = channels(color).map((each) =>
      each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  }

  /** Red, green, blue and opacity from 0 to 1. */
  function channels(color: string): readonly number[] {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].map((each) => each / 255);
  }
}
