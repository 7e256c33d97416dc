/** Orders of axes that only a call of the text shows, whose arrays lack axes of size 1: `x[0, i:i + 2, j:j + 2, 0] * w`. */
import type { CalledLayout } from '../adapt/Adapter';
import { roleOf, type Role } from '../adapt/roles/roles';
import type { CheckContext } from '../CheckContext';
import { isConvolution, isPooling, type CourseFunction } from '../CourseFunction';
import { asArray } from '../run/ProgramValue';
import type { Target } from '../Target';

const ACTIVATIONS = ['NHWC', 'NCHW', 'HWC', 'CHW', 'NHW', 'HW'];
const FILTERS = ['HWIO', 'OIHW', 'HWI', 'IHW', 'OHW', 'HW'];

/** Those with which the shapes of the arrays of the first call agree. */
export function calledLayouts(
  { calls }: CheckContext,
  { definition, owner }: Target,
  operation: CourseFunction,
): CalledLayout[] {
  const call = owner ? undefined : calls.find(({ name }) => name === definition.name);
  const isForward = operation === 'conv_forward' || operation === 'pool_forward';
  const output = asArray(call?.result)?.shape;
  if (!call || !isForward || !output) return [];
  const shapeOf = (role: Role): readonly number[] | undefined => {
    const [, value] = [...call.args].find(([name]) => roleOf(name, [role]) === role) ?? [];
    return asArray(value)?.shape;
  };
  const [input, filter] = [shapeOf('input'), isPooling(operation) ? [] : shapeOf('filter')];
  if (!input || !filter) return [];
  return ACTIVATIONS.filter(({ length }) => length === input.length).flatMap((from) =>
    (isConvolution(operation) ? FILTERS : [''])
      .filter(({ length }) => length === filter.length)
      .flatMap((axes) =>
        ACTIVATIONS.filter(({ length }) => length === output.length).flatMap((to) => {
          const common = [...from].filter((axis) => to.includes(axis)).join('');
          const inOrder = common === to || common === from;
          const size = (shape: readonly number[], letters: string, axis: string): number =>
            shape[letters.indexOf(axis)] ?? 1;
          const [channels, filters] = isPooling(operation)
            ? [size(output, to, 'C'), size(output, to, 'C')]
            : [size(filter, axes, 'I'), size(filter, axes, 'O')];
          const fits =
            size(input, from, 'N') === size(output, to, 'N') &&
            size(input, from, 'C') === channels &&
            size(output, to, 'C') === filters;
          return inOrder && fits ? [`of:${from}:${axes}:${to}` as const] : [];
        }),
      ),
  );
}
