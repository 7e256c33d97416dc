/** Records calls of the text's own functions that have a course function's name; the value is that of the text's function. */
import { LensError, msg } from '../../../../message';
import { LAYER_FUNCTIONS } from '../../layers/courses/layerFunctions';
import { differs } from '../../layers/recognize/differs';
import { ownArguments } from '../../layers/recognize/ownArguments';
import { ownCall } from '../../layers/recognize/ownCall';
import { recordRecognized, type Recognized } from '../../layers/recognize/recognizeLayer';
import { libraryFunction } from '../../library/call/Call';
import { isStackOverflow } from '../../runtime/isStackOverflow';
import { Unavailable } from '../../runtime/Unavailable';
import type { Py } from '../../value/Py';
import type { Globals } from '../interpreter/Globals';
import type { CallObserver, Machine } from '../machine/Machine';
import { recordOwnCalls, type NotedCalls } from './recordOwnCalls';
import { ResultRecognizer } from './ResultRecognizer';

/** `noted`: calls of functions that the course does not name. */
export function recordLayers(machine: Machine, globals: Globals, noted: NotedCalls): CallObserver {
  const recognizer = new ResultRecognizer(machine.context);
  const recordOwn = recordOwnCalls(machine, globals, recognizer, noted);
  const recordCourse = recordCourseCalls(machine, recognizer);
  const recorded: CallObserver = (definition, ...call) => {
    if (!Object.hasOwn(LAYER_FUNCTIONS, definition.name)) return recordOwn(definition, ...call);
    // Calls inside of the function are not recorded.
    machine.observer = undefined;
    try {
      return recordCourse(definition, ...call);
    } finally {
      machine.observer = observe;
    }
  };
  const observe: CallObserver = (...call) => {
    const { callers } = machine.context;
    const [, , , range] = call;
    callers.push(range);
    try {
      return recorded(...call);
    } finally {
      callers.pop();
    }
  };
  return observe;
}

function recordCourseCalls(machine: Machine, recognizer: ResultRecognizer): CallObserver {
  const { context } = machine;
  return (definition, args, run, range) => {
    const entry = LAYER_FUNCTIONS[definition.name]!;
    const layer = libraryFunction(definition.name, ...entry);
    const passed = ownArguments(definition.name, entry[0], args, range);
    const before = context.calls.length;
    const own = attempt(() => layer.call(passed, context));
    const recorded = context.calls.length;
    const { depth } = machine;
    let found: Recognized | undefined;
    try {
      const value = run();
      const isOther = recorded > before && own.value !== undefined && differs(own.value, value);
      // Another function of that name, with other arguments or further ones: a layer that gives its result.
      if (own.error || (isOther && args.size > entry[0].split(' ').length))
        found = recognizer.recognize(value, ownCall([...args], context));
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
      context.calls.length = found ? before : Math.max(before, recorded);
      if (found) recordRecognized(found, definition.name, range, context);
    }
  };
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
