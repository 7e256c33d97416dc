/** Widths of the stage and of the code next to it; narrow panels have the code below. Pure. */

/** Width from which on the code is next to the stage. */
const leastBeside = 1320;

export function columnsOf(width: number): { readonly stage: number; readonly code: number } {
  if (width < leastBeside) return { stage: width, code: 0 };
  const code = Math.round(Math.max(440, Math.min(600, width * 0.32)));
  return { stage: width - code, code };
}
