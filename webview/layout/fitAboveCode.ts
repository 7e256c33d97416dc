/** Lays out the stage above its listing, of which as much is seen as leaves the cells large enough. Pure. */
import { fitStage, leastHeight } from './fitStage';
import { mapCells, smallestMapOf } from './smallestMap';
import { comfortableCell, readableCell, sufficientCell, type RowSize, type StageFit } from './StageLayout';
import { stageMetrics } from './stageMetrics';

/** The stage has at least this part of the height. */
const leastStage = 0.4;

/** Pixels of the head of a listing and four of its lines, or two: the line of the step with those above it. */
const partsOfCode = [134, 96] as const;

/** Maps that are larger by this factor come before the rest of a listing. */
const mostLoss = 1.7;

/** Part of its size that a map without numbers keeps for some lines of the listing. */
const leastPicture = 0.75;

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
  const hasNumbers = smallestCell(rows, fit, true) === Infinity;
  const above = (part: number, leastCell: number, ofPicture: number): StageFit | undefined => {
    if (part > code || height - part < leastStage * height) return undefined;
    const lower = stageMetrics(isNarrow, width, false);
    // A stage that is full is not tried with less height.
    const least = Math.min(leastCell, smallestCell(rows, fit, false));
    if (hasNumbers && leastHeight(rows, width, least, lower) > height - part) return undefined;
    const shorter = fitStage(rows, width, height - part, lower);
    return shorter.fits && keepsCells(rows, fit, shorter, leastCell, ofPicture) ? shorter : undefined;
  };
  const whole = above(code, sufficientCell, 1);
  const isSufficient = whole && smallestMapOf(rows, fit) < mostLoss * smallestMapOf(rows, whole);
  if (isSufficient) return whole;
  const [some, less] = partsOfCode;
  const partly = above(some, comfortableCell, leastPicture);
  // All of a long listing is not worth maps that are much smaller for it.
  if (whole) return partly && smallestMapOf(rows, partly) >= mostLoss * smallestMapOf(rows, whole) ? partly : whole;
  return partly ?? above(less, comfortableCell, leastPicture) ?? fit;
}

/** Whether the maps of a shorter stage have cells that are large enough; pictures, whose cells have no numbers, may lose some. */
function keepsCells(
  rows: readonly RowSize[],
  fit: StageFit,
  shorter: StageFit,
  leastCell: number,
  ofPicture: number,
): boolean {
  const isLarge = smallestCell(rows, shorter, false) >= Math.min(leastCell, smallestCell(rows, fit, false));
  return isLarge && smallestCell(rows, shorter, true) >= ofPicture * smallestCell(rows, fit, true);
}

/** Pixels per cell of the smallest map with numbers, or of the smallest picture; Infinity without one. */
function smallestCell(rows: readonly RowSize[], fit: StageFit, isPicture: boolean): number {
  const cells = rows.flatMap((row, index) => mapCells(row, fit.rows[index]!));
  return Math.min(...cells.filter((cell) => cell < readableCell === isPicture));
}
