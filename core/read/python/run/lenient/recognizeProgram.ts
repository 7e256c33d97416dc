/**
 * Recognises a layer that the text computes outside of any function: `out[i, j] = np.sum(x[i:i + 3, j:j + 3] * k)` in loops, a
 * pooling by `reshape` and `max`. What a statement computed is compared with the layers of the arrays that it read.
 */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { attempt, msg } from '../../../../message';
import type { LayerCall } from '../../../LayerCall';
import type { TextRange } from '../../../ParseResult';
import { flat, type PyArray } from '../../array/PyArray';
import { arrayOfLists, literalsIn, ownCall, type OwnCall } from '../../layers/recognize/ownCall';
import { helperCall, recognizeStep } from '../../layers/recognize/recognizeHelper';
import { recognizeGradients } from '../../layers/recognize/recognizeGradients';
import { layerName, recognizeFull, recognizeLayer, type Recognized } from '../../layers/recognize/recognizeLayer';
import { recognizeTranspose } from '../../layers/recognize/recognizeTranspose';
import type { Statement } from '../../syntax/tree/ast';
import { innerBlocks } from '../../syntax/tree/boundNames';
import { visitStatement } from '../../syntax/tree/visitExpressions';
import type { Context } from '../../runtime/Context';
import type { Py } from '../../value/Py';
import type { Globals } from '../interpreter/Globals';
import type { Machine } from '../machine/Machine';
import type { LenientRun } from './LenientRun';
import type { NotedCalls } from './recordOwnCalls';
import { assignedTargets, changedNames, rootOf } from './changedNames';

/** Words of a pooling, or `if value > best:` above `best = value`. */
const POOLS = /max|mean|av(?:era)?g|pool|\bif\b(?=[^\n:]*[<>])[^\n:]*?\b(\w+)\b[^\n:]*:\s*\1\s*=(?!=)/i;
/** Statements that are compared with layers, from the last one. */
const MOST_STATEMENTS = 12;
/** Arrays that one statement may have been computed from. */
const MOST_ARRAYS = 6;

/**
 * `done`: the statements of the module that ran, in their order. The last layer that one in [from, to) computes, after those of
 * statements that call functions of the text: a cursor may mean one of them.
 */
export function recognizeProgram(
  { done, shown, given }: Pick<LenientRun, 'done' | 'shown'> & Pick<NotedCalls, 'given'>,
  globals: Globals,
  { context, text }: Pick<Machine, 'context' | 'text'>,
  from = 0,
  to = Infinity,
): readonly LayerCall[] {
  const flow = done.map((statement) => ({
    statement,
    changed: changedIn(statement, globals),
    read: namesIn(statement),
  }));
  const sources = new Map<string, ReadonlySet<string>>();
  for (const { changed, read } of flow)
    for (const name of changed) sources.set(name, new Set([...(sources.get(name) ?? []), ...read]));
  const numbers = globals.variables.flatMap(({ name, value }): [string, Py][] => (value ? [[name, value]] : []));
  const results = flow.flatMap(({ statement, changed, read }) =>
    [...changed].map((name) => ({ statement, read, name, result: globals.cell(name).value })),
  );
  for (const { statement, range, result } of shown)
    results.push({ statement, read: namesIn(statement), name: writtenAt(range, text), result });
  results.sort((a, b) => a.statement.range[0] - b.statement.range[0]);
  let tried = 0;
  const layers: LayerCall[] = [];
  const candidates = results
    .filter(({ statement: { range } }) => range[0] >= from && range[1] <= to)
    .map(({ result, ...rest }) => ({ ...rest, value: result, result: result && arrayOfLists(result, context) }))
    .reverse();
  const isLine = (result: PyArray | undefined): boolean => result?.shape.length === 1;
  // Sequences count where no plane is a layer.
  for (const { statement, read, name, value, result } of [
    ...candidates.filter((each) => !isLine(each.result)),
    ...candidates.filter((each) => isLine(each.result)),
  ]) {
    if (layers.length > 0 && (layers[0]!.range[0] <= statement.range[0] || !given.has(statement.range[0]))) continue;
    const isSum = value?.kind === 'number' && statement.type === 'assign' && statement === done.at(-1);
    if (!isSum && (!result || !isImage(result) || isWindow(result, statement))) continue;
    const isCopy = (array: PyArray): boolean => result !== undefined && flat(array).join() === flat(result).join();
    const origins = originsOf(name, read, sources, globals, context).filter(([, array]) => !isCopy(array));
    if (origins.length === 0 && !given.has(statement.range[0])) continue;
    if ((tried += 1) > MOST_STATEMENTS) break;
    const after = flow.filter((each) => each.statement.range[0] >= statement.range[0]);
    const others = numbers.filter((each) => isOption(each, origins, after));
    const called = withGiven(callOf(origins, others, context), given.get(statement.range[0]));
    const own = { ...called, literals: literalsIn(text.slice(...statement.range)) };
    const step = value?.kind === 'number' ? recognizeStep(own, value.value, context) : undefined;
    if (step) return [{ ...helperCall(step, name, statement.range), uncalled: true }];
    if (!result) continue;
    const found = layerOf(own, result, statement, text, context);
    if (!found) continue;
    const notes = [msg('{0} computes {1}', name, layerName(found)), ...(found.notes ?? [])];
    layers.unshift({ ...found, callee: name, uncalled: true, range: statement.range, notation: 'numpy', notes });
  }
  return layers;
}

