/** Sizes of the stage's frames, the same as in row.css and map.css. */
import type { StageMetrics } from './StageLayout';

/** Narrower panels have smaller gaps; the style sheet has the same limit. */
export const narrowWidth = 900;

/** Narrower rows show the result of a line of numbers below it; row.css has the same limit. */
const slimRow = 400;

/** Lower panels fold their header and have a smaller inset; the style sheets and header/HeaderView.ts have the same limit. */
export const shortHeight = 480;

/** Cells of small maps where large ones in the row cannot have as many pixels. */
const smallCell = 30;

/** Pixels of the largest cells: where the code is below the stage, and where the stage has the whole height. */
const largestCell = { aboveCode: 76, nextToCode: 96, low: 220 };

/** Sizes of framed equations in a stage of `width` pixels; `codeIsBelow`: they leave some of the height to the code. */
export function stageMetrics(isNarrow: boolean, width = Infinity, codeIsBelow = true): StageMetrics {
  const narrow = { rowGap: 8, rowTitle: 25, padding: 8, gap: 6, shelfGap: 10, mapTitle: 16, line: 19 };
  const wide = { rowGap: 12, rowTitle: 31, padding: 13, gap: 10, shelfGap: 14, mapTitle: 20, line: 22 };
  const sizes = isNarrow ? narrow : wide;
  return {
    ...sizes,
    line: width < slimRow ? 2 * sizes.line : sizes.line,
    sentence: sizes.line,
    colorBar: 8,
    note: 15,
    largestCell: codeIsBelow ? largestCell.aboveCode : largestCell.nextToCode,
    largestLowCell: largestCell.low,
    largeSide: 10,
    smallCell,
    fillsHeight: !codeIsBelow,
    breakGain: 1.3,
  };
}

/** Narrower presentations have titles and digits of the usual size; present.css has the same limit. */
export const leastPresented = 480;

/** Sizes in a presentation: one equation without a frame. */
export const presentMetrics: StageMetrics = {
  rowGap: 0,
  rowTitle: 0,
  padding: 0,
  gap: 18,
  shelfGap: 18,
  mapTitle: 28,
  line: 0,
  sentence: 0,
  colorBar: 0,
  note: 24,
  largestCell: 110,
  largestLowCell: 110,
  largeSide: 16,
  smallCell,
  fillsHeight: true,
  breakGain: 1.05,
};

/** In a narrow panel. */
export const narrowPresentMetrics: StageMetrics = {
  ...presentMetrics,
  gap: 6,
  shelfGap: 10,
  mapTitle: 16,
  note: 15,
};
