/** Widths of the stage and of the code next to it; narrow panels have the code below. Pure. */

/** Width from which on the code is next to the stage. The user's own code is always seen with it, which takes height below it. */
const leastBeside = { usual: 1320, ownCode: 1000 };

const leastCode = { usual: 440, ownCode: 420 };

export function columnsOf(width: number, hasOwnCode: boolean): { readonly stage: number; readonly code: number } {
  const kind = hasOwnCode ? 'ownCode' : 'usual';
  if (width < leastBeside[kind]) return { stage: width, code: 0 };
  const code = Math.round(Math.max(leastCode[kind], Math.min(600, width * 0.32)));
  return { stage: width - code, code };
}
