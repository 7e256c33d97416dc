/** What is done in the panel before a scene is looked at. */
import type { Page } from 'playwright-core';
import type { Granularity } from '../../../core/step/Stepper';
import { ready } from './PanelPage';

export function seekTo(part: number): (page: Page) => Promise<void> {
  return async (page) => {
    const slider = page.locator('input[data-action=seek]');
    const last = Number(await slider.getAttribute('max'));
    await slider.fill(String(Math.round(last * part)));
    await ready(page);
  };
}

/** The gradient of the same layer. */
export function backwardAt(part: number): (page: Page) => Promise<void> {
  return async (page) => {
    await inHeader(page, () => page.locator('[data-field=pass] button').nth(1).click());
    await ready(page);
    await seekTo(part)(page);
  };
}

/** Chooses how much one step does. */
export function chooseStep(granularity: Granularity): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator('[data-action=granularity]').click();
    await page.locator(`[data-action=granularity] vscode-option[value="${granularity}"]`).click();
    await ready(page);
  };
}

/** Types into a field of the header. */
export function typeInto(field: string, text: string): (page: Page) => Promise<void> {
  return async (page) => {
    await inHeader(page, async () => {
      await page.locator(`[data-field=${field}] input`).fill(text);
      await page.locator(`[data-field=${field}] input`).press('Enter');
    });
    await ready(page);
  };
}

/** Presses a button of a segmented field. */
export function press(field: string, value: string): (page: Page) => Promise<void> {
  return async (page) => {
    await inHeader(page, () => page.locator(`[data-field=${field}] [data-value="${value}"]`).click());
    await ready(page);
  };
}

/** Chooses an option of a dropdown. */
export async function choose(page: Page, field: string, value: string): Promise<void> {
  await inHeader(page, async () => {
    await page.locator(`[data-field=${field}] vscode-dropdown`).click();
    await page.locator(`[data-field=${field}] vscode-option[value="${value}"]`).click();
  });
  await ready(page);
}

/** The options are closed afterwards where they were. */
export async function setMatrix(page: Page): Promise<void> {
  const toggle = page.locator('[data-field=matrix] vscode-checkbox');
  const more = page.locator('[data-action=moreFields]');
  await inHeader(page, async () => {
    const wasClosed = !(await toggle.isVisible());
    if (wasClosed) await more.click();
    await toggle.click();
    if (wasClosed) await more.click();
  });
  await ready(page);
}

/** Where the header is folded, it is unfolded meanwhile. */
async function inHeader(page: Page, act: () => Promise<void>): Promise<void> {
  const folded = page.locator('header.folded');
  const isFolded = (await folded.count()) > 0;
  const fold = page.locator('[data-action=foldHeader]');
  if (isFolded) await fold.click();
  await act();
  if (isFolded) await fold.click();
}
