/** Records calls of the text's functions with names that the course does not use, where a layer gives their results. */
import { formatShape, sizeOf } from '../../../../array/NdArray';
import { attempt, msg, type Message } from '../../../../message';
import type { LayerCall, TextRange } from '../../../ParseResult';
import { arrayOf, flat } from '../../array/PyArray';
import { literalsIn, ownCall, type OwnCall } from '../../layers/recognize/ownCall';
import { HELPER_LIKE, helperCall, recognizeHelper } from '../../layers/recognize/recognizeHelper';
import { ownBackward, type ForwardOfObject } from '../../layers/recognize/ownBackward';
import { recordRecognized, type Recognized } from '../../layers/recognize/recognizeLayer';
import { reluInput } from '../../layers/relu';
import type { Context } from '../../runtime/Context';
import { pyTuple } from '../../value/constructors';
import type { Py, PyFunction } from '../../value/Py';
import type { Globals } from '../interpreter/Globals';
import type { CallObserver, Machine } from '../machine/Machine';
import type { ResultRecognizer } from './ResultRecognizer';

/** Names of functions of the text whose results are compared with layers. */
const LAYER_LIKE =
  /conv|corr|pool|filter|relu|blur|smooth|sharp|edge|sobel|prewitt|laplac|gauss|^(?:(?:__)?call(?:__)?|forward\w*|feed_?forward|fprop|propagate|back_?prop\w*|backward\w*|bprop|gradients?)$/i;
const APPLIES = /^(?:apply|compute|evaluate|execute|infer|predict|process|run|transform)/i;
/** Parts of a layer: what calls them may be the layer. */
const HELPERS: ReadonlySet<LayerCall['operation']> = new Set([
  'zero_pad',
  'conv_single_step',
  'create_mask_from_window',
  'distribute_value',
]);

export interface NotedCalls {
  /** Calls of parts of a layer. */
  readonly helpers: LayerCall[];
  /** What statements outside of all functions give to the first function of the text that they call, by their start. */
  readonly given: Map<number, OwnCall>;
}

export function recordOwnCalls(
  machine: Machine,
  globals: Globals,
  recognizer: ResultRecognizer,
  noted: NotedCalls,
): CallObserver {
  const { context } = machine;
  const forwards = new Map<Py, ForwardOfObject>();
  /** The layer that gives the function's result, if there is one, instead of the layers that the function calls. */
  const recognized: CallObserver = (definition, args, run, range, locals) => {
    const recorded = context.calls.length;
    const body = bodyOf(definition.name, machine.text);
    const literals = literalsIn(body);
    const seen = (): OwnCall => ({ ...ownCall([...args, ...globalsIn(body, args, globals)], context), literals });
    const before = seen();
    const given = ownCall([...args].slice(1), context);
    const value = run();
    const { own, returned } = resultOf(value, before, seen);
    const inner = context.calls.slice(recorded);
    // `return np.maximum(out, 0)`: the layer is what ReLU is given.
    const rectified = reluInput(inner.at(-1));
    if (rectified) inner.pop();
    if (inner.some(({ operation }) => !HELPERS.has(operation))) return value;
    const result = rectified ? arrayOf(Float64Array.from(rectified.data), rectified.shape, 'float64') : returned;
    const [self] = args.values();
    const isBackward = BACKWARD.test(definition.name);
    const forward = isBackward && self && !recognizer.isExhausted ? forwards.get(self) : undefined;
    // A gradient of arrays that the forward method has seen; arrays that a function makes itself.
    const further = isBackward
      ? (forward?.own.arrays ?? [])
      : ownCall(localArrays(locals?.() ?? [], args, result), context).arrays;
    const found =
      recognizer.recognize(result, own) ??
      (further.length > 0
        ? recognizer.recognize(result, { ...own, arrays: [...own.arrays, ...further] })
        : undefined) ??
      (forward && wrongBackward(forward, given, value, definition.name, machine));
    if (self && !isBackward) forwards.delete(self);
    if (!found) return value;
    if (self?.kind === 'instance' && value.kind === 'array' && !isBackward && !rectified)
      forwards.set(self, { found, own, shape: value.shape });
    const callee = nameOf(definition, args);
    context.calls.length = recorded;
    recordRecognized(found, callee, range, context, [
      ...(isPlain(found, result) ? [msg('the result has one value in every cell: other layers give it, too')] : []),
      ...(rectified ? [msg('{0} returns ReLU of the result', callee)] : []),
      ...extended(found, own, callee),
    ]);
    return value;
  };
  return noting(noted, context, recognized);
}

/** Also notes calls of parts of a layer, and what statements give. */
function noting({ helpers, given: givenIn }: NotedCalls, context: Context, recognized: CallObserver): CallObserver {
  return (definition, args, run, range, locals) => {
    const [start] = context.statement ?? [];
    // Helpers of translated programs have no names of their own.
    const isOwn = !definition.name.startsWith('_') && isInStatement(range, context);
    const isFirst = start !== undefined && isOwn && !givenIn.has(start);
    const own = isFirst || isHelperCall(definition.name, range, context) ? ownCall([...args], context) : undefined;
    if (isFirst && own) givenIn.set(start, own);
    const value = isLayerLike(definition, args) ? recognized(definition, args, run, range, locals) : run();
    const helper =
      own &&
      isHelperCall(definition.name, range, context) &&
      attempt(() => recognizeHelper(definition.name, own, value, context));
    if (helper) helpers.push(helperCall(helper, definition.name, range));
    return value;
  };
}

