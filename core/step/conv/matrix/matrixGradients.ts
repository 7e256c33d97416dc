/** Gradients of the unrolled matrices, and a step's additions to them with their numbers. */
import { pixelAt } from '../../../layer/window';
import type { Line, Span } from '../../Frame';
import type { Excerpt } from '../../shared/excerpt';
import type { StepPosition } from '../../shared/LoopTimeline';
import { separatedTerms } from '../../shared/words/separatedTerms';
import { line, number, text } from '../../shared/words/spans';
import type { ConvScene } from '../ConvScene';

/** Σ over filters of W·dZ in one window's row, of the products that are done. */
export function rowGradient(
  { planes, timeline }: ConvScene,
  i: number,
  window: number,
  entry: number,
  done: number,
): number {
  const { outChannels } = planes.geometry;
  const { h, w } = pixelAt(planes.geometry, window);
  let sum = 0;
  for (let c = 0; c < outChannels; c++) {
    if (timeline.cellIndex({ h, w, c }) * timeline.productsPerCell + entry >= done) break;
    sum += planes.weight(entry % planes.taps, Math.floor(entry / planes.taps), c) * planes.dZ(i, h, w, c);
  }
  return sum;
}

/** Entry `entry` of the filter's column of dW_col, of the products that are done. */
export function columnGradient({ planes }: ConvScene, i: number, entry: number, c: number, done: number): number {
  return planes.filterGradient(i, Math.floor(entry / planes.taps), c, done)[entry % planes.taps]!;
}

/**
 * `[4, 0]: 0.67 + 1.70 · −0.07 = 0.56`: additions to the window's row of dX_col, and to the filter's column of dW_col, in the
 * entries that are shown.
 */
export function matrixGradientLines(
  scene: ConvScene,
  { i, h, w, c, lastProduct, doneBefore, doneAfter }: StepPosition,
  window: number,
  shown: Excerpt,
): { readonly input: Line; readonly filter: Line } {
  const { planes, timeline } = scene;
  const gradient = planes.dZ(i, h, w, c);
  const isOneWindow = doneAfter - doneBefore <= timeline.productsPerCell;
  const entries =
    doneAfter - doneBefore === 1
      ? [lastProduct]
      : Array.from({ length: shown.count }, (_, index) => shown.start + index);
  const addition = (place: string, before: number, factor: number, after: number): Span[] => [
    text(`[${place}]: `, 'dim'),
    number(before),
    ...(isOneWindow ? [text(' + '), number(factor), text(' · '), number(gradient)] : []),
    text(isOneWindow ? ' = ' : ' → '),
    number(after, 'result'),
  ];
  const input = entries.map((entry) => {
    const [channel, tap] = [Math.floor(entry / planes.taps), entry % planes.taps];
    const [before, after] = [doneBefore, doneAfter].map((done) => rowGradient(scene, i, window, entry, done));
    return addition(`${window}, ${entry}`, before!, planes.weight(tap, channel, c), after!);
  });
  const filter = entries.map((entry) => {
    const [channel, tap] = [Math.floor(entry / planes.taps), entry % planes.taps];
    const [before, after] = [doneBefore, doneAfter].map((done) => columnGradient(scene, i, entry, c, done));
    return addition(`${entry}, ${c}`, before!, planes.tapValue(i, h, w, tap, planes.firstChannel(c) + channel), after!);
  });
  return { input: line(separatedTerms(input)), filter: line(separatedTerms(filter)) };
}
