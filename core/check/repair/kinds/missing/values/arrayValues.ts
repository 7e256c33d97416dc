/** Values of a name that no line binds and that is an array: a result of zeros, a padded array, a mask, filters as a matrix. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../../../adapt/roles/roles';
import { isPooling, type CourseFunction } from '../../../../CourseFunction';
import { childNodes } from '../../../../source/PythonTree';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';
import { alikeFirst } from './alikeFirst';
import { unpaddedValues } from './unpaddedValues';
import { unreadNames } from './unreadNames';
import { helperCalls, matrixProducts } from '../matrices';
import { windowAxes } from './windowAxes';
import { rowsAndColumns, unpackedSizes } from './windowValues';
import { BIAS } from '../missingGradients';
import { isWritten } from '../unchangedZeros';
import { padWidths } from '../../../padWidths';
import { permutations } from '../../../permutations';

export function* arrayValues(
  scope: FunctionScope,
  name: string,
  use: SyntaxNode,
  operation: CourseFunction,
): Iterable<string> {
  const arrays = alikeFirst(scope, name, use);
  yield* helperCalls(scope, name);
  if (isWritten(scope, name)) yield* results(scope, name, arrays);
  const isPadded = /pad/i.test(name);
  const isUnpadded = !isPooling(operation) && scope.pad !== undefined && !/pad\(/.test(scope.text(scope.node));
  if (isPadded || isUnpadded) yield* padded(scope, arrays);
  if (isPooling(operation) || operation === 'create_mask_from_window')
    for (const window of new Set([...unreadNames(scope).filter((each) => scope.kindOf(each) !== 'scalar'), ...arrays]))
      yield* maxima(scope, window);
  if (operation === 'distribute_value') yield* shares(scope);
  if (operation === 'conv_forward') yield* matrixProducts(scope);
  if (operation === 'conv_backward') yield* [...(BIAS.test(name) ? biasSums(scope) : []), ...unpaddedValues(scope)];
  for (const filters of arrays.filter((each) => roleOf(each.replace(/^self\./, ''), ['filter']) === 'filter')) {
    const rows = `${filters}.reshape(${filters}.shape[0], -1)`;
    yield* [`${rows}.T`, rows, `${filters}.reshape(-1, ${filters}.shape[-1])`];
  }
}

/** Zeros, for an array whose cells are assigned: as many as the loops have steps, or as another array has. */
function* results(scope: FunctionScope, name: string, arrays: readonly string[]): Iterable<string> {
  const member = scope.all('MemberExpression').find(({ firstChild }) => firstChild && scope.text(firstChild) === name);
  if (!member) return;
  const items = subscriptItems(scope, member).map(({ text }) => text);
  const count = items.filter((text) => text === ':').length;
  for (const wholes of [...(count === 4 ? [columnSizes(scope)] : []), ...permutations(wholeSizes(scope), count)]) {
    const sizes = items.map((text) => (text === ':' ? wholes.shift() : stepsOf(scope, text)));
    if (sizes.length > 0 && !sizes.includes(undefined))
      yield `np.zeros((${sizes.join(', ')}${sizes.length === 1 ? ',' : ''}))`;
  }
  for (const array of arrays) yield* [`np.zeros_like(${array})`, `np.zeros(${array}.shape)`];
}

/** Examples, channels, and rows and columns of the output: the axes of im2col's array besides those of the window. */
function columnSizes(scope: FunctionScope): string[] {
  const [examples, channels] = unpackedSizes(scope).map(({ name }) => name);
  const computed = scope.all('AssignStatement').flatMap((statement) => {
    const [, name] = /^(\w+)\s*=.*\/\//.exec(scope.text(statement)) ?? [];
    return name === undefined ? [] : [name];
  });
  return examples === undefined || channels === undefined ? [] : [examples, channels, ...rowsAndColumns(computed)];
}

/** Sizes that a shape gives and that nothing reads: those of the axes that are written whole. */
function wholeSizes(scope: FunctionScope): string[] {
  const unpacked = new Set(unpackedSizes(scope).map(({ name }) => name));
  const text = scope.text(scope.node);
  return [...unpacked].filter((name) => name !== '_' && text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length === 1);
}

/** The gradient of the output, summed over all but the filters. */
function biasSums(scope: FunctionScope): string[] {
  const gradients = scope.names.filter((name) => roleOf(name) === 'gradient');
  return gradients.flatMap((gradient) =>
    ['(0, 1, 2)', '(0, 2, 3)', '(0, 1, 2), keepdims=True', '0', '(0, 1)', '(1, 2)'].map(
      (axes) => `np.sum(${gradient}, axis=${axes})`,
    ),
  );
}

/** The bound of the loop of a variable. */
function stepsOf(scope: FunctionScope, variable: string): string | undefined {
  const loop = scope.loops.find((each) => each.name === variable)?.node;
  return loop && /\brange\((?:[^(),]+,\s*)?((?:[^(),]|\([^()]*\))+)\)\s*:/.exec(scope.text(loop).split('\n')[0]!)?.[1];
}

function* padded(scope: FunctionScope, arrays: readonly string[]): Iterable<string> {
  const calls = scope.all('CallExpression').filter((call) => /^np\.pad\(/.test(scope.text(call)));
  const others = calls.flatMap((call) => {
    const first = childNodes(call.getChild('ArgList')!)[1];
    return first ? [scope.text({ from: first.to, to: call.to })] : [];
  });
  const own = scope.pad === undefined ? [] : padWidths(scope.pad).map((widths) => `, ${widths})`);
  for (const array of arrays) for (const pads of [...others, ...own]) yield `np.pad(${array}${pads}`;
}

/** The mask of the maximum of a window, and the maximum. */
function maxima(scope: FunctionScope, window: string): string[] {
  const axes = windowAxes(scope, window);
  const whole = axes === undefined ? [] : [`${window} == np.max(${window}, axis=(${axes}), keepdims=True)`];
  return [...whole, `${window} == np.max(${window})`, `np.max(${window})`];
}

/** `average = dz / (n_H * n_W)`. */
function* shares(scope: FunctionScope): Iterable<string> {
  const [value] = scope.parameters.filter((each) => ['value', 'gradient'].includes(roleOf(each, ['value']) ?? ''));
  if (value === undefined) return;
  const sizes = scope.names.filter(
    (each) => each !== value && !scope.parameters.includes(each) && scope.isScalar(each),
  );
  for (const [k, rows] of sizes.entries())
    for (const cols of sizes.slice(k + 1)) yield `${value} / (${rows} * ${cols})`;
}
