/** The arrays of a text that are the inputs of an ONNX node. */
import type { PyArray } from '../array/PyArray';
import type { Context } from '../runtime/Context';
import { programOf } from '../value/Program';

/** Words behind the name of an input: `xIn`, `W_data`. */
const FORMS = ['', 'In', '_in', 'Data', '_data', '_np', '_val', '_values', '_array', '_arr', '_init'];

/** The array with the name of an input, or with a word behind it. */
export function arrayNamed(name: string, context: Context): PyArray | undefined {
  const program = programOf(context);
  for (const own of new Set([name, name.toLowerCase()]))
    for (const form of FORMS) {
      const value = program.lookUp(own + form);
      if (value?.kind === 'array') return value;
    }
  return undefined;
}
