/** Records calls of the text's own functions that have a course function's name; the value is that of the text's function. */
import { attempt as coreAttempt, LensError, msg } from '../../../../message';
import type { LayerCall, TextRange } from '../../../ParseResult';
import type { Context } from '../../runtime/Context';
import { arrayOf } from '../../array/PyArray';
import { LAYER_FUNCTIONS } from '../../layers/courses/layerFunctions';
import { reluInput } from '../../layers/relu';
import { ownArguments } from '../../layers/recognize/ownArguments';
import { differs } from '../../layers/recognize/differs';
import { arrayOfLists, ownCall, type OwnCall } from '../../layers/recognize/ownCall';
import { recognizeGradients } from '../../layers/recognize/recognizeGradients';
import { HELPER_LIKE, helperCall, recognizeHelper } from '../../layers/recognize/recognizeHelper';
import { recognizeTranspose } from '../../layers/recognize/recognizeTranspose';
import { recognizeLayer, recordRecognized, type Recognized } from '../../layers/recognize/recognizeLayer';
import { libraryFunction } from '../../library/call/Call';
import type { Py, PyFunction } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import { isStackOverflow } from '../../runtime/isStackOverflow';
import type { Globals } from '../interpreter/Globals';
import type { CallObserver, Machine } from '../machine/Machine';

/** `helpers`: where calls of parts of a layer are noted that the course does not name. */
export function recordLayers(machine: Machine, globals: Globals, helpers: LayerCall[]): CallObserver {
  const { context } = machine;
  const observe: CallObserver = (definition, args, run, range) => {
    const entry = Object.hasOwn(LAYER_FUNCTIONS, definition.name) ? LAYER_FUNCTIONS[definition.name] : undefined;
    if (!entry) {
      const own = isHelperCall(definition.name, range, context) ? ownCall([...args], context) : undefined;
      const value = LAYER_LIKE.test(definition.name) ? recognized(definition, args, run, range) : run();
      const helper = own && coreAttempt(() => recognizeHelper(definition.name, own, value, context));
      if (helper) helpers.push(helperCall(helper, definition.name, range));
      return value;
    }
    const layer = libraryFunction(definition.name, ...entry);
    const passed = ownArguments(definition.name, entry[0], args, range);
    const before = context.calls.length;
    const own = attempt(() => layer.call(passed, context));
    const recorded = context.calls.length;
    const { depth } = machine;
    machine.observer = undefined;
    let found: Recognized | undefined;
    try {
      const value = run();
      const isOther = recorded > before && own.value !== undefined && differs(own.value, value);
      // Another function of that name, with other arguments or further ones: a layer that gives its result.
      if (own.error || (isOther && args.size > entry[0].split(' ').length)) found = recognizedIn(value, args);
      if (isOther && !found) {
        const last = context.calls[recorded - 1]!;
        const note = msg('{0} of the text returns other values than this layer', definition.name);
        context.calls[recorded - 1] = { ...last, notes: [...(last.notes ?? []), note] };
      }
      if (own.error && !found) context.report(own.error, range);
      return value;
    } catch (error) {
      machine.depth = depth;
      const failed = isStackOverflow(error) ? new LensError(msg('calls are nested too deep')) : error;
      if (!(failed instanceof LensError) || !own.value) throw failed;
      context.report(
        new LensError(
          msg('{0} failed ({1}); the result of the layer is used instead', definition.name, failed.detail),
          undefined,
          failed.range,
        ),
        range,
      );
      return own.value;
    } finally {
      machine.observer = observe;
      // Calls inside of the function are not recorded.
      context.calls.length = found ? before : Math.max(before, recorded);
      if (found) recordRecognized(found, definition.name, range, context);
    }
  };
  /** The layer that gives the function's result, if there is one, instead of the layers that the function calls. */
  const recognized: CallObserver = (definition, args, run, range) => {
    const before = context.calls.length;
    const own = ownCall([...args, ...globalArrays(definition.name, args, machine.text, globals)], context);
    const value = run();
    const inner = context.calls.slice(before);
    // `return np.maximum(out, 0)`: the layer is what ReLU is given.
    const rectified = reluInput(inner.at(-1));
    if (rectified) inner.pop();
    if (inner.some(({ operation }) => !HELPERS.has(operation))) return value;
    const result = rectified ? arrayOf(Float64Array.from(rectified.data), rectified.shape, 'float64') : value;
    const found = recognizedResult(result, own);
    if (!found) return value;
    const callee = nameOf(definition, args);
    context.calls.length = before;
    recordRecognized(found, callee, range, context, rectified && [msg('{0} returns ReLU of the result', callee)]);
    return value;
  };
  const recognizedIn = (value: Py, args: ReadonlyMap<string, Py>) =>
    recognizedResult(value, ownCall([...args], context));
  const recognizedResult = (value: Py, own: OwnCall): Recognized | undefined => {
    const returned = (value.kind === 'tuple' ? value.items : [value]).map((each) => arrayOfLists(each, context));
    const results = returned.filter((each) => each !== undefined);
    if (results.length === 0 || attempts >= MOST_ATTEMPTS) return undefined;
    attempts += 1;
    const [first] = returned;
    const forward = first && recognizeLayer(own, first, context);
    // The gradient of a convolution's input is a transposed convolution, too.
    return forward ?? recognizeGradients(own, results, context) ?? (first && recognizeTranspose(own, first, context));
  };
  let attempts = 0;
  return observe;
}

/** A call that the statement outside of all functions contains. */
function isHelperCall(name: string, [start, end]: TextRange, { statement }: Context): boolean {
  return HELPER_LIKE.test(name) && statement !== undefined && statement[0] <= start && end <= statement[1];
}

/** A class that is called has the name of its layer: `MaxPooling(…)(image)`. */
function nameOf({ name }: PyFunction, args: ReadonlyMap<string, Py>): string {
  const [self] = args.values();
  return name === '__call__' && self?.kind === 'instance' ? self.class.name : name;
}

/** Names of functions of the text whose results are compared with layers. */
const LAYER_LIKE =
  /conv|corr|pool|filter|relu|^(?:(?:__)?call(?:__)?|forward\w*|feed_?forward|fprop|propagate|back_?prop\w*|backward\w*|bprop|gradients?)$/i;
const MOST_ATTEMPTS = 30;
/** Parts of a layer: what calls them may be the layer. */
const HELPERS: ReadonlySet<LayerCall['operation']> = new Set([
  'zero_pad',
  'conv_single_step',
  'create_mask_from_window',
  'distribute_value',
]);

/** Arrays of the module that a function's body reads and that are not its arguments: `kernel` of `def convolve(image)`. */
function globalArrays(
  name: string,
  args: ReadonlyMap<string, Py>,
  text: string,
  { variables }: Globals,
): [string, Py][] {
  const [body = ''] = new RegExp(`^def[ \\t]+${name}\\b.*(?:\\n(?:[ \\t].*)?)*`, 'm').exec(text) ?? [];
  const read = new Set(body.match(/[A-Za-z_]\w*/g));
  const passed = new Set([...args.values()].map((each) => (each.kind === 'array' ? each.store : undefined)));
  return variables.flatMap(({ name: each, value }): [string, Py][] =>
    value?.kind === 'array' && read.has(each) && !args.has(each) && !passed.has(value.store) ? [[each, value]] : [],
  );
}

function attempt(run: () => Py): { value?: Py; error?: LensError } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof LensError) return { error };
    if (error instanceof Unavailable) return {};
    throw error;
  }
}
