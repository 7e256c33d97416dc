/** The case that a recorded call of the text describes. */
import type { LayerCase } from '../../cases/LayerCase';
import { isPooling, type CourseFunction } from '../../CourseFunction';
import type { RecordedCall } from '../../run/Runner';
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceParameter } from '../../source/Definition';
import type { AxisLayout } from '../Adapter';
import { assignRoles } from '../roles/assignRoles';
import type { FixedGeometry } from '../../cases/FixedGeometry';
import { roleOf, type Role } from '../roles/roles';
import { caseOfRoles, type ValuesByRole } from './caseOfRoles';

/** `unpacked`: roles of the cache's items by the names that they are unpacked to. Undefined where the arguments do not hold a whole case of this layout. */
export function readCase(
  operation: CourseFunction,
  layout: AxisLayout,
  parameters: readonly SourceParameter[],
  recorded: RecordedCall,
  unpacked: readonly (Role | undefined)[] = [],
  fixed: FixedGeometry = {},
  text = '',
): LayerCase | undefined {
  const roles = assignRoles(operation, parameters, recorded.args);
  if (!roles || parameters.some((each) => !roles.has(each.name) && isChanged(each, recorded))) return undefined;
  const found: ValuesByRole = new Map();
  for (const [name, role] of roles) {
    const value = recorded.args.get(name);
    if (value) collect(found, role, value, unpacked);
  }
  if (
    isPooling(operation) &&
    (found.get('stride')?.kind ?? 'none') === 'none' &&
    parameters.some((each) => isTiling(each, roles))
  ) {
    const kernel = found.get('kernel');
    if (kernel) found.set('stride', kernel);
  }
  return caseOfRoles(operation, layout, found, recorded, fixed, text);
}

/** Whether a call gives a number whose meaning is not known, other than its default. */
function isChanged({ name, fallback = '' }: SourceParameter, { args }: RecordedCall): boolean {
  const value = args.get(name);
  return value?.kind === 'number' && /^-?\d/.test(fallback) && Number(fallback) !== value.value;
}

/** A stride that is left out is that of windows that do not overlap. */
function isTiling({ name, fallback }: SourceParameter, roles: ReadonlyMap<string, Role>): boolean {
  return fallback === 'None' && roles.get(name) === 'stride';
}

const OPTIONS: readonly Role[] = ['kernelRows', 'kernelCols', 'kernel', 'stride', 'pad', 'mode'];

function collect(
  found: ValuesByRole,
  role: Role,
  value: ProgramValue,
  unpacked: readonly (Role | undefined)[] = [],
): void {
  if (role === 'options' && value.kind === 'dictionary') {
    for (const [key, item] of value.entries) {
      const isArray = item.kind === 'array' && item.array.shape.length > 0;
      const inner = roleOf(String(key), isArray ? ['filter', 'bias'] : OPTIONS);
      if (inner && !found.has(inner)) found.set(inner, item);
    }
  } else if (role === 'cache' && value.kind === 'sequence') {
    const arrays: Role[] = ['input', 'filter'];
    for (const [k, item] of value.items.entries()) {
      const named = unpacked[k];
      if ((item.kind === 'number' || item.kind === 'text') && named) found.set(named, item);
      else if (item.kind === 'dictionary') collect(found, 'options', item);
      else if (
        item.kind === 'array' &&
        item.array.shape.length === 4 &&
        item.array.data.length > item.array.shape[3]!
      ) {
        const next = arrays.shift();
        if (next) found.set(next, item);
      } else if (item.kind === 'array' && item.array.data.length > 0) found.set('bias', item);
    }
  } else if (!found.has(role)) found.set(role, value);
}
