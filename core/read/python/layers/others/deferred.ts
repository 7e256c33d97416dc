/** Values of a graph, as TensorFlow 1 builds it: what is computed of a placeholder is computed when a session runs it. */
import { isSequence } from '../../library/call/coerce';
import type { Arguments, LayerObject, PassedArgument, Py } from '../../value/Py';

/** Gives the value of a deferred one, and of those in lists and tuples; other values are themselves. */
export type Evaluate = (value: Py) => Py;

/** `run` computes the value, once for each run of a session. */
export function defer(callee: string, run: (evaluate: Evaluate) => Py): LayerObject {
  const self: LayerObject = {
    kind: 'layer',
    callee,
    framework: 'numpy',
    weights: {},
    hasBias: false,
    deferred: run,
    apply: () => self,
  };
  return self;
}

export function isDeferred(value: Py): value is LayerObject & Required<Pick<LayerObject, 'deferred'>> {
  return value.kind === 'layer' && value.deferred !== undefined;
}

/** Whether a value is deferred, or one in a list or tuple is. */
export function holdsDeferred(value: Py): boolean {
  return isDeferred(value) || (isSequence(value) && !value.range && !value.array && value.items.some(holdsDeferred));
}

export function passesDeferred({ positional, named }: Arguments): boolean {
  return (
    positional.some(({ value }) => holdsDeferred(value)) ||
    [...named.values()].some(({ value }) => holdsDeferred(value))
  );
}

/** The arguments with the values of deferred ones. */
export function evaluatedArguments(args: Arguments, evaluate: Evaluate): Arguments {
  const replaced = ({ value, range }: PassedArgument): PassedArgument => ({ value: evaluate(value), range });
  return {
    ...args,
    positional: args.positional.map(replaced),
    named: new Map([...args.named].map(([name, argument]) => [name, replaced(argument)])),
  };
}

/** `feeds`: the values of placeholders. */
export function evaluatorOf(feeds: ReadonlyMap<Py, Py>): Evaluate {
  const known = new Map(feeds);
  const evaluate: Evaluate = (value) => {
    const found = known.get(value);
    if (found) return found;
    if (isDeferred(value)) {
      const computed = value.deferred(evaluate);
      known.set(value, computed);
      return computed;
    }
    if (isSequence(value) && holdsDeferred(value)) return { ...value, items: value.items.map(evaluate) };
    return value;
  };
  return evaluate;
}
