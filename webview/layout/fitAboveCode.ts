/** Lays out the stage above its listing, which is seen whole where the cells are large enough nevertheless. Pure. */
import { fitStage } from './fitStage';
import { smallestMapOf } from './smallestMap';
import { sufficientCell, type RowSize, type StageFit } from './StageLayout';
import { stageMetrics } from './stageMetrics';

/** The stage has at least this part of the height. */
const leastStage = 0.4;

/** `height`: of the stage and the listing together; `code`: of the whole listing. */
export function fitAboveCode(
  rows: readonly RowSize[],
  width: number,
  height: number,
  code: number,
  isNarrow: boolean,
): StageFit {
  const fit = fitStage(rows, width, height, stageMetrics(isNarrow, width, true));
  if (!fit.fits || height - code < leastStage * height) return fit;
  const shorter = fitStage(rows, width, height - code, stageMetrics(isNarrow, width, false));
  const isLarge = smallestMapOf(rows, shorter) >= Math.min(sufficientCell, smallestMapOf(rows, fit));
  return shorter.fits && isLarge ? shorter : fit;
}
