/** Records the print calls of a program, also those inside of its functions, with copies of the values. */
import type { TextRange } from '../ParseResult';
import { deepCopy } from './run/libraries/standard/copyModule';
import type { Interpreter } from './run/interpreter/Interpreter';
import type { PrintObserver } from './run/machine/Machine';
import type { Py } from './value/Py';

export interface PrintedCall {
  readonly range: TextRange;
  readonly values: readonly Py[];
  /** What is printed for each value. */
  readonly texts: readonly string[];
}

/** Print calls that are recorded in one run. */
const MAX_RECORDED = 2000;

export function recordPrints(prints: PrintedCall[], machine: Interpreter): PrintObserver {
  return (values, texts, range) => {
    if (prints.length >= MAX_RECORDED) return;
    prints.push({ range, texts, values: values.map((value) => deepCopy(value, machine)) });
  };
}
