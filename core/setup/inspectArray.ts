/** An array of any rank as one map: which axes are its rows and columns, and the index along each other axis. */
import { formatShape, sizeOf, stridesOf, type NdArray } from '../array/NdArray';
import { msg } from '../message';
import type { Field, InspectMap, InspectState } from '../panel/protocol';
import type { Line } from '../step/Frame';
import { scaleOf } from '../step/shared/scale';
import { integer, line, number, say, shape as shapeSpan, text } from '../step/shared/spans';
import { changedCells, countChanges } from './changedCells';
import { statisticsOf } from './statistics';
import type { Choices } from './Setup';
import { select } from './fields';

export interface InspectedArray {
  readonly name: string;
  readonly array: NdArray;
  readonly dtype?: string;
  /** The values when the array was read last, of the same shape. */
  readonly before?: NdArray;
}

type View = Pick<InspectState, 'arrays' | 'selected' | 'sentence' | 'facts' | 'fields' | 'map'>;

/** `choices`: `array` (which one), `rowAxis`, `colAxis`, and `index0`, `index1`, … along the other axes. */
export function inspectArray(arrays: readonly InspectedArray[], choices: Choices = {}): View {
  const selected = Math.min(Math.max(0, Math.trunc(Number(choices['array'] ?? 0)) || 0), arrays.length - 1);
  const { name, array, dtype, before } = arrays[selected]!;
  const axes = shownAxes(array.shape, choices);
  const indices = array.shape.map((extent, axis) => clampIndex(choices[`index${axis}`], extent));
  const map = sliceMap(name, array, axes, indices);
  return {
    arrays: arrays.map((each) => ({ name: each.name, shape: [...each.array.shape] })),
    selected,
    sentence: [text(name, 'strong'), text(' '), shapeSpan(array.shape), ...(dtype ? [text(` ${dtype}`, 'dim')] : [])],
    facts: [...factsOf(array), ...(before ? [changeFact(array, before)] : [])],
    fields: [...(arrays.length > 1 ? [arrayField(arrays, selected)] : []), ...axisFields(array.shape, axes, indices)],
    map: before ? { ...map, changes: changedCells(map, map.address, (flat) => before.data[flat]) } : map,
  };
}

interface Axes {
  readonly row: number | undefined;
  readonly col: number | undefined;
}

/** Two axes: these. More: (m, n_H, n_W, n_C) shows n_H and n_W; otherwise the last two. */
function shownAxes(shape: readonly number[], choices: Choices): Axes {
  const rank = shape.length;
  if (rank === 0) return { row: undefined, col: undefined };
  if (rank === 1) return { row: undefined, col: 0 };
  const usual = rank === 4 ? [1, 2] : rank === 3 && shape[2]! <= 4 ? [0, 1] : [rank - 2, rank - 1];
  const asked = (id: string) => {
    const axis = Number(choices[id] ?? NaN);
    return Number.isInteger(axis) && axis >= 0 && axis < rank ? axis : undefined;
  };
  const row = asked('rowAxis') ?? (asked('colAxis') === usual[0] ? usual[1]! : usual[0]!);
  const wanted = asked('colAxis') ?? (row === usual[1] ? usual[0]! : usual[1]!);
  const col = wanted === row ? shape.findIndex((_, axis) => axis !== row) : wanted;
  return { row, col };
}

function clampIndex(choice: string | undefined, extent: number): number {
  const index = Math.trunc(Number(choice ?? 0)) || 0;
  return Math.min(Math.max(0, index), Math.max(0, extent - 1));
}

function arrayField(arrays: readonly InspectedArray[], selected: number): Field {
  const options = arrays.map(({ name, array }, index) => ({
    value: String(index),
    label: msg('{0} {1}', name, formatShape(array.shape)),
  }));
  return select('array', msg('array'), String(selected), options);
}

function axisFields(shape: readonly number[], { row, col }: Axes, indices: readonly number[]): Field[] {
  if (shape.length < 3 || row === undefined || col === undefined) return [];
  const options = shape.map((extent, axis) => ({ value: String(axis), label: msg('axis {0} of {1}', axis, extent) }));
  const others = shape.map((_, axis) => axis).filter((axis) => axis !== row && axis !== col);
  return [
    select('rowAxis', msg('rows'), String(row), options),
    select('colAxis', msg('columns'), String(col), options),
    ...others.map((axis): Field => ({
      id: `index${axis}`,
      label: msg('index of axis {0}', axis),
      kind: 'number',
      value: String(indices[axis]),
      min: 0,
      max: Math.max(0, shape[axis]! - 1),
    })),
  ];
}

function sliceMap(name: string, { shape, data }: NdArray, { row, col }: Axes, indices: readonly number[]): InspectMap {
  const empty = sizeOf(shape) === 0;
  const rows = empty ? 0 : row === undefined ? 1 : shape[row]!;
  const cols = empty ? 0 : col === undefined ? 1 : shape[col]!;
  const strides = stridesOf(shape);
  const rowStride = row === undefined ? 0 : strides[row]!;
  const colStride = col === undefined ? 0 : strides[col]!;
  const offset = indices.reduce(
    (sum, index, axis) => (axis === row || axis === col ? sum : sum + index * strides[axis]!),
    0,
  );
  const values = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) values[r * cols + c] = data[offset + r * rowStride + c * colStride]!;
  }
  const subscript = shape.map((_, axis) => (axis === row || axis === col ? ':' : String(indices[axis])));
  return {
    title: shape.length > 2 ? `${name}[${subscript.join(', ')}]` : name,
    rows,
    cols,
    values,
    scale: scaleOf(data),
    address: {
      role: 'array',
      name,
      shape: [...shape],
      offset,
      rowStride,
      colStride,
      rowOrigin: 0,
      colOrigin: 0,
      rows,
      cols,
    },
  };
}

function changeFact({ data }: NdArray, before: NdArray): Line {
  return line(say(msg('changed since the last stop')), text(' '), integer(countChanges(data, before.data)));
}

function factsOf({ shape, data }: NdArray): Line[] {
  const { min, max, mean, finite, nans, infinities } = statisticsOf(data);
  const range =
    finite === 0
      ? []
      : [
          line(say(msg('from')), text(' '), number(min), text(' '), say(msg('to')), text(' '), number(max)),
          line(say(msg('mean')), text(' '), number(mean)),
        ];
  return [
    line(say(msg('numbers')), text(' '), integer(sizeOf(shape))),
    ...range,
    line(say(msg('NaN')), text(' '), integer(nans), text(' · '), say(msg('infinite')), text(' '), integer(infinities)),
  ];
}