/** What a function of the text gives, and what it was given for that. */
function resultOf(value: Py, before: OwnCall, after: () => OwnCall): { own: OwnCall; returned: Py } {
  const filled = value.kind === 'none' ? changedArrays(before, after()) : [];
  if (filled.length === 0) return { own: before, returned: value };
  const others = before.arrays.filter(([name]) => !filled.some(([each]) => each === name));
  const own = others.length > 0 ? { ...before, arrays: others } : before;
  return { own, returned: pyTuple(filled.map(([, array]) => array)) };
}

/** The arrays that a function without a result has written or made: arguments, arrays of the module, attributes of its object. */
function changedArrays(before: OwnCall, after: OwnCall): OwnCall['arrays'] {
  const known = new Map(before.arrays);
  return after.arrays.filter(([name, array]) => {
    const [earlier, values] = [known.get(name), flat(array)];
    return (
      !earlier ||
      String(earlier.shape) !== String(array.shape) ||
      flat(earlier).some((v, k) => !Object.is(v, values[k]))
    );
  });
}

/** Also `apply` of a class whose name is that of a layer. */
function isLayerLike({ name }: PyFunction, args: ReadonlyMap<string, Py>): boolean {
  if (LAYER_LIKE.test(name)) return true;
  const [self] = args.values();
  return APPLIES.test(name) && self?.kind === 'instance' && LAYER_LIKE.test(self.class.name);
}

/** The remark on an input that the function extended before. */
function extended(found: Recognized, own: OwnCall, callee: string): Message[] {
  const x = found.operation === 'conv_forward' ? found.arrays.A_prev : undefined;
  if (!x || own.arrays.some(([, { shape }]) => sizeOf(shape) === x.data.length)) return [];
  return [msg('the input was extended to {0} before, as {1} does', formatShape(x.shape.slice(1, 3)), callee)];
}

/** Whether all cells of the result have one value, for any input of a pooling or a filter of one value. */
function isPlain({ operation, arrays }: Recognized, value: Py): boolean {
  const [first] = value.kind === 'tuple' ? value.items : [value];
  if (first?.kind !== 'array' || varies(flat(first))) return false;
  return operation !== 'conv_forward' || !arrays.W || !varies(arrays.A_prev.data) || !varies(arrays.W.data);
}

function varies(values: ArrayLike<number>): boolean {
  return Array.from(values).some((value) => value !== values[0]);
}

/** Names of methods that compute gradients. */
const BACKWARD = /back|bprop|grad/i;

function wrongBackward(
  forward: ForwardOfObject,
  given: OwnCall,
  value: Py,
  name: string,
  machine: Machine,
): Recognized | undefined {
  const [result] = value.kind === 'tuple' ? value.items : [value];
  if (result?.kind !== 'array') return undefined;
  return attempt(() => ownBackward(forward, given, result, name, machine));
}

/** A call that the statement outside of all functions contains. */
function isHelperCall(name: string, range: TextRange, context: Context): boolean {
  return HELPER_LIKE.test(name) && isInStatement(range, context);
}

function isInStatement([start, end]: TextRange, { statement }: Context): boolean {
  return statement !== undefined && statement[0] <= start && end <= statement[1];
}

/** A class that is called has the name of its layer: `MaxPooling(…)(image)`. */
function nameOf({ name }: PyFunction, args: ReadonlyMap<string, Py>): string {
  const [self] = args.values();
  return name === '__call__' && self?.kind === 'instance' ? self.class.name : name;
}

/** Arrays that a function makes for its result: `kernel` of `def sobel(image)`, a padded image. */
function localArrays(
  locals: readonly [string, Py][],
  args: ReadonlyMap<string, Py>,
  result: Py,
): readonly [string, Py][] {
  return locals.filter(
    ([name, value]) =>
      !args.has(name) &&
      value !== result &&
      (value.kind === 'list' || (value.kind === 'array' && value.shape.length > 1)) &&
      !(value.kind === 'array' && result.kind === 'array' && value.store === result.store),
  );
}

function bodyOf(name: string, text: string): string {
  return new RegExp(`^def[ \\t]+${name}\\b.*(?:\\n(?:[ \\t].*)?)*`, 'm').exec(text)?.[0] ?? '';
}

/** Arrays and numbers of the module that a function's body reads and that are not its arguments: `kernel` of `def convolve(image)`. */
function globalsIn(body: string, args: ReadonlyMap<string, Py>, { variables }: Globals): [string, Py][] {
  const read = new Set(body.match(/[A-Za-z_]\w*/g));
  const passed = new Set([...args.values()].map((each) => (each.kind === 'array' ? each.store : undefined)));
  return variables.flatMap(({ name: each, value }): [string, Py][] => {
    // Sums and places of loops are variables of the body.
    const isLocal = new RegExp(`^[ \\t]+${each}[ \\t]*[-+*/]?=(?!=)|\\bfor\\b[^\\n]*\\b${each}\\b[^\\n]*\\bin\\b`, 'm');
    const isOwn = value?.kind === 'array' ? !passed.has(value.store) : value?.kind === 'number' && !isLocal.test(body);
    return value && read.has(each) && isOwn && !args.has(each) ? [[each, value]] : [];
  });
}
