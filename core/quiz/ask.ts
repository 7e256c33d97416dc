/** The question of a step: a value, the cells of the window, the maximum, or the cells that receive the gradient. */
import { msg, type Message } from '../message';
import type { CellRef, Frame, Line, MapView, Question, QuestionKind, Span } from '../step/Frame';
import type { Layer } from '../step/Layer';
import { mapsOf } from '../step/shared/stage';
import { line, number, say, text } from '../step/shared/words/spans';
import type { Stepper, View } from '../step/Stepper';
import type { Answer, Asked } from './Asked';
import { cellName } from './cellName';
import { coverFrame } from './coverFrame';
import { ruleOf } from './rules';

/** Greatest number of cells that a question asks for. */
const mostCells = 9;

/** Undefined for a step that computes nothing to ask for: padding, or several output cells at once. */
export function ask(stepper: Stepper, t: number, view: View): Asked | undefined {
  if (view.matrix || (view.granularity !== 'window' && view.granularity !== 'channel')) return undefined;
  const frame = stepper.frame(t, view);
  const target = targetOf(frame, stepper.layer, view);
  if (!target) return undefined;
  const kinds = kindsOf(frame, stepper.layer);
  const kind = kinds[t % kinds.length]!;
  const answer = answerOf(kind, frame, target);
  const cells = answer.kind === 'cells' ? answer.cells : [];
  const hints = hintsOf(kind, stepper, t, view, target, cells, frame);
  const map = cells[0]?.map ?? target.cell.map;
  const question: Question = { kind, map, prompt: promptOf(kind, frame, target), cells: cells.length, hints };
  return { question, answer, covered: coverFrame(frame, question, target.cell), cell: target.cell };
}

interface Target {
  readonly cell: CellRef;
  readonly map: MapView;
  /** `dA_prev[0, 1, 2, 0]`. */
  readonly name: string;
  /** The value to which the step adds; absent where it computes the cell as a whole. */
  readonly before?: number;
  /** The cell is the sum over the channels, and the step adds one of them. */
  readonly isSumOfChannels?: boolean;
}

/** Maps of sums that a step adds to, in the order in which they are asked for. */
const grown = ['dXpad', 'dX', 'z', 'dW', 'db'];

/** The cell that the step computes, or the cell of a sum to which it adds most. */
function targetOf(frame: Frame, layer: Layer, { granularity, channel }: View): Target | undefined {
  const maps = mapsOf(frame.stage);
  const id = computedMap(layer);
  const map = maps.find((each) => each.id === id);
  const results = map?.boxes.filter(({ style }) => style === 'result') ?? [];
  if (map && results.length === 1) {
    const { row, col } = results[0]!;
    const target = { cell: { map: id, row, col }, map, name: cellName(map, row, col) };
    // A step of one channel adds to what the channels before it gave.
    return granularity === 'channel' ? { ...target, before: beforeOf(map, row, col), isSumOfChannels: true } : target;
  }
  for (const each of grown) {
    const map = maps.find(({ id }) => id === each);
    if (!map?.changes || map.changes.length === 0) continue;
    const size = ({ row, col, before }: { row: number; col: number; before: number }) =>
      Math.abs(map.values[row * map.cols + col]! - before);
    const { row, col, before } = [...map.changes].sort((a, b) => size(b) - size(a))[0]!;
    // The course's padded gradient of one example has no address of its own.
    const name = each === 'dXpad' ? `${map.title}[${row}, ${col}, ${channel}]` : cellName(map, row, col);
    return { cell: { map: each, row, col }, map, name, before };
  }
  return undefined;
}

/** The map of which a step computes a cell as a whole; every other one is a sum of contributions. */
function computedMap(layer: Layer): 'z' | 'dX' {
  switch (layer.kind) {
    case 'conv':
    case 'pool':
    case 'pad':
      return 'z';
    case 'convTranspose':
    case 'relu':
      return layer.pass === 'backward' ? 'dX' : 'z';
  }
}

function beforeOf({ changes }: MapView, row: number, col: number): number {
  return changes?.find((each) => each.row === row && each.col === col)?.before ?? 0;
}

function kindsOf(frame: Frame, layer: Layer): readonly QuestionKind[] {
  const count = windowCells(frame).length;
  const window: QuestionKind[] = count > 0 && count <= mostCells ? ['window'] : [];
  switch (layer.kind) {
    case 'conv':
      return ['value', ...window];
    case 'pool':
      if (layer.options.mode === 'average') return ['value', ...window];
      return layer.pass === 'forward' ? ['maximum', ...window, 'value'] : ['receivers', 'value'];
    // The window of a transposed convolution is in its output.
    case 'convTranspose':
    case 'relu':
    case 'pad':
      return ['value'];
  }
}

