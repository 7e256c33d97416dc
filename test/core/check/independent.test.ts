/**
 * Programs whose author did not know the check: the correct ones are not accused, the mistake of each wrong one is
 * named at its line. What is not found yet is listed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check';
import { everything } from '../../everything';

const folder = join(import.meta.dirname, '../../programs/independent');
const wrong = JSON.parse(readFileSync(join(folder, 'wrong.json'), 'utf8')) as Record<string, { lines: number[] }>;
const open = JSON.parse(readFileSync(join(folder, 'open.json'), 'utf8')) as string[];
/** Programs whose form or mistake no other test has. */
const NAMED = [
  'c4_21',
  'c4_23',
  'c4_35',
  'c4_39',
  'w6_05',
  'w6_07',
  'w6_22',
  'w6_23',
  'w6_25',
  'w6_36',
  'w7_20',
  'w7_33',
  'w7_34',
  'w7_38',
  'w7_18',
  'w8_16',
  'w8_22',
  'w8_24',
  'w8_29',
  'w8_34',
  'w8_35',
  'w8_37',
  'w8_38',
  'c7_12',
  'c7_14',
  'w9_04',
  'w9_07',
  'w9_11',
  'w9_12',
  'w9_18',
  'w9_22',
  'w9_31',
  'w9_34',
  'w9_35',
  'w9_37',
  'c8_09',
  'c8_13',
  'c8_25',
  'w10_09',
  'w10_14',
  'w10_16',
  'w10_21',
  'w10_23',
  'w10_30',
  'w10_31',
  'w10_36',
  'c9_15',
  'c9_21',
  'w11_27',
  'c13_15',
  'c13_18',
  'c13_28',
  'w16_11',
  'w16_21',
  'w16_32',
  'w16_36',
  'w10_17',
  'w17_29',
  'w21_23',
  'w14_22',
  'w3_06',
  'w10_29',
  'w14_19',
  'w16_07',
  'w5_23',
  'w14_25',
  'w14_27',
  'w17_08',
  'w17_14',
  'w17_18',
  'w17_21',
  'w17_25',
  'w17_32',
  'w17_33',
  'w17_35',
  'w17_36',
  'w18_03',
  'w18_05',
  'w18_09',
  'w18_12',
  'w18_30',
  'w18_31',
  'w18_38',
  'w18_39',
  'c13_24',
  'c15_14',
  'w19_31',
  'c17_14',
  'w17_38',
  'w19_05',
  'w19_24',
  'w19_34',
  'c12_18',
  'c17_16',
  'c18_05',
  'c18_20',
  'c18_24',
  'c7_28',
  'c8_29',
  'w16_06',
  'w19_40',
  'w20_12',
  'w20_13',
  'w20_16',
  'w20_19',
  'w20_20',
  'w20_27',
  'w20_30',
  'w20_33',
  'w20_34',
  'w20_35',
  'w20_38',
  'w21_19',
  'w21_32',
  'w21_36',
  'c19_17',
  'w22_03',
  'w22_13',
  'w22_17',
  'w22_22',
  'w22_39',
  'c21_03',
  'c21_13',
  'c21_24',
  'w23_20',
  'w23_27',
  'w23_34',
  'w23_40',
  'w22_09',
  'w23_18',
  'w22_38',
  'w22_40',
  'w25_05',
  'w25_34',
  'w25_40',
];
/** Programs whose search takes some seconds; `w14_25` and `w10_31` are as long and in every run. */
const SLOW = [
  ...[
    'c17_16',
    'w19_31',
    'w16_31',
    'w16_32',
    'w9_35',
    'w19_24',
    'w6_11',
    'w6_22',
    'c8_13',
    'w11_21',
    'w10_23',
    'w14_22',
  ],
  ...['w8_37', 'w10_14', 'w16_01'],
];
/** The newest are in every run, of the others a third, of those without a name a thirtieth. */
const newest = 20;
const named = new Set(NAMED.filter((_, k) => k % 3 === 0 || k >= NAMED.length - newest));

function isChosen(name: string, k: number): boolean {
  return everything || ((k % 30 === 0 || named.has(name)) && !SLOW.includes(name));
}

/** Milliseconds that the process has computed: the search has the same time on a loaded machine. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe('checkCode: correct programs of others', () => {
  const files = readdirSync(join(folder, 'right')).filter((file, k) => isChosen(file.slice(0, -3), k));

  it.each(files)('%s has no mistake', { timeout: 60_000 }, (file) => {
    // A function that is refused has no repair: its search would end at its bound.
    const budget = everything ? 6_000 : 1_500;
    const checks = checkCode(readFileSync(join(folder, 'right', file), 'utf8'), { now: processorTime, budget });
    for (const check of checks.filter(({ refused }) => !refused)) {
      expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
    }
  });
});

describe('checkCode: forms of arguments and results', () => {
  it.each([
    ['c5_26', 'a rate of a dilation'],
    ['c5_30', 'the size of a pooling as `kernel`'],
    ['c5_33', 'an image filter of colors'],
    ['c5_38', 'a padding of four sides'],
    ['c5_40', 'a gradient that is returned after the output'],
    ['c6_22', 'a pooling with ceil_mode'],
    ['c6_34', 'a known filter of colors'],
  ])('%s: %s is checked', (name) => {
    const checks = checkCode(readFileSync(join(folder, 'right', `${name}.py`), 'utf8'), { now: processorTime });
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });
});

describe('checkCode: wrong programs of others', () => {
  const names = Object.keys(wrong).filter((name, k) => isChosen(name, k) && !open.includes(name));

  it.each(names)('%s: the line and a verified repair', { timeout: 60_000 }, (name) => {
    const checks = checkCode(readFileSync(join(folder, 'wrong', `${name}.py`), 'utf8'), { now: processorTime });
    const mistakes = checks.flatMap((check) => check.mistakes);
    const named = mistakes.filter(({ line }) => line !== undefined && wrong[name]!.lines.includes(line));
    expect(named.map(({ verified }) => verified)).toContain(true);
  });

  it(
    'a cache that is unpacked in another order than it is packed in: the unpacking is named',
    { timeout: 60_000 },
    () => {
      const checks = checkCode(readFileSync(join(folder, 'wrong/w6_09.py'), 'utf8'), { now: processorTime });
      const mistakes = checks.flatMap((check) => check.mistakes);
      expect(mistakes).toMatchObject([{ id: 'order-of-values', line: 25, verified: true }]);
    },
  );
});
