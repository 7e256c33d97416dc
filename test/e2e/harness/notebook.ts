/** Cells of an open notebook. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { courseCase, plane, type Nested } from '../../shared/course';
import type { Panel } from './Panel';
import type { Workbench } from './Workbench';

/** The code cell whose code holds `text`. */
export function cellOf({ page }: Workbench, text: string): Locator {
  return page.locator('.notebookOverlay .code-cell-row', { has: page.locator('.view-lines', { hasText: text }) });
}

/** Selects a cell by a click into its code. While outputs are being drawn the cells move, so that a click can miss. */
export async function selectCell(workbench: Workbench, text: string): Promise<void> {
  const selected = workbench.page.locator('.code-cell-row.focused .view-lines', { hasText: text });
  const focused = () =>
    selected.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  do await cellOf(workbench, text).locator('.view-line').first().click();
  while (!(await focused()));
}

/** The course's pool_backward of test/e2e/files/pooling.ipynb, at its last step. */
export async function expectBackwardPass(panel: Panel): Promise<void> {
  await panel.click('last');
  const result: Nested = courseCase('pool_backward_max').expected['dA_prev']!;
  const [batch = 0, , , channels = 0] = result.shape;
  const shown = await panel.values('dX');
  plane(result, batch - 1, channels - 1).forEach((row, r) =>
    row.forEach((value, c) => expect(shown[r]![c]).toBeCloseTo(value, 10)),
  );
}