function answerOf(kind: QuestionKind, frame: Frame, { cell, map }: Target): Answer {
  switch (kind) {
    case 'value':
      return { kind: 'value', value: map.values[cell.row * map.cols + cell.col]! };
    case 'window':
      return { kind: 'cells', cells: windowCells(frame) };
    case 'maximum':
      return { kind: 'cells', cells: boxCells(frame, 'x', 'result') };
    case 'receivers':
      return { kind: 'cells', cells: (map.changes ?? []).map(({ row, col }) => ({ map: map.id, row, col })) };
  }
}

function promptOf(kind: QuestionKind, frame: Frame, { map, name, before }: Target): Message {
  const maps = mapsOf(frame.stage);
  const x = maps.find(({ id }) => id === 'x')?.title ?? '';
  switch (kind) {
    case 'value':
      return before === undefined ? msg('What is {0}?', name) : msg('What is {0} after this step?', name);
    case 'window':
      return msg('Which cells of {0} are in the window of {1}? Choose them.', x, askedName(maps) ?? name);
    case 'maximum':
      return msg('Which cell of {0} is the maximum of the window? Choose it; all of them where several are equal.', x);
    case 'receivers':
      return msg('Which cells of {0} receive {1}? Choose them.', map.title, askedName(maps) ?? '');
  }
}

/** The output cell whose window the step works on, or its gradient. */
function askedName(maps: readonly MapView[]): string | undefined {
  for (const id of ['z', 'dZ']) {
    const map = maps.find((each) => each.id === id);
    const box = map?.boxes.find(({ style }) => style === 'result');
    if (map && box) return cellName(map, box.row, box.col);
  }
  return undefined;
}

function hintsOf(
  kind: QuestionKind,
  stepper: Stepper,
  t: number,
  view: View,
  target: Target,
  cells: readonly CellRef[],
  frame: Frame,
): Line[] {
  const { before } = target;
  const rule = line(say(ruleOf(kind, stepper.layer, target.cell.map, view.granularity), 'plain'));
  const [one] = cells;
  if (one) {
    return [
      rule,
      line(say(cells.length === 1 ? msg('It is one cell.') : msg('There are {0} cells.', cells.length), 'plain')),
      line(say(msg('One of them is row {0}, column {1}.', one.row, one.col), 'plain')),
    ];
  }
  const second =
    before === undefined
      ? line(...(stepper.layer.kind === 'convTranspose' ? [] : frame.stage[0]!.aside))
      : line(say(msg('Before this step it is'), 'plain'), text(' '), number(before));
  return [rule, ...(second.spans.length > 0 ? [second] : []), ...equationOf(stepper, t, view, target, frame)];
}

/** The equation of the asked value without its result. */
function equationOf(
  stepper: Stepper,
  t: number,
  view: View,
  { cell, map, before, isSumOfChannels }: Target,
  frame: Frame,
): Line[] {
  // An explanation of the cell would give its value after all channels.
  if (isSumOfChannels && before !== undefined) {
    const added = map.values[cell.row * map.cols + cell.col]! - before;
    return [
      line(number(before), text(added < 0 ? ' − ' : ' + '), number(Math.abs(added)), text(' = '), text('?', 'result')),
    ];
  }
  const explained = stepper.explain(cell, t, view)?.lines ?? [];
  // The step's own equation, where it has one, is that of the whole cell, with its products.
  const [own] = before === undefined ? (frame.stage[0]?.lines ?? []) : [];
  const shown = own ?? explained.at(-1);
  return shown ? [line(...shown.spans.map(masked))] : [];
}

/** The result of an equation as a question mark. */
function masked(span: Span): Span {
  if (span.kind === 'number' && span.tone === 'result') return text('?', 'result');
  return span;
}

function windowCells(frame: Frame): CellRef[] {
  return boxCells(frame, 'x', 'window');
}

function boxCells(frame: Frame, id: string, wanted: 'window' | 'result'): CellRef[] {
  const map = mapsOf(frame.stage).find((each) => each.id === id);
  return (map?.boxes ?? [])
    .filter(({ style }) => style === wanted)
    .flatMap(({ row, col, rows, cols, stepRow = 1, stepCol = 1 }) => {
      const cells: CellRef[] = [];
      for (let r = 0; r < rows; r += stepRow) {
        for (let c = 0; c < cols; c += stepCol) cells.push({ map: id, row: row + r, col: col + c });
      }
      return cells;
    });
}