/** The layer that gives the result of a statement. */
function layerOf(
  own: OwnCall,
  result: PyArray,
  { type }: Statement,
  text: string,
  context: Context,
): Recognized | undefined {
  const loops = type === 'for' || type === 'while';
  const convolved =
    attempt(() => recognizeLayer(own, result, context)) ??
    attempt(() => recognizeGradients(own, [result], context)) ??
    attempt(() => recognizeFull(own, result, context));
  const found: Recognized | undefined =
    loops && (!convolved || isProduct(convolved)) ? attempt(() => recognizeTranspose(own, result, context)) : convolved;
  // Linear data has many layers with the same result: a pooling takes maxima or means.
  if (!found || (found.operation.startsWith('pool') && !POOLS.test(text)) || isProduct(found)) return undefined;
  return varies(result) || isTelling(found) ? found : undefined;
}

/** The arrays and options of a statement: a list that its result was not computed from is an option at most. */
function callOf(
  origins: readonly (readonly [string, PyArray])[],
  others: readonly (readonly [string, Py])[],
  context: Context,
): OwnCall {
  const lists = new Set(others.flatMap(([name, { kind }]) => (kind === 'list' ? [name] : [])));
  const call = ownCall([...origins, ...others], context);
  return { ...call, arrays: call.arrays.filter(([name]) => !lists.has(name)) };
}

/** With what the statement gives to a function of the text: `y = causal(x, np.array([1, 2]), dilation=2)`. */
function withGiven(own: OwnCall, given: OwnCall | undefined): OwnCall {
  if (!given) return own;
  const known = new Set(own.arrays.map(([, array]) => flat(array).join()));
  const further = given.arrays.filter(([, array]) => !known.has(flat(array).join()));
  return {
    arrays: [...own.arrays, ...further].sort(([, a], [, b]) => sizeOf(b.shape) - sizeOf(a.shape)),
    numbers: new Map([...own.numbers, ...given.numbers]),
    pairs: new Map([...own.pairs, ...given.pairs]),
    words: new Map([...own.words, ...given.words]),
  };
}

/** A variable that is not an array of the result and not changed in its statement or after it: loops leave their last positions. */
function isOption(
  [name, { kind }]: readonly [string, Py],
  origins: readonly (readonly [string, PyArray])[],
  after: readonly { readonly changed: ReadonlySet<string> }[],
): boolean {
  const isChanged = after.some(({ changed }) => changed.has(name));
  return kind !== 'array' && !isChanged && origins.every(([origin]) => origin !== name);
}

