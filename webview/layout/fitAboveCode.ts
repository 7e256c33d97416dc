/** Lays out the stage above its listing, of which as much is seen as leaves the cells large enough. Pure. */
import { fitStage } from './fitStage';
import { smallestMapOf } from './smallestMap';
import { comfortableCell, sufficientCell, type RowSize, type StageFit } from './StageLayout';
import { stageMetrics } from './stageMetrics';

/** The stage has at least this part of the height. */
const leastStage = 0.4;

/** Pixels of the head of a listing and four of its lines, or two: the line of the step with those above it. */
const partsOfCode = [134, 96];

/** `height`: of the stage and the listing together; `code`: of the whole listing. */
export function fitAboveCode(
  rows: readonly RowSize[],
  width: number,
  height: number,
  code: number,
  isNarrow: boolean,
): StageFit {
  const fit = fitStage(rows, width, height, stageMetrics(isNarrow, width, true));
  if (!fit.fits) return fit;
  const smallest = smallestMapOf(rows, fit);
  const seen = [
    { part: code, leastCell: sufficientCell },
    ...partsOfCode.filter((part) => part < code).map((part) => ({ part, leastCell: comfortableCell })),
  ];
  for (const { part, leastCell } of seen) {
    if (height - part < leastStage * height) continue;
    const shorter = fitStage(rows, width, height - part, stageMetrics(isNarrow, width, false));
    if (shorter.fits && smallestMapOf(rows, shorter) >= Math.min(leastCell, smallest)) return shorter;
  }
  return fit;
}
