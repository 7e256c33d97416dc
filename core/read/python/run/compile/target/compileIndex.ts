/** Compiles the index of a subscript. */
import { typeError } from '../../../runtime/PythonError';
import { Unavailable } from '../../../runtime/Unavailable';
import type { Expression, Index, IndexItem, SliceExpression } from '../../../syntax/tree/ast';
import type { Py, PyNumber } from '../../../value/Py';
import type { Code, CallFrame } from '../../machine/CallFrame';
import type { Machine } from '../../machine/Machine';
import type { IndexValue } from '../../machine/IndexValue';
import { spreadItems } from '../../operations/iterate';
import type { Unit } from './Unit';
import { sliceLater, sliceLayer } from '../../../layers/slicedResult';
import { isUnknown } from '../../operations/operands';
import { itemOf } from '../../operations/subscripts';

export function compileIndex({ items, many }: Index, unit: Unit): (frame: CallFrame) => IndexValue {
  if (items.some(({ type }) => type === 'spread')) return compileSpread(items, unit);
  const parts = items.map((item) => compilePart(item, unit));
  const [only] = parts;
  if (!many && only) {
    return (frame) => {
      const value = only(frame);
      // x[(1, 2)] is x[1, 2].
      return value.kind === 'tuple'
        ? { parts: value.items, many: true, key: value }
        : { parts: [value], many: false, key: value };
    };
  }
  return (frame) => {
    const values = new Array<Py>(parts.length);
    for (let i = 0; i < parts.length; i++) values[i] = parts[i]!(frame);
    return { parts: values, many: true };
  };
}

/** The parts of an index of which some are starred. */
function compileSpread(items: readonly IndexItem[], unit: Unit): (frame: CallFrame) => IndexValue {
  const parts = items.map((item) => compilePart(item, unit));
  return (frame) => {
    const values = parts.flatMap((part, index) => {
      const value = part(frame);
      return items[index]!.type === 'spread' ? spreadItems(value, unit.machine) : [value];
    });
    return { parts: values, many: true };
  };
}

function compilePart(item: IndexItem, unit: Unit): Code {
  if (item.type === 'slice') return compileSlice(item, unit);
  return unit.expression(item.type === 'spread' ? item.value : item);
}

function compileSlice({ start, stop, step, range }: SliceExpression, unit: Unit): Code {
  const { machine } = unit;
  const compiled = (part: Expression | undefined): Code | undefined => part && unit.expression(part);
  const from = compiled(start);
  const to = compiled(stop);
  const points = step && pointsOf(machine.text.slice(...step.range));
  const by = points === undefined ? compiled(step) : undefined;
  if (!from && !to && !by) return () => WHOLE;
  return (frame) => {
    const first = from?.(frame);
    const last = to?.(frame);
    if (!by && points === undefined && isPlainBound(first) && isPlainBound(last))
      return { kind: 'slice', start: first?.value, stop: last?.value, step: undefined };
    const given = [first, last, by?.(frame)];
    machine.at = range;
    const [low, high, stride] = given.map((value) => bound(value, machine));
    const slice = { kind: 'slice', start: low, stop: high, step: stride } as const;
    if (points !== undefined) return { ...slice, grid: { points } };
    return given.some(isFloating) ? { ...slice, grid: {} } : slice;
  };
}

/** An integer, or no bound. */
function isPlainBound(value: Py | undefined): value is PyNumber | undefined {
  return value === undefined || (value.kind === 'number' && value.dtype === 'int64');
}

/** `np.mgrid[0:1:30j]` has 30 points. */
function pointsOf(step: string): number | undefined {
  const written = /^(\d+(?:\.\d*)?)j$/i.exec(step.trim())?.[1];
  return written === undefined ? undefined : Math.trunc(Number(written));
}

function isFloating(value: Py | undefined): boolean {
  return (value?.kind === 'number' || value?.kind === 'array') && value.dtype.startsWith('float');
}

/** The slice `:`. */
const WHOLE: Py = { kind: 'slice', start: undefined, stop: undefined, step: undefined };

/** Throws a TypeError for a bound that is not a number. */
function bound(value: Py | undefined, machine: Machine): number | undefined {
  if (value === undefined || value.kind === 'none') return undefined;
  if (value.kind === 'number') return value.value;
  if (value.kind === 'array' && value.shape.length === 0) return value.store.data[value.offset]!;
  if (value.kind === 'instance') {
    const method = value.class.order.find(({ members }) => members.has('__index__'))?.members.get('__index__');
    if (method) return bound(machine.call(method, [value]), machine);
  }
  if (isUnknown(value, machine)) throw new Unavailable();
  throw typeError('slice indices must be integers or None or have an __index__ method');
}

/** `object[index]`; a slice of a layer's result may be another stride and pad of the layer. */
export function compileSubscript(expression: Extract<Expression, { type: 'subscript' }>, unit: Unit): Code {
  const { machine } = unit;
  const { range } = expression;
  const object = unit.expression(expression.object);
  const index = compileIndex(expression.index, unit);
  return (frame) => {
    const calls = machine.context.calls.length;
    const value = object(frame);
    const parts = index(frame);
    machine.at = range;
    if (value.kind === 'array') {
      const isCall = machine.context.calls.length > calls;
      const [start, end] = [isCall ? expression.object.range[1] : range[0], range[1]];
      const slice = isCall ? sliceLayer : sliceLater;
      slice(machine.context, range, value, parts.parts, machine.text.slice(start, end));
    }
    return itemOf(value, parts, machine);
  };
}
