/** The equations of a step of conv_backward with their numbers: additions to da_prev_pad and to dW. */
import { kernelCell, tapCell, tapPosition, type Axis } from '../../../layer/window';
import type { CellRef, Line, Span } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { changedCellsLine, coversSeveral } from '../../shared/words/changedCellsLine';
import { separatedTerms } from '../../shared/words/separatedTerms';
import { line, number, term, text } from '../../shared/words/spans';
import type { ConvScene } from '../ConvScene';

export interface BackwardLines {
  readonly input: Line;
  readonly filter: Line;
}

export function convBackwardLines(scene: ConvScene, position: StepPosition, channel: number): BackwardLines {
  const { planes } = scene;
  const { i, h, w, c, doneBefore, doneAfter } = position;
  const absolute = planes.firstChannel(c) + channel;
  const before = planes.inputGradient(i, absolute, doneBefore);
  const after = planes.inputGradient(i, absolute, doneAfter);
  const gradient = planes.dZ(i, h, w, c);
  const dW = {
    before: planes.filterGradient(i, channel, c, doneBefore),
    after: planes.filterGradient(i, channel, c, doneAfter),
  };
  const single = doneAfter - doneBefore <= planes.groupChannels * planes.taps;
  const taps = stepTaps(scene, position);
  const inputTerms = taps.map((tap) => {
    const index = planes.tapIndex(h, w, tap);
    const cell = tapCell(planes.geometry, h, w, tap);
    const kernel = kernelCell(planes.geometry, tap);
    const cells: CellRef[] = [
      { map: planes.input.padded ? 'dXpad' : 'dX', ...cell },
      { map: 'w', ...kernel },
      { map: 'dZ', row: h, col: w },
    ];
    const added = single ? product(scene, 'w', planes.weight(tap, channel, c), gradient) : [];
    return [
      text(`[${cell.row}, ${cell.col}]: `, 'dim'),
      term(cells, number(before[index]!), ...added),
      text(single ? ' = ' : ' → '),
      number(after[index]!, 'result'),
    ];
  });
  const filterTerms = taps.map((tap) => {
    const index = planes.tapIndex(h, w, tap);
    const kernel = kernelCell(planes.geometry, tap);
    const cells: CellRef[] = [
      { map: 'dW', ...kernel },
      { map: 'x', ...tapCell(planes.geometry, h, w, tap) },
      { map: 'dZ', row: h, col: w },
    ];
    const value = planes.input.plane(i, absolute)[index]!;
    const added = single ? product(scene, 'x', value, gradient) : [];
    return [
      text(`[${kernel.row}, ${kernel.col}]: `, 'dim'),
      term(cells, number(dW.before[tap]!), ...added),
      text(single ? ' = ' : ' → '),
      number(dW.after[tap]!, 'result'),
    ];
  });
  const map = planes.input.padded ? 'dXpad' : 'dX';
  const changed = coversSeveral(position) ? changedCellsLine(map, before, after, planes.input.cols) : undefined;
  return { input: changed ?? line(separatedTerms(inputTerms)), filter: line(separatedTerms(filterTerms)) };
}

/**
 * The kernel cells that a step works on, in the visible channel. The first one, which alone is seen, is over the input where one
 * is: what padding adds to the filter is 0.
 */
function stepTaps({ planes }: ConvScene, { lastProduct, doneBefore, doneAfter, h, w }: StepPosition): number[] {
  if (doneAfter - doneBefore === 1) return [lastProduct % planes.taps];
  const taps = Array.from({ length: planes.taps }, (_, tap) => tap);
  const { geometry } = planes;
  const first = taps.find((tap) => {
    const { row, col } = kernelCell(geometry, tap);
    return isInside(geometry.rows, h, row) && isInside(geometry.cols, w, col);
  });
  return first === undefined ? taps : [first, ...taps.filter((tap) => tap !== first)];
}

function isInside(axis: Axis, out: number, tap: number): boolean {
  const position = tapPosition(axis, out, tap);
  return position >= 0 && position < axis.size;
}

/** ` + 0.26 · 1.38`. */
function product(scene: ConvScene, array: 'x' | 'w', factor: number, gradient: number): Span[] {
  return [text(' + '), scene.factor(array, factor), text(' · '), scene.factor('dZ', gradient)];
}
