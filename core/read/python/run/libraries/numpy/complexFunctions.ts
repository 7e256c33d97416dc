/** Functions of NumPy that are called with arrays of complex numbers. */
import { copyOf } from '../../../array/reshaping';
import type { Call } from '../../../library/call/Call';
import { scalarOf } from '../../../library/call/scalarOf';
import type { Arguments, PassedArgument, Py, PyFunction } from '../../../value/Py';
import type { Machine } from '../../machine/Machine';
import { conjugate, isComplex, magnitude, ofParts, complexParts, product } from '../../objects/complexArray';
import type { Builtins } from '../../builtins/table';

/** Parts of numbers that may be complex. */
export const COMPLEX_FUNCTIONS: Builtins = {
  real: ['val', (call) => scalarOf(complexParts(call.value('val'), call.context).re)],
  imag: ['val', (call) => scalarOf(complexParts(call.value('val'), call.context).im)],
  conj: ['x', conjugated],
  conjugate: ['x', conjugated],
};

function conjugated(call: Call, machine: Machine): Py {
  const x = call.value('x');
  return isComplex(x) ? conjugate(x, machine) : scalarOf(copyOf(call.array('x'), call.context));
}

/** Functions that are linear in their first argument. */
const LINEAR =
  /^(?:sum|mean|transpose|moveaxis|swapaxes|rollaxis|expand_dims|squeeze|reshape|ravel|roll|flip|fliplr|flipud|asarray|array|copy|ascontiguousarray|repeat|broadcast_to)$/;
/** Functions that are linear in their last two arguments. */
const BILINEAR = /^(?:multiply|einsum)$/;

/** Undefined where no argument is such an array, or the function is not supported for it. */
export function callComplex(
  { name }: PyFunction,
  args: Arguments,
  machine: Machine,
  call: (args: Arguments) => Py,
): Py | undefined {
  const { positional, named } = args;
  const at = positional.findIndex(({ value }) => isComplex(value));
  const member = /^numpy\.(\w+)$/.exec(name)?.[1];
  if (at < 0 || member === undefined || ['out', 'dtype', 'where'].some((each) => named.has(each))) return undefined;
  const { value } = positional[at]!;
  if (/^abs(?:olute)?$/.test(member) && positional.length === 1) return magnitude(value, machine);
  const withValues = (values: readonly Py[], from: number): Py =>
    call({
      ...args,
      positional: positional.map((each, k): PassedArgument => ({ ...each, value: values[k - from] ?? each.value })),
    });
  if (LINEAR.test(member) && at === 0) return ofParts(value, machine, (part) => withValues([part], 0));
  const from = member === 'einsum' ? 1 : 0;
  if (!BILINEAR.test(member)) return undefined;
  if (member === 'einsum' && positional.length === 2) return ofParts(value, machine, (part) => withValues([part], 1));
  if (positional.length !== from + 2) return undefined;
  return product(positional[from]!.value, positional[from + 1]!.value, machine, (a, b) => withValues([a, b], from));
}
