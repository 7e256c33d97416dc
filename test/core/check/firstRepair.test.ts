/** Several searches for one repair: which of their repairs is chosen. */
import { expect, it } from 'vitest';
import { firstRepair } from '../../../core/check/repair/firstRepair';
import type { Repair } from '../../../core/check/repair/searchEdits';
import type { SearchRepair } from '../../../core/check/repair/searchRepair';
import { msg } from '../../../core/message';

const repairOf = (count: number): Repair => ({
  candidates: Array.from({ length: count }, () => ({
    id: 'sign',
    detail: msg('The bias is not added'),
    edits: [],
    cost: 1,
  })),
  edits: [],
});

const without = (): SearchRepair => (budget) => ({ spent: budget, isBounded: true });

const finding =
  (count: number): SearchRepair =>
  () => ({ repair: repairOf(count), spent: 10, isBounded: false });

it('a single search has the whole budget', () => {
  expect(firstRepair([without], 1000).spent).toBe(1000);
});

it('one edit under another convention is chosen before two of the layer', () => {
  const found = firstRepair([() => finding(2), () => finding(1)], 1000);
  expect(found.repair?.candidates).toHaveLength(1);
  expect(firstRepair([() => finding(1), () => finding(1)], 1000).spent).toBe(10);
});
