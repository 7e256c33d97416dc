/** Widths of the stage and of the code next to it; narrow panels have the code below. Pure. */

/** Width from which on the code is next to the stage. The user's own code is always seen with it, which takes height below it. */
const leastBeside = { usual: 1320, ownCode: 1000 };

const leastCode = { usual: 440, ownCode: 420 };

/** A layer whose listings have no more lines than these has them below its few maps, and its maps the whole width. */
const fewLines = 3;

/** Pixels of such a listing with its tabs, and of one that has a single line, which is seen below the stage in every panel. */
const shortCode = 115;
const oneLine = 77;

/** Pixels of the user's code below the stage. */
const ownCode = 130;

export interface Columns {
  readonly stage: number;
  /** Width of the code next to the stage, or 0. */
  readonly code: number;
  /** Height that the stage leaves to the code below it. */
  readonly below: number;
}

/** `lines`: of the longest listing. */
export function columnsOf(width: number, hasOwnCode: boolean, lines: number): Columns {
  const kind = hasOwnCode ? 'ownCode' : 'usual';
  if (!hasOwnCode && lines === 1) return { stage: width, code: 0, below: oneLine };
  if (width < leastBeside[kind]) return { stage: width, code: 0, below: hasOwnCode ? ownCode : 0 };
  if (lines <= fewLines) return { stage: width, code: 0, below: shortCode };
  const code = Math.round(Math.max(leastCode[kind], Math.min(600, width * 0.32)));
  return { stage: width - code, code, below: 0 };
}
