/** Assigns the user's values to the arrays of a layer: by name, index and quantity, else by shape. */
import { formatShape, sizeOf, type NdArray } from '../../array/NdArray';
import { msg, type Message } from '../../message';
import type { ResultName } from '../cases/LayerCase';
import type { ComparedNumber } from '../subject/ComparedSubject';
import type { OwnArray } from '../trace/TracedRun';
import { activationLayout, filterLayout, wholeLayouts, type OwnAxes, type OwnLayout } from './ownLayout';
import type { OwnValue } from './OwnValue';
import { quantityOf } from './quantityOf';
import { selectCells } from './selectCells';

/** An array of the layer under all names that the user may have for it. */
export interface ResultTarget {
  readonly key: ResultName;
  /** As the panel shows it. */
  readonly title: string;
  readonly names: readonly string[];
  readonly array: NdArray;
}

export interface UnusedValue {
  readonly label: string;
  readonly reason: Message;
}

export interface AssignedValues {
  /** In the order of the targets; those without a value are absent. */
  readonly arrays: readonly OwnArray[];
  readonly numbers: readonly ComparedNumber[];
  readonly unused: readonly UnusedValue[];
}

export interface AssignRequest {
  readonly values: readonly OwnValue[];
  readonly targets: readonly ResultTarget[];
  /** Inputs of the layer: a value with such a name is not a result. */
  readonly inputs: readonly string[];
  /** The layout of the user's input. */
  readonly layout: OwnAxes;
  /** Whether the user's names are known: `Z2` is then not `Z1`. */
  readonly areNamesKnown: boolean;
}

/** Every value is compared or is listed as unused with the reason. */
export function assignValues(request: AssignRequest): AssignedValues {
  const { values, targets, layout } = request;
  const parts = new Map<ResultTarget, OwnArray>();
  const numbers: ComparedNumber[] = [];
  const unused: UnusedValue[] = [];
  for (const value of values) {
    const target = targetOf(value, request, parts);
    if ('reason' in target) {
      unused.push(target);
      continue;
    }
    const problem = place(value, target.target);
    if (problem) unused.push({ label: labelOf(value), reason: problem });
  }
  return { arrays: targets.flatMap((target) => parts.get(target) ?? []), numbers, unused };

  function place(value: OwnValue, target: ResultTarget): Message | undefined {
    const { index, quantity, array, units } = value;
    const label = labelOf(value) || target.title;
    const layouts = wholeLayouts(target.key === 'dW', layout, target.array.shape);
    if (quantity) {
      const views = layouts.map(({ toOwn }) => toOwn(target.array));
      const part = index === undefined ? views[0] : firstOf(views, (view) => selectCells(view, index));
      const layer = part && quantityOf(part, quantity);
      if (!layer) return msg('this quantity is not compared');
      numbers.push({ label, own: Array.from(array.data), layer, ...(units && { units }) });
      return undefined;
    }
    if (index === undefined) {
      parts.set(target, whole(value, target, layout));
      return undefined;
    }
    const positions = positionsOf(target.array);
    const selections = layouts.flatMap((each) => {
      const cells = selectCells(each.toOwn(positions), index);
      return cells ? [{ ...each, cells }] : [];
    });
    const [first] = selections;
    const chosen = selections.find(({ cells }) => sizeOf(cells.shape) === array.data.length);
    if (!first) {
      const shape = layouts[0]?.toOwn(positions).shape ?? target.array.shape;
      return msg('{0} is outside {1} of shape {2}', index, target.title, formatShape(shape));
    }
    if (!chosen) {
      return msg('it has shape {0}, the layer’s {1}', formatShape(array.shape), formatShape(first.cells.shape));
    }
    const { cells, ownIndex } = chosen;
    parts.set(target, { ...withCells(parts.get(target), target, cells.data, value), ownIndex });
    return undefined;
  }
}

type Found = { readonly target: ResultTarget } | UnusedValue;

