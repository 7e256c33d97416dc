/** The steps of conv_transpose_backward: window of dz_pad ⊙ W summed into dA_prev, window · a added to dW. */
import { kernelCell, tapCell } from '../../layer/window';
import { msg } from '../../message';
import type { CellRef, Frame, Span } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { separatedTerms } from '../shared/words/separatedTerms';
import { stageRow } from '../shared/words/rows';
import { glyphs, map, windowBox } from '../shared/stage';
import { element, foldedSum, line, number, say, term, text } from '../shared/words/spans';
import {
  transposeFilterGradientMap,
  filterMap,
  gradientMap,
  transposeInputGradientMap,
  transposeInputMap,
  productMap,
} from './transposeMaps';
import type { TransposeScene } from './TransposeScene';

/** Products of a sum that are not collapsed. */
const shownTerms = 3;

export function transposeBackwardFrame(
  scene: TransposeScene,
  t: number,
  position: StepPosition,
  channel: number,
): Frame {
  const { planes, names } = scene;
  const { i, h, w, c, lastProduct } = position;
  const { rows, cols } = planes.geometry;
  const window = windowBox(rows, cols, h, w, 'window');
  const sumOf = (last: number): number => partialSum(scene, position, last);
  const value = number(sumOf(lastProduct));
  const gradient = gradientMap(scene, position, channel, window);
  return {
    t,
    stage: [
      stageRow({
        id: 'inputGradient',
        title: `${names.dX}[i, h, w, c] = Σ window ⊙ ${names.w}[…, c]`,
        aside: msg('where the gradient goes'),
        items: [
          map(gradient),
          map(scene.windowMap(gradient, position, 'window')),
          glyphs.times,
          map(filterMap(scene, position, channel)),
          glyphs.equals,
          map(productMap(scene, position, channel)),
          glyphs.arrow,
          map(transposeInputGradientMap(scene, position, sumOf)),
        ],
        lines: [
          line(
            element(names.dX, i, h, w, c),
            text(' = Σ '),
            foldedSum(products(scene, position, channel), shownTerms),
            text(' = '),
            number(sumOf(lastProduct), 'result'),
          ),
        ],
      }),
      stageRow({
        id: 'filterGradient',
        title: `${names.dW}[…, c] += window · ${names.x}[i, h, w, c]`,
        aside: msg('what the filter learns'),
        items: [
          map(transposeInputMap(scene, position)),
          glyphs.dot,
          map(scene.windowMap(gradient, position, 'slice')),
          glyphs.adds,
          map(transposeFilterGradientMap(scene, position, channel)),
        ],
        lines: [line(separatedTerms(updates(scene, position, channel)))],
      }),
    ],
    code: scene.loop.state(position, value),
    announcement: line(element(names.dX, i, h, w, c), text(' = '), value),
    position: { i, h, w, c, channel },
  };
}

/** The sum over the first products of the step's cell; the finished cell once all are summed. */
function partialSum({ planes, timeline }: TransposeScene, { i, h, w, c }: StepPosition, last: number): number {
  if (last === timeline.productsPerCell - 1) return planes.outputPlane(i, c)[h * planes.geometry.cols.outSize + w]!;
  let sum = 0;
  for (let product = 0; product <= last; product++) {
    const groupChannel = Math.floor(product / planes.taps);
    const tap = product % planes.taps;
    const value = planes.tapValue(i, h, w, tap, planes.firstChannel(c) + groupChannel);
    sum += value * planes.weight(tap, groupChannel, c);
  }
  return sum;
}

/** The products of the visible channel, then the sum over the other channels that are summed. */
function products(scene: TransposeScene, position: StepPosition, channel: number): Span[][] {
  const { planes } = scene;
  const { i, h, w, c, lastProduct } = position;
  const begun = Math.floor(lastProduct / planes.taps);
  const visible = Math.min(channel, begun);
  const count = visible === begun ? (lastProduct % planes.taps) + 1 : planes.taps;
  const shown = Array.from({ length: count }, (_, tap) => {
    const value = planes.tapValue(i, h, w, tap, planes.firstChannel(c) + visible);
    const cells: CellRef[] = [
      { map: 'dZ', ...tapCell(planes.geometry, h, w, tap) },
      { map: 'w', ...kernelCell(planes.geometry, tap) },
    ];
    return [term(cells, number(value), text('·'), number(planes.weight(tap, visible, c)))];
  });
  if (begun === 0) return shown;
  const visibleSum = Array.from(
    { length: count },
    (_, tap) => planes.tapValue(i, h, w, tap, planes.firstChannel(c) + visible) * planes.weight(tap, visible, c),
  ).reduce((sum, value) => sum + value, 0);
  const others = partialSum(scene, position, lastProduct) - visibleSum;
  return [...shown, [number(others), text(' '), say(msg('(other channels)'))]];
}

/** `[0, 1]: 0.5 + 0.26 · 1.38 = 0.86` for each cell of dW that the step changes. */
function updates(scene: TransposeScene, position: StepPosition, channel: number): Span[][] {
  const { planes, timeline } = scene;
  const { i, h, w, c, doneBefore, doneAfter } = position;
  const before = planes.filterGradient(i, channel, c, doneBefore);
  const after = planes.filterGradient(i, channel, c, doneAfter);
  const single = doneAfter - doneBefore <= timeline.productsPerCell;
  const current = scene.currentTap(position);
  const taps = current === undefined ? Array.from({ length: planes.taps }, (_, tap) => tap) : [current];
  return taps.map((tap) => {
    const kernel = kernelCell(planes.geometry, tap);
    const cells: CellRef[] = [
      { map: 'dW', ...kernel },
      { map: 'dZ', ...tapCell(planes.geometry, h, w, tap) },
      { map: 'x', row: h, col: w },
    ];
    const gradient = planes.tapValue(i, h, w, tap, planes.firstChannel(c) + channel);
    const product: Span[] = single ? [text(' + '), number(gradient), text(' · '), number(planes.dZ(i, h, w, c))] : [];
    return [
      text(`[${kernel.row}, ${kernel.col}]: `, 'dim'),
      term(cells, number(before[tap]!), ...product),
      text(single ? ' = ' : ' → '),
      number(after[tap]!, 'result'),
    ];
  });
}
