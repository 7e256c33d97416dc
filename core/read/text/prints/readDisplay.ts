/**
 * Matrices as an interactive session shows them, under a heading that names the kind: MATLAB's `A =`, Julia's
 * `2×2 Matrix{Float64}:`, R's `[1,]`, old PyTorch's `[torch.FloatTensor of size 2x2]`.
 */
import type { Dialect } from '../types/Dialect';
import { match } from './finishDisplay';
import type { Display, DisplayFailure } from '../types/Display';

const BLANK_LINE = /[ \t\r]*(?:\n|$)/y;

/** The display that begins on the line at `at`; undefined where none does. */
export function readDisplay(text: string, at: number, dialect: Dialect): Display | DisplayFailure | undefined {
  if (match(BLANK_LINE, text, at)) return undefined;
  for (const read of dialect.displays) {
    const shown = read(text, at, dialect);
    if (shown) return shown;
  }
  return undefined;
}
