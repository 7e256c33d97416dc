/** A walk through a page by Tab: each stop with its name, and whether it is marked and seen. */
import type { Page } from 'playwright-core';

export interface Stop {
  readonly element: string;
  readonly name: string;
  readonly isMarked: boolean;
  readonly isSeen: boolean;
}

/** The elements that Tab stops at, from one end of the page until it leaves it at the other. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  await goBefore(page, key === 'Tab');
  const stops: Stop[] = [];
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(readStop);
    if (stop === null) break;
    stops.push({ ...stop, isMarked: stop.isMarked || (await looksDifferent(page)) });
  }
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('[data-walked]')) delete each.dataset.walked;
  });
  return stops;
}

/** Sets where the browser goes on from: before the page's first stop, or after its last. */
export async function goBefore(page: Page, forward: boolean): Promise<void> {
  await page.evaluate((atStart) => {
    // A button that is focused and gone is where the browser goes on from.
    const start = document.createElement('button');
    if (atStart) document.body.prepend(start);
    else document.body.append(start);
    start.focus();
    start.remove();
  }, forward);
}

/** Runs in the page: the element with the focus; null outside of the page and at an element that was seen before. */
function readStop(): Stop | null {
  const outer = document.activeElement;
  let at = outer;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!(at instanceof HTMLElement) || !(outer instanceof HTMLElement) || at === document.body) return null;
  if (outer.dataset.walked === 'yes') return null;
  outer.dataset.walked = 'yes';
  // A screen reader reads the element inside of a toolkit's control, whose host has a name of its own.
  const both = [at, outer];
  const names = [
    ...both.map((each) => each.getAttribute('aria-label')),
    ...both
      .flatMap((each) => each.getAttribute('aria-labelledby')?.split(' ') ?? [])
      .map((id) => {
        return document.getElementById(id)?.textContent;
      }),
    ...both.flatMap((each) => [...((each as HTMLInputElement).labels ?? [])].map((label) => label.textContent)),
    ...both.map((each) => each.title),
    outer.shadowRoot ? '' : outer.textContent,
    outer.localName === 'vscode-text-field' ? '' : outer.textContent,
  ];
  const { top, bottom, left, right } = outer.getBoundingClientRect();
  return {
    element: `${outer.localName}.${outer.className} ${JSON.stringify(outer.dataset)}`,
    name:
      names
        .find((name) => name?.trim())
        ?.trim()
        .slice(0, 40) ?? '',
    isMarked: both.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    }),
    isSeen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
  };
}

/** Whether the element with the focus looks different without it: a thumb or a border may be what is marked. */
export async function looksDifferent(page: Page): Promise<boolean> {
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const focused = await element.screenshot();
  await element.evaluate((each) => each.blur());
  const blurred = await element.screenshot();
  await element.evaluate((each) => each.focus());
  return !focused.equals(blurred);
}

/** More stops than any page has. */
export const most = 150;
