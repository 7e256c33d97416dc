/** A step of conv_backward in words: what is added to which cells of da_prev_pad, dW and db. */
import { kernelCell, tapCell } from '../../layer/window';
import { msg } from '../../message';
import type { CellRef, Line, Span } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { exampleName } from '../shared/names';
import { element, line, number, plus, say, term, text } from '../shared/spans';
import { windowWords } from '../shared/windowWords';
import type { ConvScene } from './ConvScene';

/** Cells of an update that are written out before the fold. */
const shownTerms = 3;

export function convBackwardWords(scene: ConvScene, position: StepPosition, channel: number): Line[] {
  const { planes, names } = scene;
  const { i, h, w, c, doneBefore, doneAfter } = position;
  const absolute = planes.firstChannel(c) + channel;
  const before = planes.inputGradient(i, absolute, doneBefore);
  const after = planes.inputGradient(i, absolute, doneAfter);
  const gradient = planes.dZ(i, h, w, c);
  const dW = {
    before: planes.filterGradient(i, channel, c, doneBefore),
    after: planes.filterGradient(i, channel, c, doneAfter),
  };
  const db = { before: planes.biasGradient(i, c, doneBefore), after: planes.biasGradient(i, c, doneAfter) };
  const single = doneAfter - doneBefore <= planes.groupChannels * planes.taps;
  const taps = stepTaps(scene, position);
  const inputName = exampleName(planes.input.padded ? `${names.dX}_pad` : names.dX);
  const inputTerms = taps.map((tap) => {
    const index = planes.tapIndex(h, w, tap);
    const cell = tapCell(planes.geometry, h, w, tap);
    const kernel = kernelCell(planes.geometry, tap);
    const cells: CellRef[] = [
      { map: planes.input.padded ? 'dXpad' : 'dX', ...cell },
      { map: 'w', ...kernel },
      { map: 'dZ', row: h, col: w },
    ];
    return [
      term(
        cells,
        text(`[${cell.row}, ${cell.col}]: `, 'dim'),
        number(before[index]!),
        ...(single ? product(planes.weight(tap, channel, c), gradient) : []),
        text(single ? ' = ' : ' → '),
        number(after[index]!, 'strong'),
      ),
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
    return [
      term(
        cells,
        text(`[${kernel.row}, ${kernel.col}]: `, 'dim'),
        number(dW.before[tap]!),
        ...(single ? product(value, gradient) : []),
        text(single ? ' = ' : ' → '),
        number(dW.after[tap]!, 'strong'),
      ),
    ];
  });
  return [
    windowWords(planes.geometry, h, w, names.x),
    line(text(`${inputName}[window] += ${names.w}·${names.dZ}`), text('   '), separated(inputTerms)),
    line(text(`${names.dW}[…, ${c}] += slice·${names.dZ}`), text('   '), separated(filterTerms)),
    line(
      element(names.db, c),
      text(' += '),
      element(names.dZ, i, h, w, c),
      text('   '),
      number(db.before),
      ...(Object.is(db.before, db.after)
        ? []
        : single
          ? [...plus(gradient, [{ map: 'dZ', row: h, col: w }]), text(' = ')]
          : [text(' → ')]),
      ...(Object.is(db.before, db.after) ? [] : [number(db.after, 'result')]),
    ),
  ];
}

/** The kernel cells that a step works on, in the visible channel. */
function stepTaps({ planes }: ConvScene, { part, doneBefore, doneAfter }: StepPosition): number[] {
  if (doneAfter - doneBefore === 1) return [part % planes.taps];
  return Array.from({ length: planes.taps }, (_, tap) => tap);
}

/** ` + 0.26 · 1.38`. */
function product(factor: number, gradient: number): Span[] {
  return [text(' + '), number(factor), text(' · '), number(gradient)];
}

/** The first few items, the rest behind a fold. */
function separated(items: readonly (readonly Span[])[]): Span[] {
  const spaced = items.map((item, index) => (index === 0 ? [...item] : [text('   '), ...item]));
  if (items.length <= shownTerms) return spaced.flat();
  return [
    ...spaced.slice(0, shownTerms - 1).flat(),
    text('   '),
    {
      kind: 'fold',
      summary: [say(msg('and {0} more cells', items.length - shownTerms + 1))],
      spans: spaced
        .slice(shownTerms - 1)
        .flat()
        .slice(1),
    },
  ];
}