/** The text of an expression as its name, without line breaks. */
function writtenAt(range: TextRange, text: string): string {
  const written = text.slice(...range).replace(/\s+/g, ' ');
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

/** Also the arrays that a view changes: `part = Y[:2]; part[0] = 1` changes Y. */
function changedIn(statement: Statement, globals: Globals): ReadonlySet<string> {
  const stores = new Set(
    [...partlyChanged(statement)].flatMap((name) => {
      const value = globals.cell(name).value;
      return value?.kind === 'array' ? [value.store] : [];
    }),
  );
  const viewed = globals.variables.filter(({ value }) => value?.kind === 'array' && stores.has(value.store));
  return new Set([...viewed.map(({ name }) => name), ...filledLists(statement), ...changedNames(statement)]);
}

/** `rows.append(row)`, also in a block. */
function filledLists(statement: Statement): string[] {
  const { value: call } = statement.type === 'expression' ? statement : { value: undefined };
  const fills =
    call?.type === 'call' && call.callee.type === 'member' && /^(?:append|extend|insert)$/.test(call.callee.name);
  const own = fills ? rootOf(call.callee) : undefined;
  const inner = innerBlocks(statement).flatMap((block) => block.flatMap(filledLists));
  return own === undefined ? inner : [own, ...inner];
}

/** Variables that keep their array and get other values in it. */
function partlyChanged(statement: Statement): string[] {
  const own = assignedTargets(statement).flatMap((target) =>
    target.type === 'name' && statement.type !== 'update' ? [] : [rootOf(target)],
  );
  const inner = innerBlocks(statement).flatMap((block) => block.flatMap(partlyChanged));
  return [...own.filter((name) => name !== undefined), ...inner];
}

/** The arrays that a variable was computed from, through any number of assignments; the largest first. */
function originsOf(
  target: string,
  read: ReadonlySet<string>,
  sources: ReadonlyMap<string, ReadonlySet<string>>,
  globals: Globals,
  context: Context,
): [string, PyArray][] {
  const seen = new Set([target]);
  const arrays: [string, PyArray][] = [];
  // What made the array that a loop changes counts, too: `dX = np.zeros_like(X)`.
  for (let names: Iterable<string> = [...read, ...(sources.get(target) ?? [])]; arrays.length < MOST_ARRAYS;) {
    const next = new Set<string>();
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { value } = globals.cell(name);
      const array = value && arrays.length < MOST_ARRAYS ? arrayOfLists(value, context) : undefined;
      if (array) arrays.push([name, array]);
      sources.get(name)?.forEach((source) => next.add(source));
    }
    if (next.size === 0) break;
    names = next;
  }
  // Inputs before filters: of two arrays that convolve to the same, the larger one is the input.
  return arrays.sort(([, a], [, b]) => sizeOf(b.shape) - sizeOf(a.shape));
}

function namesIn(statement: Statement): Set<string> {
  const names = new Set<string>();
  visitStatement(statement, (expression) => {
    if (expression.type === 'name') names.add(expression.name);
    return true;
  });
  for (const block of innerBlocks(statement))
    for (const each of block) namesIn(each).forEach((name) => names.add(name));
  return names;
}

/** The part of an array at which a loop ended. */
function isWindow({ shape, store }: PyArray, { type }: Statement): boolean {
  return (type === 'for' || type === 'while') && sizeOf(shape) < store.data.length;
}

/**
 * Whether no window slides, as in a product of matrices: along each axis a kernel has one cell or all of the image's, or the gradient of
 * a result has one cell.
 */
function isProduct({ operation, arrays }: Recognized): boolean {
  if (operation !== 'conv_forward' && operation !== 'conv_backward') return false;
  const { A_prev, W } = arrays;
  const gradient = 'dZ' in arrays ? arrays.dZ : undefined;
  return [0, 1].every(
    (axis) =>
      W?.shape[axis] === 1 || (gradient ? gradient.shape[axis + 1] === 1 : W?.shape[axis] === A_prev.shape[axis + 1]),
  );
}

/** With values other than zero; a sequence needs three cells. */
function isImage(array: PyArray): boolean {
  if (array.shape.length === 1 && array.shape[0]! < 3) return false;
  return array.shape.length > 0 && array.shape.length < 5 && flat(array).some((value) => value !== 0);
}

function varies(array: PyArray | NdArray): boolean {
  const values = 'data' in array ? array.data : flat(array);
  return values.some((value) => value !== values[0]);
}

/** A plane of one value is the result of too many layers, but for a convolution of an input and a filter that vary. */
function isTelling({ operation, arrays }: Recognized): boolean {
  return operation === 'conv_forward' && varies(arrays.A_prev) && arrays.W !== undefined && varies(arrays.W);
}
