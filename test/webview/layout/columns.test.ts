import { expect, test } from 'vitest';
import { columnsOf } from '../../../webview/layout/columns';

const below = (stage: number, height: number) => ({ stage, code: 0, below: height });

test.each([
  ['a loop of 12 lines at 1120 px is below', 1120, false, 12, { stage: 1120, code: 0, below: 0 }],
  ['a loop of 12 lines at 1600 px is next to the stage', 1600, false, 12, { stage: 1088, code: 512, below: 0 }],
  ['three lines at 1600 px are below, and the stage leaves them their height', 1600, false, 3, below(1600, 115)],
  ['one line is seen below at 1600 px', 1600, false, 1, below(1600, 77)],
  ['and at 525 px', 525, false, 1, below(525, 77)],
  ['three lines at 525 px are below what the stage takes', 525, false, 3, below(525, 0)],
  ['own code at 525 px is seen below', 525, true, 30, { stage: 525, code: 0, below: 130 }],
  ['own code at 1120 px is next to the stage', 1120, true, 30, { stage: 700, code: 420, below: 0 }],
] as const)('%s', (_, width, hasOwnCode, lines, columns) => {
  expect(columnsOf(width, hasOwnCode, lines)).toEqual(columns);
});
