/** Converts the values of a program to those of a ParseResult. */
import { budget } from '../../../budget';
import { publish } from '../array/PyArray';
import type { Value } from '../../ParseResult';
import type { Py } from './Py';
import type { Context } from '../runtime/Context';

const WORK_PER_VALUE = 100;

/** Throws where the work is too much. Undefined for what has no meaning outside of the program: functions, modules, slices. */
export function toValue(value: Py, context: Context, depth = 0): Value | undefined {
  // Shared lists are expanded here: every item counts with the memory it takes.
  context.spend(WORK_PER_VALUE);
  if (depth > budget.depth) return undefined;
  switch (value.kind) {
    case 'array':
      return publish(value, context);
    case 'number':
      return value.dtype === 'bool' ? value.value !== 0 : value.value;
    case 'text':
      return value.value;
    case 'none':
      return null;
    case 'list':
    case 'tuple':
    case 'range':
      return value.items.map((item) => toValue(item, context, depth + 1) ?? null);
    case 'dictionary':
      return Object.fromEntries(
        [...value.entries].map(([key, item]) => [String(key), toValue(item, context, depth + 1) ?? null]),
      );
    default:
      return undefined;
  }
}
