/** An array opened for looking at. */
import { LensError, msg, type Message } from '../../../core/message';
import type { InspectState } from '../../../core/panel/protocol';
import type { ParseResult } from '../../../core/read/ParseResult';
import { inspectArray, type InspectedArray } from '../../../core/setup/inspectArray';
import type { Choices } from '../../../core/setup/Setup';
import { withProblems, type FieldProblems } from '../fieldProblems';
import { readProblem } from '../source/readSource';

export interface InspectPicture {
  readonly kind: 'inspect';
  readonly parsed: ParseResult;
  readonly choices: Choices;
}

/** Throws a LensError for a source without arrays. */
export function openInspect(parsed: ParseResult, choices: Choices): InspectPicture {
  if (parsed.arrays.length === 0) {
    throw readProblem(parsed) ?? new LensError(msg('no array found'));
  }
  return { kind: 'inspect', parsed, choices };
}

/** Which of the arrays is shown. */
export function inspectedIndex({ parsed, choices }: InspectPicture): number {
  return inspectArray(inspected(parsed), choices).selected;
}

export function inspectState(
  { parsed, choices }: InspectPicture,
  source: Message,
  problems: FieldProblems,
): InspectState {
  const state = inspectArray(inspected(parsed), choices);
  return { kind: 'inspect', source, ...state, fields: state.fields.map((field) => withProblems(field, problems)) };
}

function inspected({ arrays }: ParseResult): InspectedArray[] {
  return arrays.map(({ name, array, dtype, before }, index) => ({
    name: name ?? (arrays.length > 1 ? `#${index + 1}` : 'array'),
    array,
    ...(dtype !== undefined && { dtype }),
    ...(before && { before }),
  }));
}
