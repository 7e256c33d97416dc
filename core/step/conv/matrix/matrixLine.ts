/** `Z_col[6, 2] = 0.32 · 0.10 + … + −0.46 (b) = −8.34`: a row of the unrolled input times a column of the filters. */
import { pixelAt } from '../../../layer/window';
import { msg } from '../../../message';
import type { Line } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { foldedSum, line, number, plus, say, text } from '../../shared/words/spans';
import { channelSums } from '../channelSums';
import type { ConvScene } from '../ConvScene';

/** Products of the sum that are not collapsed. */
const shownTerms = 2;

/** `window`: the row. Products that are exactly 0, as those of the padding, are left out. */
export function matrixLine(scene: ConvScene, position: StepPosition, window: number): Line {
  const { planes, names } = scene;
  const { i, c, lastProduct } = position;
  const { h, w } = pixelAt(planes.geometry, window);
  const sums = channelSums(scene, position);
  const terms = Array.from({ length: lastProduct + 1 }, (_, entry) => {
    const [channel, tap] = [Math.floor(entry / planes.taps), entry % planes.taps];
    return [planes.tapValue(i, h, w, tap, planes.firstChannel(c) + channel), planes.weight(tap, channel, c)] as const;
  }).filter(([value, weight]) => value * weight !== 0);
  const products = terms.map(([value, weight]) => [scene.factor('x', value), text(' · '), scene.factor('w', weight)]);
  const bias = sums.complete && planes.layer.b ? [...plus(planes.bias(c)), text(` (${names.b})`, 'dim')] : [];
  const head = sums.complete ? text(`${names.z}_col[${window}, ${c}]`) : say(msg('so far'));
  const sum = products.length === 0 ? [number(0)] : foldedSum(products, shownTerms);
  return line(head, text(' = '), sum, bias, text(' = '), number(sums.total, 'result'));
}
