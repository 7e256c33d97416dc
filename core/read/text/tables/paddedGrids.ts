/** A table that is an earlier one with a border of zeros: the text shows its padding. */
import type { ParsedArray } from '../../ParseResult';
import { padOf } from '../agreement/padOf';

/** The tables without the padded ones, and the pad. */
export function withoutPadded(grids: readonly ParsedArray[]): {
  readonly grids: readonly ParsedArray[];
  readonly values: Readonly<{ pad?: number }>;
} {
  const pads = grids.map(({ array }, index) =>
    grids.slice(0, index).reduce((pad, earlier) => pad || padOf(earlier.array, array), 0),
  );
  const pad = pads.find((each) => each > 0);
  return { grids: grids.filter((_, index) => pads[index] === 0), values: pad === undefined ? {} : { pad } };
}