function targetOf(
  value: OwnValue,
  { targets, inputs, layout, areNamesKnown }: AssignRequest,
  taken: ReadonlyMap<ResultTarget, OwnArray>,
): Found {
  const { name, index, quantity, array } = value;
  const label = labelOf(value);
  const plain = name === undefined ? undefined : bare(name, quantity);
  const named = plain === undefined ? undefined : namedTarget(plain, targets, areNamesKnown);
  if (named) return { target: named };
  if (plain !== undefined && inputs.some((each) => isSame(each, plain))) {
    return { label, reason: msg('it is an input of the layer') };
  }
  if (index !== undefined || quantity !== undefined) return { label, reason: msg('the layer has no such array') };
  const open = targets.filter((target) => !taken.has(target));
  const fitting = open.filter((target) => layoutOf(array.shape, target, layout) !== undefined);
  if (fitting.length === 1) return { target: fitting[0]! };
  if (fitting.length > 1) return { label, reason: msg('its shape fits several results') };
  const [only] = targets;
  // The only result, of a wrong shape.
  if (targets.length === 1 && open.length === 1 && array.shape.length === only!.array.shape.length) {
    return { target: only! };
  }
  return { label, reason: msg('its shape {0} fits no result', formatShape(array.shape)) };
}

function namedTarget(name: string, targets: readonly ResultTarget[], areNamesKnown: boolean): ResultTarget | undefined {
  const find = (wanted: string) => targets.find(({ names }) => names.some((each) => isSame(each, wanted)));
  return find(name) ?? (areNamesKnown ? undefined : find(name.replace(/_?\d+$/, '')));
}

function whole({ array, units }: OwnValue, target: ResultTarget, layout: OwnAxes): OwnArray {
  const placed = layoutOf(array.shape, target, layout);
  const base = { name: target.key, title: target.title, expected: target.array };
  const actual = placed?.toLayer(array);
  if (!placed || !actual) return { ...base, actual: array };
  const limits = units && placed.toLayer({ shape: array.shape, data: units })?.data;
  return { ...base, actual, ownIndex: placed.ownIndex, ...(limits && { units: Float64Array.from(limits) }) };
}

function layoutOf(own: readonly number[], { key, array }: ResultTarget, preferred: OwnAxes): OwnLayout | undefined {
  if (key === 'dW') return filterLayout(own, array.shape, preferred);
  if (key !== 'db') return activationLayout(own, array.shape, preferred);
  const long = own.filter((extent) => extent !== 1);
  const flat = long.length <= 1 && sizeOf(own) === sizeOf(array.shape);
  const reshaped = ({ data }: NdArray): NdArray => ({ shape: array.shape, data });
  if (!flat) return undefined;
  // The index of the bias's cell, whatever the shape of the array around it.
  const ownIndex = (index: readonly number[]): readonly number[] => [index.at(-1) ?? 0];
  return { toLayer: reshaped, toOwn: ({ data }) => ({ shape: own, data }), ownIndex };
}

/** Adds cells to an array of which only some are known. */
function withCells(
  before: OwnArray | undefined,
  { key, title, array }: ResultTarget,
  cells: ArrayLike<number>,
  { array: own, units }: OwnValue,
): OwnArray {
  const size = array.data.length;
  const partial = before?.known ?? (before ? new Uint8Array(size).fill(1) : new Uint8Array(size));
  const known = partial.slice();
  const data = before?.actual ? Float64Array.from(before.actual.data) : new Float64Array(size).fill(NaN);
  const limits = before?.units?.slice() ?? new Float64Array(size);
  if (data.length !== size) return before!;
  for (let k = 0; k < cells.length; k++) {
    known[cells[k]!] = 1;
    data[cells[k]!] = own.data[k]!;
    limits[cells[k]!] = units?.[k] ?? 0;
  }
  return { name: key, title, expected: array, actual: { shape: array.shape, data }, known, units: limits };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The flat index of every cell. */
function positionsOf({ shape }: NdArray): NdArray {
  return { shape, data: Float64Array.from({ length: sizeOf(shape) }, (_, k) => k) };
}

function labelOf({ label, array }: OwnValue): string {
  return label === '' ? formatShape(array.shape) : label;
}

/** `dA_mean` is the mean of `dA`; `self.Z` is Z. */
function bare(name: string, quantity: OwnValue['quantity']): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return quantity ? last.replace(new RegExp(`_${quantity}$`, 'i'), '') : last;
}

function isSame(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}
