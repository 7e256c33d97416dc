/** Records the print calls of a program, also those inside of its functions, with copies of the values. */
import { deepCopy } from './run/libraries/standard/copyModule';
import type { Interpreter } from './run/interpreter/Interpreter';
import type { PrintedCall } from './run/machine/Machine';

export type { PrintedCall } from './run/machine/Machine';

/** Print calls that are recorded in one run. */
const MAX_RECORDED = 2000;

export function recordPrints(prints: PrintedCall[], machine: Interpreter): (call: PrintedCall) => void {
  return (call) => {
    if (prints.length >= MAX_RECORDED) return;
    prints.push({ ...call, values: call.values.map((value) => deepCopy(value, machine)) });
  };
}
