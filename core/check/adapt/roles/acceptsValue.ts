/** Which values an argument with a role can have. */
import { isArrayList, type ProgramValue } from '../../run/ProgramValue';
import type { Role } from './roles';

/** True also where the value is not known. */
export function acceptsValue(role: Role, value: ProgramValue | undefined): boolean {
  if (!value || value.kind === 'other' || value.kind === 'none') return true;
  switch (role) {
    case 'filter':
      return value.kind === 'array' || isNested(value) || isArrayList(value);
    case 'input':
    case 'gradient':
    case 'output':
    case 'inputGradient':
    case 'filterGradient':
      return value.kind === 'array' || isNested(value);
    case 'bias':
    case 'biasGradient':
      return value.kind === 'array' || value.kind === 'number' || isNested(value);
    case 'options':
    case 'gradients':
      return value.kind === 'dictionary';
    case 'cache':
      return value.kind === 'sequence' || value.kind === 'dictionary';
    case 'mode':
      return value.kind === 'text';
    case 'outputShape':
      return isWhole(value) || value.kind === 'sequence';
    case 'shape':
    case 'inputShape':
      return value.kind === 'sequence';
    case 'filterShape':
      return value.kind === 'sequence' && value.items.length > 2;
    // More than one whole cell is a dilation.
    case 'rate':
      return isNumber(value) && !(isWhole(value) && value.value > 1);
    case 'dilation':
    case 'groups':
      return isWhole(value) || value.kind === 'sequence';
    case 'kernel':
    case 'stride':
    case 'pad':
      return isWhole(value) || value.kind === 'sequence' || value.kind === 'text';
    case 'activation':
    case 'reducer':
      return false;
    default:
      return ANY.includes(role) || isNumber(value);
  }
}

/** Roles of values of any kind; those that are not listed are numbers. */
const ANY: readonly Role[] = ['training', 'label', 'generator', 'optimizer'];

function isNumber(value: ProgramValue): boolean {
  return value.kind === 'number' || (value.kind === 'array' && value.array.data.length === 1);
}

/** `step_size` of an update is a fraction. */
function isWhole(value: ProgramValue): value is Extract<ProgramValue, { kind: 'number' }> {
  return value.kind === 'number' && Number.isInteger(value.value);
}

function isNested(value: ProgramValue): boolean {
  return value.kind === 'sequence' && value.items.every(({ kind }) => kind === 'sequence' || kind === 'number');
}

/** `{'filters': 2, 'pad': 1}` */
export function areOptions(value: ProgramValue | undefined): boolean {
  return (
    value?.kind === 'dictionary' &&
    [...value.entries.values()].every((each) => /^(?:number|none|text)$/.test(each.kind))
  );
}
