/** Several searches for one repair: which of their repairs is chosen. */
import { expect, it } from 'vitest';
import { firstRepair } from '../../../../core/check/repair/firstRepair';
import type { Repair } from '../../../../core/check/repair/searchEdits';
import type { SearchRepair } from '../../../../core/check/repair/searchRepair';
import { msg } from '../../../../core/message';

const repairOf = (count: number, distance: number): Repair => {
  const edits = Array.from({ length: count }, (_, k) => ({
    range: [k * distance, k * distance + 1] as const,
    text: '-',
  }));
  const detail = msg('The bias is not added');
  return { candidates: edits.map((edit) => ({ id: 'sign', detail, edits: [edit], cost: 1 })), edits };
};

const without = (): SearchRepair => (budget) => ({ spent: budget, isBounded: true });

const finding =
  (count: number, distance = 1000): SearchRepair =>
  () => ({ repair: repairOf(count, distance), spent: 10, isBounded: false });

it('a single search has the whole budget', () => {
  expect(firstRepair([without], 1000).spent).toBe(1000);
});

it('one edit under another convention is chosen before two of the layer', () => {
  const found = firstRepair([() => finding(2), () => finding(1)], 1000);
  expect(found.repair?.candidates).toHaveLength(1);
  expect(firstRepair([() => finding(1), () => finding(1)], 1000).spent).toBe(10);
});

it('one change at several places of a statement is one edit', () => {
  const found = firstRepair([() => finding(2, 20), () => finding(1)], 1000);
  expect(found.repair?.candidates).toHaveLength(2);
  expect(found.spent).toBe(10);
});
