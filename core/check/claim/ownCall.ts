/** The text's own call of a layer that is right, where that call is wrong: it ends with an error, or gives an array of other axes. */
import { axesOf } from '../adapt/layout/layouts';
import type { CheckContext } from '../CheckContext';
import type { FunctionCheck } from '../FunctionCheck';
import { formatMessage, msg } from '../../message';
import type { Run } from '../Run';
import type { RecordedCall } from '../run/Runner';
import { lineOf } from '../source/lineOf';
import type { Target } from '../Target';

/** The check with the error that ended the text where the function was called, or could not be. */
export function withOwnError(context: CheckContext, target: Target, check: FunctionCheck): FunctionCheck {
  const { error } = context.ran;
  const isRight = check.agrees && check.unseen.length === 0;
  if (!error || error.type === 'NotSupported' || (!isRight && !check.refused)) return check;
  const calls = callsOf(context, target);
  const isUnbound = calls.length === 0 && error.type === 'TypeError' && isCalledAt(context, target, error.line);
  const isEnded = calls.length > 0 && calls.every((call) => call.error);
  const isOwn = calls.some((call) => call.error?.type === error.type && call.error.line === error.line);
  if (!isUnbound && !(isEnded && isOwn)) return check;
  const message = `${error.type}: ${error.message}`;
  return { ...check, agrees: false, error: { message, line: lineOf(context.source, error, target.line) } };
}

/** Whether a line of the text calls the function, or makes an object of the class or calls its method. */
function isCalledAt({ source }: CheckContext, { definition, owner }: Target, line: number): boolean {
  const called = owner ? `(?:\\b${owner.name}|\\.${definition.name})\\(` : `(?<![\\w.])${definition.name}\\(`;
  return new RegExp(called).test(source.split('\n')[line - 1] ?? '');
}

/** A pooling whose calls all give arrays of another number of axes than the one that it takes: its results there are not the layer's. */
export function withOtherAxes(context: CheckContext, target: Target, best: Run, check: FunctionCheck): FunctionCheck {
  const { cases, adapter } = best;
  if (!target.owner || check.operation !== 'pool_forward' || !check.agrees || cases.some(({ isCall }) => isCall))
    return check;
  const taken = axesOf(adapter.layout).input.length;
  const ranks = callsOf(context, target).flatMap(({ args }) =>
    [...args.values()].flatMap((value) => (value.kind === 'array' ? [value.array.shape.length] : [])),
  );
  if (ranks.length === 0 || ranks.some((rank) => rank <= taken)) return check;
  const message = msg(
    '{0} takes an array with {1} {1|axis|axes}, but the text calls it with {2}',
    target.name,
    taken,
    ranks[0]!,
  );
  return { ...check, agrees: false, refused: true, error: { message: formatMessage(message), line: target.line } };
}

function callsOf({ calls }: CheckContext, { definition, owner }: Target): RecordedCall[] {
  return calls.filter(({ name, args }) => {
    const [self] = args.values();
    return name === definition.name && (!owner || (self?.kind === 'other' && self.description === owner.name));
  });
}
