/** Records calls of the text's own functions that have a course function's name; the value is that of the text's function. */
import { LensError, msg } from '../../../../message';
import type { TextRange } from '../../../ParseResult';
import { LAYER_FUNCTIONS } from '../../layers/layerFunctions';
import { libraryFunction } from '../../library/Call';
import type { Arguments, PassedArgument } from '../../library/signature';
import type { Py } from '../../value';
import { Unavailable } from '../Context';
import { isStackOverflow } from '../isStackOverflow';
import type { CallObserver, Machine } from '../Machine';

export function recordLayers(machine: Machine): CallObserver {
  const { context } = machine;
  const observe: CallObserver = (definition, args, run, range) => {
    const entry = Object.hasOwn(LAYER_FUNCTIONS, definition.name) ? LAYER_FUNCTIONS[definition.name] : undefined;
    if (!entry) return run();
    const layer = libraryFunction(definition.name, ...entry);
    const passed = layerArguments(definition.name, args, range);
    const before = context.calls.length;
    const own = attempt(() => layer.call(passed, context));
    const recorded = context.calls.length;
    const { depth } = machine;
    machine.observer = undefined;
    try {
      const value = run();
      if (own.error) context.report(own.error, range);
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
      // Calls inside of the function are its own affair.
      context.calls.length = Math.max(before, recorded);
    }
  };
  return observe;
}

/** Parameters that the course names are passed by name, the others by position. */
function layerArguments(name: string, given: ReadonlyMap<string, Py>, range: TextRange): Arguments {
  const signature = LAYER_FUNCTIONS[name]![0].split(' ').map((word) => word.replace(/^\*|\?$/g, '').split('|'));
  const named = new Map<string, PassedArgument>();
  const rest = [...given].filter(([parameter, value]) => {
    const known = signature.some((names) => names.includes(parameter));
    if (known) named.set(parameter, { value, range });
    return !known;
  });
  for (const names of signature) {
    if (names.some((each) => named.has(each))) continue;
    const next = rest.shift();
    if (next) named.set(names[0]!, { value: next[1], range });
  }
  return { callee: name, range, positional: [], named };
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
