/** Draws in place of those of generators that are not reproduced, by distribution. */
import type { TextRange } from '../../../ParseResult';
import { convert } from '../../array/elementwise';
import { arrayOf, type PyArray } from '../../array/PyArray';
import type { Dtype } from '../../array/dtype';
import type { Context } from '../../runtime/Context';

export type Distribution =
  | { readonly kind: 'normal'; readonly mean: number; readonly std: number }
  /** Normal, drawn again beyond two standard deviations. */
  | { readonly kind: 'truncated'; readonly mean: number; readonly std: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** From `low` to below `high`. */
  | { readonly kind: 'integers'; readonly low: number; readonly high: number };

export interface OtherDraw {
  readonly callee: string;
  /** The name of the framework: `TensorFlow`. */
  readonly generator: string;
  readonly range: TextRange;
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly notation?: PyArray['notation'];
}

/** Throws a LensError where the array is too large. */
export function drawOther(distribution: Distribution, draw: OtherDraw, context: Context): PyArray {
  const { callee, generator, range, shape, dtype, notation } = draw;
  const size = context.allocate(shape, range);
  context.spend(20 * size, range);
  const state = context.other.draw(callee, generator, range, (warning) => context.remark(warning, range));
  const next = (): number => {
    switch (distribution.kind) {
      case 'normal':
        return state.normal(distribution.mean, distribution.std, [1]).data[0]!;
      case 'truncated':
        for (;;) {
          const value = state.normal(0, 1, [1]).data[0]!;
          if (Math.abs(value) <= 2) return distribution.mean + distribution.std * value;
        }
      case 'uniform':
        return state.uniform(distribution.low, distribution.high, [1]).data[0]!;
      case 'integers':
        return state.randint(distribution.low, distribution.high, [1]).data[0]!;
    }
  };
  const drawn = arrayOf(Float64Array.from({ length: size }, next), shape, 'float64', notation ? { notation } : {});
  return dtype === 'float64' ? drawn : convert(drawn, dtype, context);
}
