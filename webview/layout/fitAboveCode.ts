/** Lays out the stage above its listing, of which as much is seen as leaves the cells large enough. Pure. */
import { fitStage } from './fitStage';
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
  const above = (part: number, leastCell: number, ofPicture: number): StageFit | undefined => {
    if (part > code || height - part < leastStage * height) return undefined;
    const shorter = fitStage(rows, width, height - part, stageMetrics(isNarrow, width, false));
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
  const smallest = (each: StageFit, isPicture: boolean): number =>
    Math.min(
      ...rows.flatMap((row, index) =>
        mapCells(row, each.rows[index]!).filter((cell) => cell < readableCell === isPicture),
      ),
    );
  const isLarge = smallest(shorter, false) >= Math.min(leastCell, smallest(fit, false));
  return isLarge && smallest(shorter, true) >= ofPicture * smallest(fit, true);
}
