/** Parameters of a padding: the value at the border, and a width for each side, as in `pad(image, top, bottom, left, right)`. */
import type { CourseFunction } from '../../CourseFunction';
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceParameter } from '../../source/Definition';

/** The parameters of the four sides; none where one is missing. */
export function sideParameters(operation: CourseFunction, parameters: readonly SourceParameter[]): readonly string[] {
  const sides = parameters.filter(({ name }) => /^(?:pad_?)?(?:top|bottom|left|right)$/i.test(name));
  return operation === 'zero_pad' && sides.length === 4 ? sides.map(({ name }) => name) : [];
}

/** Whether a call gives all of them the same number: the layer has one padding. */
export function haveOneWidth(sides: readonly string[], recorded?: ReadonlyMap<string, ProgramValue>): boolean {
  const widths = sides.map((name) => JSON.stringify(recorded?.get(name)));
  return widths.every((width) => width === widths[0]);
}

/** `padding='zero'`, `pad_mode='reflect'`: what is at the border, whose default is kept. */
export function isBorder({ name, fallback = '' }: SourceParameter): boolean {
  return /pad|border/i.test(name) && /^["'](?!valid|same|full|causal)\w+["']$/i.test(fallback);
}
