import { expect, test } from 'vitest';
import type { CellRef, Explanation } from '../../../core/step/Frame';
import { Explainer } from '../../../webview/cells/Explainer';

function explaining() {
  const asked: { request: number; cell: CellRef; t: number }[] = [];
  const explainer = new Explainer({
    ask: (request, cell, t) => asked.push({ request, cell, t }),
    changed: () => undefined,
  });
  const answer = (): void => {
    const { request, cell } = asked.at(-1);
    const explanation: Explanation = { cell, title: { spans: [] }, boxes: {}, lines: [], steps: [] };
    explainer.receive({ type: 'explanation', generation: 1, request, explanation });
  };
  return { explainer, asked, answer };
}

const cell = (row: number): CellRef => ({ map: 'x', row, col: 0 });

test('while an answer is awaited only the newest question is kept', () => {
  const { explainer, asked, answer } = explaining();
  for (let row = 0; row < 5; row++) explainer.hover(cell(row));
  expect(asked.map(({ cell: { row } }) => row)).toEqual([0]);
  answer();
  expect(asked.map(({ cell: { row } }) => row)).toEqual([0, 4]);
  expect(explainer.explanation).toBeUndefined();
  answer();
  expect(explainer.explanation?.cell.row).toBe(4);
  expect(explainer.isWaiting).toBe(false);
});

test('leaving a hovered cell brings back the pinned one at once, without a question', () => {
  const { explainer, asked, answer } = explaining();
  explainer.pin(cell(1));
  answer();
  explainer.hover(cell(2));
  answer();
  expect(explainer.explanation?.cell.row).toBe(2);
  explainer.hover(undefined);
  expect(explainer.explanation?.cell.row).toBe(1);
  expect(asked).toHaveLength(2);
});

test('a pinned cell is explained again at another step', () => {
  const { explainer, asked, answer } = explaining();
  explainer.pin(cell(1));
  answer();
  explainer.setStep(7);
  expect(asked.at(-1)).toMatchObject({ cell: cell(1), t: 7 });
});

test('after a change of the arrays an answer to an old question is not taken', () => {
  const { explainer, answer } = explaining();
  explainer.pin(cell(1));
  explainer.reset();
  answer();
  expect(explainer.explanation).toBeUndefined();
});
