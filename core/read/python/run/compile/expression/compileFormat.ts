/** Compiles f-strings. */
import type { TextRange } from '../../../../ParseResult';
import type { FormatPart } from '../../../syntax/tree/ast';
import type { Code, CallFrame } from '../../machine/CallFrame';
import { ifKnown } from '../../machine/ifKnown';
import { formatConverted } from '../../text/formatValue';
import type { Unit } from '../target/Unit';

export function compileFormat(parts: readonly FormatPart[], range: TextRange, unit: Unit): Code {
  const write = compileParts(parts, range, unit);
  return (frame) => ifKnown(unit.machine, () => ({ kind: 'text', value: write(frame) }));
}

function compileParts(parts: readonly FormatPart[], range: TextRange, unit: Unit): (frame: CallFrame) => string {
  const { machine } = unit;
  const writers = parts.map((part): ((frame: CallFrame) => string) => {
    if (typeof part === 'string') return () => part;
    const value = unit.expression(part.value);
    const spec = part.spec.length > 0 ? compileParts(part.spec, range, unit) : undefined;
    return (frame) => {
      const found = value(frame);
      const format = spec?.(frame) ?? '';
      machine.at = range;
      return formatConverted(found, part.conversion, format, machine);
    };
  });
  return (frame) => writers.map((write) => write(frame)).join('');
}
