/** Two equations side by side: what one of them leaves of its half, the other one has. */
import { expect, test } from 'vitest';
import { fitStage } from '../../../webview/layout/fitStage';
import { barLength } from '../../../webview/layout/ladderSize';
import { windowCell } from '../../../webview/layout/StageLayout';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { backward, cellsOf, expectInside, forward, gradients } from './stageRows';

const metrics = stageMetrics(false, 1088);

test('a dilated gradient at 1088×545: the maps of the first equation are larger in a wider column, next to a narrower one', () => {
  const [given, learned] = gradients(7, 8, 2, 5, 6);
  const items = given!.items.map((item) => (item.kind === 'map' && item.id === 'dZ' ? { ...item, planes: 2 } : item));
  const rows = [{ ...given!, items }, learned!];
  const fit = fitStage(rows, 1088, 545, metrics);
  expect(fit.columns).toBe(true);
  expect(fit.height).toBeLessThanOrEqual(545);
  expect(fit.firstColumn).toBeGreaterThan(560);
  expect(fit.rows[0]!.shelves.length).toBe(1);
  expect(Math.min(...cellsOf([rows[0]!], { ...fit, rows: [fit.rows[0]!] }))).toBeGreaterThanOrEqual(31);
  expectInside(rows, fit, 1088);
});

test('a convolution at 1088×500: the ladder has numbers and bars of 90 px in a wider column', () => {
  const rows = forward(7, 9, 3, 3, 4);
  const fit = fitStage(rows, 1088, 500, metrics);
  expect(fit.firstColumn).toBeLessThan(500);
  const size = rows[1]!.items[0]!;
  const { cell, width } = fit.rows[1]!.items[0]!;
  expect(cell).toBeGreaterThanOrEqual(windowCell);
  expect(size.kind === 'ladder' && barLength(size, cell, width)).toBeGreaterThanOrEqual(90);
  expectInside(rows, fit, 1088);
});

test('the course’s gradients at 1088×345 have columns of one width: neither equation leaves the other one anything', () => {
  const fit = fitStage(backward, 1088, 345, metrics);
  expect([fit.fits, fit.columns, fit.firstColumn]).toEqual([true, true, undefined]);
});

test('gradients of a 96×96 picture at 1088×520: the filter’s changes have cells of 40 px, the picture is a little smaller for it', () => {
  const rows = gradients(96, 96, 3, 94, 94).map(({ items, lines }) => ({
    lines,
    items: items.map((item) => (item.kind === 'map' && item.id === 'dW' ? { ...item, hasChanges: true } : item)),
  }));
  const fit = fitStage(rows, 1088, 520, metrics);
  expect([fit.fits, fit.columns]).toEqual([true, true]);
  expect(fit.rows[1]!.items[5]!.cell).toBeGreaterThanOrEqual(40);
  expect(fit.rows[1]!.items[0]!.cell * 96).toBeGreaterThan(180);
  expectInside(rows, fit, 1088);
});
