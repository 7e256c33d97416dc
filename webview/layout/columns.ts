/** Widths of the stage and of the code next to it; narrow panels have the code below. Pure. */

/**
 * Width from which on the code may be next to the stage, and from which on it usually is. The user's own code is always seen
 * with the stage, which takes height below it.
 */
const leastBeside = 1000;
const usuallyBeside = 1320;

const leastCode = { usual: 440, ownCode: 420 };

/** A layer whose listings have no more lines than these has them below its few maps, and its maps the whole width. */
const fewLines = 3;

/** One with more lines than these is never below in a panel where it usually is not. */
const mostLinesBelow = 8;

/** The code is where it usually is not where the maps are then larger by this factor at least. */
const leastGain = 1.2;

/** Pixels of a listing's tabs with the frame and the gap above it, and of a line. */
const codeFrame = 58;
const codeLine = 19;

/**
 * Pixels of the user's code below the stage: the first that a stage with readable cells leaves. In the first one, which is for
 * panels of some width, two mistakes and both lines of a step's statement are seen.
 */
const ownCode = [150, 130, 96, 0];
const leastForBothLines = 500;

export interface Columns {
  readonly stage: number;
  /** Width of the code next to the stage, or 0. */
  readonly code: number;
  /** Height that the stage leaves to the code below it. */
  readonly below: number;
  /** Height of the whole listing below the stage, which leaves it where its cells are large enough nevertheless. */
  readonly whole: number;
}

/**
 * `lines`: of the listing that the steps mark; `cellOf`: pixels per cell of the smallest map in such columns (`isSeen`: with the
 * whole listing in view, 0 where they do not fit).
 */
export function columnsOf(
  width: number,
  hasOwnCode: boolean,
  lines: number,
  cellOf: (columns: Columns, isSeen: boolean) => number,
): Columns {
  const above = (below: number): Columns => ({ stage: width, code: 0, below, whole: 0 });
  const below = hasOwnCode
    ? above(ownCode.slice(width < leastForBothLines ? 1 : 0).find((each) => cellOf(above(each), true) > 0) ?? 0)
    : { ...above(0), whole: codeFrame + codeLine * lines };
  if (width < leastBeside || (!hasOwnCode && lines <= fewLines)) return below;
  const least = hasOwnCode ? leastCode.ownCode : leastCode.usual;
  const code = Math.round(Math.max(least, Math.min(600, width * 0.32)));
  const beside = { stage: width - code, code, below: 0, whole: 0 };
  if (hasOwnCode) return beside;
  if (width < usuallyBeside) return cellOf(beside, true) >= leastGain * cellOf(below, false) ? beside : below;
  return lines <= mostLinesBelow && cellOf(below, true) >= leastGain * cellOf(beside, true) ? below : beside;
}
