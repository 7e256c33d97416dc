/** TensorFlow 1: placeholders, variables by name, and sessions that run a graph. Variables have their initial values. */
import { LensError, msg } from '../../../../message';
import { type Call, type FunctionTable, libraryFunction } from '../../library/call/Call';
import { NONE } from '../../value/constructors';
import type { LayerObject, Py } from '../../value/Py';
import { initialized } from '../keras/initializers';
import { defer, evaluatorOf, holdsDeferred } from './deferred';

const nothing: FunctionTable[string] = ['*rest', () => NONE];

/** Functions of `tf` by name. */
export const SESSIONS: FunctionTable = {
  placeholder: ['dtype shape? name?', placeholder],
  get_variable: [
    'name shape? dtype? initializer? regularizer? trainable?',
    (call) => {
      const value = call.lacks('shape') ? undefined : initialized(call, 'initializer', call.integers('shape'), call);
      if (value) return value;
      throw new LensError(msg('{0} is not supported', call.callee), undefined, call.range);
    },
  ],
  // Where a session runs it, after the layers that the same run computes.
  gradients: [
    'ys xs *rest',
    ({ callee, range }) => {
      throw new LensError(msg('{0} is not supported', callee), undefined, range);
    },
  ],
  Session: ['target? graph? config?', session],
  InteractiveSession: ['target? graph? config?', session],
  global_variables_initializer: nothing,
  initialize_all_variables: nothing,
  local_variables_initializer: nothing,
  reset_default_graph: nothing,
};

export function placeholder(call: Call): LayerObject {
  const { callee, range, context } = call;
  context.hasGraph = true;
  return defer(callee, () => {
    throw new LensError(msg('{0} gets no value where the graph runs', callee), undefined, range, 'notRun');
  });
}

function session(call: Call): LayerObject {
  const run = libraryFunction('run', 'fetches feed_dict? options? run_metadata?', (use) =>
    evaluated(use.value('fetches'), use),
  );
  const close = libraryFunction('close', '', () => NONE);
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'numpy',
    weights: {},
    hasBias: false,
    apply: () => NONE,
    member: (name) => (name === 'run' ? run : name === 'close' ? close : undefined),
  };
}

/** `x.eval({…})`. */
export function evalMethod(value: Py): Py {
  return libraryFunction('eval', 'feed_dict? session?', (use) => evaluated(value, use));
}

/** What a session gives for one value, a list or a tuple of values. */
function evaluated(value: Py, use: Call): Py {
  if (!holdsDeferred(value)) return value;
  if (use.context.trains)
    throw new LensError(
      msg('a training step may have changed the variables before {0}', use.callee),
      undefined,
      use.range,
      'notRun',
    );
  return evaluatorOf(feedsOf(use))(value);
}

function feedsOf(use: Call): ReadonlyMap<Py, Py> {
  const feeds = new Map<Py, Py>();
  if (use.lacks('feed_dict')) return feeds;
  const given = use.value('feed_dict');
  if (given.kind !== 'dictionary')
    throw new LensError(msg('the argument {0} of {1} is not supported', 'feed_dict', use.callee));
  for (const [key, value] of given.entries) {
    const placed = given.keys?.get(key);
    if (placed) feeds.set(placed, value);
  }
  return feeds;
}
