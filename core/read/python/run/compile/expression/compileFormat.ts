/** Compiles f-strings. */
import type { TextRange } from '../../../../ParseResult';
import type { FormatPart } from '../../../syntax/tree/ast';
import type { Code, CallFrame } from '../../machine/CallFrame';
import { ifKnown } from '../../machine/ifKnown';
import { formatValue } from '../../text/formatValue';
import { reprOf, strOf } from '../../text/reprOf';
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
      if (part.conversion === '') return formatValue(found, format, machine);
      const text = part.conversion === 's' ? strOf(found, machine) : reprOf(found, machine);
      return formatValue({ kind: 'text', value: text }, format, machine);
    };
  });
  return (frame) => writers.map((write) => write(frame)).join('');
}
