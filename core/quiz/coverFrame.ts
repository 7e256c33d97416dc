/** A step without what gives the answer of its question away: results, changes, masks, sums and live variables. */
import {
  CellKind,
  type Box,
  type CellRef,
  type Frame,
  type MapView,
  type Question,
  type StageItem,
} from '../step/Frame';
import { line, say, text } from '../step/shared/words/spans';

/** Maps whose result box marks the cell in question, not the answer. */
const askedMaps = ['z', 'dZ', 'dZ-cell'];

/** Maps that show a window, or what is computed from it. */
const windowMaps = ['window', 'products', 'mask'];

/** `cell`: what the question is about. */
export function coverFrame(frame: Frame, question: Question, cell: CellRef): Frame {
  const cover = (item: StageItem): StageItem => {
    if (item.kind === 'map') return { kind: 'map', map: coverMap(item.map, question, cell) };
    if (item.kind !== 'ladder') return item;
    const { rows, total, ...rest } = item.ladder;
    const plain = rows.map(({ label, channel, selected }) => ({
      label,
      selected,
      ...(channel !== undefined && { channel }),
    }));
    return { kind: 'ladder', ladder: { ...rest, rows: plain, total: { label: total.label } } };
  };
  return {
    ...frame,
    question,
    stage: frame.stage.map((row) => ({
      ...row,
      aside: question.kind === 'window' ? [] : row.aside,
      items: row.items.map(cover),
      lines: row.lines.map(() => line(text('?', 'result'))),
    })),
    code: { line: frame.code.line, variables: [] },
    announcement: line(say(question.prompt)),
  };
}

function coverMap(map: MapView, { kind, map: asked }: Question, { row, col }: CellRef): MapView {
  const { changes = [], sum, outlined, ...shown } = map;
  const rest = { ...shown, ...(sum && { sum: {} }), ...(outlined && { outlined: {} }) };
  const isAsked = askedMaps.includes(map.id) || (kind === 'value' && map.id === asked);
  const boxes = map.boxes.filter(({ style }) =>
    style === 'result' ? isAsked : !(kind === 'window' && style === 'window'),
  );
  // The value that is asked for is of one cell, which a step that changes several of them does not mark.
  const isCell = (box: Box): boolean => box.row === row && box.col === col && box.rows * box.cols === 1;
  if (kind === 'value' && map.id === asked && !boxes.some(isCell))
    boxes.push({ row, col, rows: 1, cols: 1, style: 'result' });
  const values = changes.length > 0 ? map.values.slice() : map.values;
  for (const change of changes) values[change.row * map.cols + change.col] = change.before;
  const hidden = hiddenCells(map, kind);
  if (hidden.length === 0) return { ...rest, values, boxes };
  const cells = map.cells?.slice() ?? new Uint8Array(values.length);
  for (const index of hidden) cells[index] = CellKind.Empty;
  return { ...rest, values, boxes, cells };
}

/** Flat indices of cells that hold the answer. */
function hiddenCells(map: MapView, kind: Question['kind']): number[] {
  const all = () => Array.from(map.values, (_, index) => index);
  if (map.id === 'mask' || map.id === 'products') return all();
  if (kind === 'window' && (map.magnifies !== undefined || windowMaps.includes(map.id))) return all();
  if (map.id !== 'z' && map.id !== 'dX') return [];
  return map.boxes.filter(({ style }) => style === 'result').map(({ row, col }) => row * map.cols + col);
}
