/** `eval_numerical_gradient_array` of CS231n: central differences of a function of the text, element by element. */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { arrayOf, flat, isContiguous, writable, type PyArray } from '../../array/PyArray';
import { copyOf } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import type { Py } from '../../value/Py';
import { programOf } from '../../value/Program';

/** Work that the evaluations may take together. */
const MOST_WORK = 60_000_000;

/** Known where the text does not define it; not a layer itself. */
export const NUMERICAL_GRADIENT: FunctionTable = {
  eval_numerical_gradient_array: ['f x df h?', numericalGradient],
};

/** The layers that `f` calls are recorded once, for the unchanged x. */
function numericalGradient(call: Call): Py {
  const { context, range } = call;
  const [x, df, h] = [call.array('x'), flat(call.array('df')), call.number('h', 1e-5)];
  if (!isContiguous(x)) throw new LensError(msg('{0} needs a contiguous array', call.callee), undefined, range);
  const before = context.spent;
  const evaluate = (): Float64Array | Float32Array => flat(copyOf(valueAt(call, x), context));
  evaluate();
  const recorded = context.calls.length;
  const count = sizeOf(x.shape);
  const work = 2 * count * (context.spent - before);
  if (work > MOST_WORK)
    throw new LensError(
      msg('{0} would take {1} operations; at most {2} are run', call.callee, work, MOST_WORK),
      undefined,
      range,
    );
  const gradient = new Float64Array(context.allocate(x.shape, range));
  for (let i = 0; i < count; i++) {
    const kept = writable(x, context)[x.offset + i]!;
    writable(x, context)[x.offset + i] = kept + h;
    const above = evaluate();
    writable(x, context)[x.offset + i] = kept - h;
    const below = evaluate();
    writable(x, context)[x.offset + i] = kept;
    let sum = 0;
    for (let k = 0; k < above.length; k++) sum += (above[k]! - below[k]!) * df[k]!;
    gradient[i] = sum / (2 * h);
    context.calls.length = recorded;
  }
  return arrayOf(gradient, x.shape, 'float64');
}

function valueAt(call: Call, x: PyArray): PyArray {
  return toArray(programOf(call.context).call(call.value('f'), [x]), call.context);
}
