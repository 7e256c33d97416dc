import { expect, test } from 'vitest';
import type { LadderRow, SmallMap } from '../../../core/step/Frame';
import { windowCell } from '../../../webview/layout/StageLayout';
import { numberCell } from '../../../webview/stage/numberCell';

const map = (min: number, max: number, integers: boolean): SmallMap => ({
  rows: 3,
  cols: 3,
  values: new Float32Array(9),
  scale: { kind: min < 0 ? 'diverging' : 'sequential', min, max },
  integers,
});
const row = (window: SmallMap, filter: SmallMap): LadderRow => ({
  label: { text: '', args: [] },
  selected: false,
  window,
  filter,
});

test.each([
  ['bytes and a filter of −2 to 2', [row(map(0, 255, true), map(-2, 2, true))], 14],
  ['numbers up to −9999', [row(map(-9999, 9999, true), map(-2, 2, true))], 22],
  ['numbers of nine digits', [row(map(0, 123456789, true), map(-2, 2, true))], windowCell],
  ['bytes and a filter with decimals', [row(map(0, 255, true), map(-1.5, 2, false))], windowCell],
] as const)('%s', (_, rows, cell) => expect(numberCell(rows)).toBe(cell));
