/** Of a function whose sizes are written in it, as in an exercise with one image: other values of its call's sizes, and what is reported. */
import type { NdArray } from '../../array/NdArray';
import { formatMessage, msg } from '../../message';
import { omit } from '../../omit';
import { RandomState } from '../../random/RandomState';
import type { LayerCase } from '../cases/LayerCase';
import { agrees } from '../compare/runCase';
import type { Run } from '../Run';
import type { FunctionCheck } from '../FunctionCheck';

/** Sets of other values: one alone can hide a mistake. */
const SEEDS = [1, 2, 3];

/** Other values in arrays of the same shapes. */
export function ofSameSizes(layerCase: LayerCase): LayerCase[] {
  return SEEDS.map((seed) => withOtherValues(layerCase, seed));
}

function withOtherValues(layerCase: LayerCase, seed: number): LayerCase {
  const random = new RandomState(seed);
  const drawn = ({ shape }: NdArray): NdArray => random.randn(...shape);
  const { x, w, b, gradient, ...rest } = omit(layerCase, 'isInteger', 'isByte', 'hasByteFilter');
  return {
    ...rest,
    ...(x && { x: drawn(x) }),
    ...(w && { w: drawn(w) }),
    ...(b && { b: drawn(b) }),
    ...(gradient && { gradient: drawn(gradient) }),
    label: msg('other values of the same sizes'),
  };
}

/** What is reported of a function that agrees on its own sizes. */
export function writtenSizes({ cases, outcomes }: Run): Pick<FunctionCheck, 'convention' | 'conventionDetail'> {
  const [, rows, cols] = cases[0]?.layerCase.x?.shape ?? [];
  if (!outcomes.every(agrees) || rows === undefined || cols === undefined) return {};
  const detail = msg('its sizes are written in its text: it was compared on inputs of {0}×{1} only', rows, cols);
  return { convention: formatMessage(detail), conventionDetail: detail };
}
