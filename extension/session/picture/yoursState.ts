/** The verdict on the user's results as the panel shows it. */
import { formatShort } from '../../../core/array/display';
import { unravelIndex } from '../../../core/array/NdArray';
import { msg, type Message } from '../../../core/message';
import type { YoursState } from '../../../core/panel/protocol';
import { text } from '../../../core/step/shared/words/spans';
import type { Span } from '../../../core/step/Frame';
import { isOwnCall } from '../../../core/check/adapt/cases/caseOfRoles';
import type { OwnOrder, TracedRun } from '../../../core/check/trace/TracedRun';
import { rowOfLine } from '../../../core/check/stage/ownCode';
import type { Comparison } from '../../../core/check/stage/Comparison';
import type { CodeOrigin, ResultOrigin, Yours } from './Yours';

/** Values that are listed at most; more are counted. */
const mostListed = 8;

export function yoursState({ origin, comparison }: Yours): YoursState {
  return origin.kind === 'code' ? codeState(origin, comparison) : resultState(origin, comparison);
}

/** `your pool_backward  student.py:41  against the layer · stride 2, pad 1, 5×7 input`; undefined: the layer's own. */
export function yoursSentence({ origin }: Yours): Span[] | undefined {
  if (origin.kind === 'result') return undefined;
  const { run, place } = origin.source;
  return [
    { kind: 'message', message: msg('your {0}', run.name), tone: 'operation' },
    text(` ${place}`, 'dim'),
    text(' '),
    { kind: 'message', message: againstLayer(run), tone: 'plain' },
  ];
}

/** With the case, unless it is the user's own call of the function. */
function againstLayer({ name, layerCase: { label } }: TracedRun): Message {
  return isOwnCall(label, name) ? msg('against the layer') : msg('against the layer: {0}', label);
}

function codeState({ source }: CodeOrigin, comparison: Comparison): YoursState {
  const { findings, run, convention } = source;
  const agrees = comparison.differing === 0 && !run.error;
  return {
    verdict: convention ? 'convention' : agrees ? 'agrees' : 'differs',
    summary: run.error
      ? msg('your code stops at line {0}: {1}', run.error.line, run.error.message)
      : summaryOf(comparison),
    mistakes: findings.map(({ message, place, sourceLine, repair }, index) => ({
      index,
      message,
      line: place.line,
      ...listedAt(rowOfLine(run, sourceLine)),
      ...(repair && { before: repair.before, after: repair.text }),
    })),
    notes: [
      ...afterRepair(source, comparison),
      ...(convention ? [convention] : []),
      ...(run.ownAxes ? [otherAxes(run.ownAxes)] : []),
      ...(run.borrowed.length > 0
        ? [msg('not defined in the text, the layer’s own is used: {0}', run.borrowed.join(', '))]
        : []),
    ],
  };
}

function listedAt(row: number | undefined): { row?: number } {
  return row === undefined ? {} : { row };
}

/** Arrays of code with channels first are drawn as the layer's. */
function otherAxes({ activations, filters }: OwnOrder): Message {
  const usual = named('NHWC');
  return filters === undefined
    ? msg('shown channels last, {0}; in your code: {1}', usual, named(activations))
    : msg('shown channels last, {0}; in your code: {1}, filters {2}', usual, named(activations), named(filters));
}

/** `(m, C, H, W)`. */
function named(axes: string): string {
  return `(${[...axes].map((axis) => (axis === 'N' ? 'm' : axis)).join(', ')})`;
}

/** What the repairs do together; nothing where a mistake has none. */
function afterRepair({ findings }: CodeOrigin['source'], { total }: Comparison): Message[] {
  if (findings.length === 0 || findings.some(({ repair }) => !repair)) return [];
  return [
    findings.length === 1
      ? msg('with this change {0|the value agrees|all {0} values agree}, and those of other shapes and options', total)
      : msg(
          'with these {0} changes {1|the value agrees|all {1} values agree}, and those of other shapes and options',
          findings.length,
          total,
        ),
  ];
}

function resultState({ name, unused, mistakes = [] }: ResultOrigin, comparison: Comparison): YoursState {
  const wrong = comparison.numbers.filter(({ agrees }) => !agrees);
  return {
    verdict: comparison.differing === 0 ? 'agrees' : 'differs',
    summary: summaryOf(comparison),
    mistakes: mistakes.map((message, index) => ({
      index,
      message: msg('these numbers come from this mistake: {0}', message),
    })),
    notes: [
      ...firstDifferences(comparison),
      ...limited(
        wrong.map(({ label, own, layer }) => msg('{0}: yours {1}, layer {2}', label, shown(own), shown(layer))),
      ),
      msg('compared with {0}', name),
      ...limited(unused.map(({ label, reason }) => msg('not used: {0}: {1}', label, reason))),
    ],
    ends: true,
  };
}

function summaryOf({ differing, total, largest, shapes, tolerance }: Comparison): Message {
  if (shapes) return msg('your result has shape {0}, the layer’s has {1}', ...shapes);
  if (differing === 0)
    return msg(
      '{0|the value agrees|all {0} values agree} (rtol {1}, atol {2})',
      total,
      ...[tolerance.rtol, tolerance.atol].map(formatShort),
    );
  return msg('{0} of {1} value{1||s} differ{0|s|}, by up to {2}', differing, total, Number(largest.toPrecision(3)));
}

/** The first cell of each array that differs, in the order of the array. */
function firstDifferences({ arrays }: Comparison): Message[] {
  return arrays.flatMap(({ title, name, first, actual, expected, differing, ownIndex }) => {
    if (first === undefined || !actual) return [];
    const index = unravelIndex(expected.shape, first);
    const own = ownIndex?.(index) ?? index;
    const cell = own.length === 0 ? (title ?? name) : `${title ?? name}[${own.join(', ')}]`;
    const values = [rounded(actual.data[first]!), rounded(expected.data[first]!)] as const;
    return [
      differing === 1
        ? msg('{0} differs: yours {1}, layer {2}', cell, ...values)
        : msg('first of {0} differences: {1}: yours {2}, layer {3}', differing, cell, ...values),
    ];
  });
}

function limited(messages: readonly Message[]): Message[] {
  if (messages.length <= mostListed) return [...messages];
  return [...messages.slice(0, mostListed), msg('{0} more', messages.length - mostListed)];
}

function shown(values: readonly number[]): string {
  return values.length === 1 ? String(rounded(values[0]!)) : `(${values.join(', ')})`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(8));
}
