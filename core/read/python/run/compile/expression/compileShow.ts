/** Compiles what the editor runs in place of `print` and its like. */
import { LensError } from '../../../../../message';
import type { TextRange } from '../../../../ParseResult';
import { Unavailable } from '../../../runtime/Unavailable';
import type { Argument } from '../../../syntax/tree/ast';
import { NONE } from '../../../value/constructors';
import type { CallFrame, Code } from '../../machine/CallFrame';
import type { Machine } from '../../machine/Machine';
import type { Unit } from '../target/Unit';

/** A call whose name is that of a layer, or of an object that may be one. */
const LAYER_CALL = /\w*(?:conv|pool|corr|filter|layer|model|net)\w*\s*\(/i;

/**
 * The editor's `print`: arguments are evaluated for the numbers they draw and the layers they call. Only why a layer, or a
 * function of the text, cannot be evaluated is reported.
 */
export function compileShow(args: readonly Argument[], unit: Unit): Code {
  const { machine } = unit;
  const codes = args.map(({ value }) => ({
    code: unit.expression(value),
    range: value.range,
    layer: LAYER_CALL.test(machine.text.slice(...value.range)),
  }));
  return (frame) => {
    for (const { code, range, layer } of codes) {
      if (layer) attempt(code, frame, machine, range);
      else {
        const failed = machine.context.quietly(() => attempt(code, frame, machine, range));
        if (failed?.range && !isWithin(failed.range, range)) machine.context.report(failed, range);
      }
    }
    return NONE;
  };
}

function isWithin([start, end]: TextRange, [from, to]: TextRange): boolean {
  return from <= start && end <= to;
}

/** Arrays that one statement shows, as many as are compared with layers. */
const MOST_SHOWN = 4;

/** The error, which is reported. */
function attempt(code: Code, frame: CallFrame, machine: Machine, range: TextRange): LensError | undefined {
  const { depth } = machine;
  try {
    const value = code(frame);
    if (value.kind === 'array' && machine.shown.length < MOST_SHOWN) machine.shown.push({ value, range });
  } catch (error) {
    if (error instanceof LensError) machine.context.report(error, range);
    else if (!(error instanceof Unavailable)) throw error;
    machine.depth = depth;
    return error instanceof LensError ? error : undefined;
  }
  return undefined;
}
