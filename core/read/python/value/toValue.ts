/** Converts the values of a program to those of a ParseResult. */
import type { Value } from '../../ParseResult';
import { publish } from '../array/PyArray';
import type { Context } from '../runtime/Context';
import { plainValue } from './plainValue';
import type { Py } from './Py';

const WORK_PER_VALUE = 100;

/** Throws where the work is too much. Undefined for what has no meaning outside of the program: functions, modules, slices. */
export function toValue(value: Py, context: Context): Value | undefined {
  return plainValue(value, {
    // Shared lists are expanded here: every item counts with the memory it takes.
    admits: () => {
      context.spend(WORK_PER_VALUE);
      return true;
    },
    array: (array) => publish(array, context),
  });
}
