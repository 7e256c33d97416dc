import { expect, test } from 'vitest';
import { columnsOf } from '../../../webview/layout/columns';

test.each([
  ['a loop of 12 lines at 1120 px is below', 1120, false, 12, { stage: 1120, code: 0, below: 0 }],
  ['a loop of 12 lines at 1600 px is next to the stage', 1600, false, 12, { stage: 1088, code: 512, below: 0 }],
  [
    'one line at 1600 px is below, and the stage leaves it its height',
    1600,
    false,
    1,
    { stage: 1600, code: 0, below: 115 },
  ],
  ['own code at 525 px is seen below', 525, true, 30, { stage: 525, code: 0, below: 130 }],
  ['own code at 1120 px is next to the stage', 1120, true, 30, { stage: 700, code: 420, below: 0 }],
] as const)('%s', (_, width, hasOwnCode, lines, columns) => {
  expect(columnsOf(width, hasOwnCode, lines)).toEqual(columns);
});
