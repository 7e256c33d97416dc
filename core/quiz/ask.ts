/** The question of a step: a value, the cells of the window, the maximum, or the cells that receive the gradient. */
import { msg, type Message } from '../message';
import type { CellRef, Frame, Line, MapView, Question, QuestionKind, Span } from '../step/Frame';
import type { Layer } from '../step/Layer';
import { mapsOf } from '../step/shared/stage';
import { line, say, text } from '../step/shared/spans';
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
  const target = targetOf(frame);
  if (!target) return undefined;
  const kinds = kindsOf(frame, stepper.layer);
  const kind = kinds[t % kinds.length]!;
  const answer = answerOf(kind, frame, target);
  const cells = answer.kind === 'cells' ? answer.cells : [];
  const hints = hintsOf(kind, stepper, t, view, target, cells, frame);
  const map = cells[0]?.map ?? target.cell.map;
  const question: Question = { kind, map, prompt: promptOf(kind, frame, target), cells: cells.length, hints };
  return { question, answer, covered: coverFrame(frame, question), cell: target.cell };
}

interface Target {
  readonly cell: CellRef;
  readonly map: MapView;
  /** The step adds to the cell; otherwise it computes the cell. */
  readonly adds: boolean;
}

/** The output cell that the step computes, or the cell of a gradient to which it adds most. */
function targetOf(frame: Frame): Target | undefined {
  const maps = mapsOf(frame.stage);
  const z = maps.find(({ id }) => id === 'z');
  const results = z?.boxes.filter(({ style }) => style === 'result') ?? [];
  if (z && results.length === 1) {
    const { row, col } = results[0]!;
    return { cell: { map: 'z', row, col }, map: z, adds: false };
  }
  const grown = maps.find(({ changes, address }) => changes && changes.length > 0 && address);
  if (!grown) return undefined;
  const size = ({ row, col, before }: { row: number; col: number; before: number }) =>
    Math.abs(grown.values[row * grown.cols + col]! - before);
  const { row, col } = [...grown.changes!].sort((a, b) => size(b) - size(a))[0]!;
  return { cell: { map: grown.id, row, col }, map: grown, adds: true };
}

function kindsOf(frame: Frame, layer: Layer): readonly QuestionKind[] {
  const count = windowCells(frame).length;
  const window: QuestionKind[] = count > 0 && count <= mostCells ? ['window'] : [];
  if (layer.kind === 'relu' || layer.kind === 'pad') return ['value'];
  if (layer.kind !== 'pool' || layer.options.mode === 'average') return ['value', ...window];
  return layer.pass === 'forward' ? ['maximum', ...window, 'value'] : ['receivers', 'value'];
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

function promptOf(kind: QuestionKind, frame: Frame, { cell, map, adds }: Target): Message {
  const maps = mapsOf(frame.stage);
  const x = maps.find(({ id }) => id === 'x')?.title ?? '';
  const name = cellName(map, cell.row, cell.col);
  switch (kind) {
    case 'value':
      return adds ? msg('What is {0} after this step?', name) : msg('What is {0}?', name);
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
  { cell, map }: Target,
  cells: readonly CellRef[],
  frame: Frame,
): Line[] {
  const rule = line(say(ruleOf(kind, stepper.layer), 'plain'));
  const [one] = cells;
  if (one) {
    return [
      rule,
      line(say(cells.length === 1 ? msg('It is one cell.') : msg('There are {0} cells.', cells.length), 'plain')),
      line(say(msg('One of them is row {0}, column {1}.', one.row, one.col), 'plain')),
    ];
  }
  const before = map.changes?.find(({ row, col }) => row === cell.row && col === cell.col)?.before;
  const place = frame.stage[0]!.aside;
  const second =
    before === undefined
      ? line(...place)
      : line(say(msg('Before this step it is'), 'plain'), text(' '), { kind: 'number', value: before });
  const lines = stepper.explain(cell, t, view)?.lines ?? [];
  return [
    rule,
    ...(second.spans.length > 0 ? [second] : []),
    ...lines.slice(-1).map((each) => line(each.spans.map(masked))),
  ];
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
