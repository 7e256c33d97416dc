/** Widths of the stage and of the code next to it; narrow panels have the code below. Pure. */

/** Width from which on the code is next to the stage. The user's own code is always seen with it, which takes height below it. */
const leastBeside = { usual: 1320, ownCode: 1000 };

const leastCode = { usual: 440, ownCode: 420 };

/** A layer whose listings have no more lines than these has them below its few maps, and its maps the whole width. */
const fewLines = 3;

/** One with no more lines than these has them below where its maps are then larger by this factor at least. */
const mostLinesBelow = 8;
const gainBelow = 1.15;

/** Pixels of a listing's tabs with the frame and the gap above it, and of a line. */
const codeFrame = 58;
const codeLine = 19;

/** Pixels of the user's code below the stage. */
const ownCode = 130;

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
 * `lines`: of the listing that the steps mark; `cellOf`: pixels per cell of the smallest map in such columns with the listing in
 * view, 0 where they do not fit.
 */
export function columnsOf(
  width: number,
  hasOwnCode: boolean,
  lines: number,
  cellOf: (columns: Columns) => number,
): Columns {
  const leastWidth = hasOwnCode ? leastBeside.ownCode : leastBeside.usual;
  const heights = hasOwnCode ? { below: ownCode, whole: 0 } : { below: 0, whole: codeFrame + codeLine * lines };
  const below = { stage: width, code: 0, ...heights };
  if (width < leastWidth || (!hasOwnCode && lines <= fewLines)) return below;
  const least = hasOwnCode ? leastCode.ownCode : leastCode.usual;
  const code = Math.round(Math.max(least, Math.min(600, width * 0.32)));
  const beside = { stage: width - code, code, below: 0, whole: 0 };
  const mayBeBelow = !hasOwnCode && lines <= mostLinesBelow;
  return mayBeBelow && cellOf(below) >= gainBelow * cellOf(beside) ? below : beside;
}
