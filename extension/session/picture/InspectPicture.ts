/** An array opened for looking at. */
import { ndarray, unravelIndex, type FloatData } from '../../../core/array/NdArray';
import { LensError, msg, type Message } from '../../../core/message';
import type { InspectState } from '../../../core/panel/protocol';
import type { ParseResult } from '../../../core/read/ParseResult';
import { comparisonOf } from '../../../core/inspect/comparison';
import { copyCells, type CellRange } from '../../../core/inspect/copyCells';
import { nextMatch } from '../../../core/inspect/findCells';
import { inspectArray } from '../../../core/inspect/inspectArray';
import type { InspectedArray } from '../../../core/inspect/InspectedArray';
import type { CellFormat } from '../../../core/panel/inspect';
import type { Choices } from '../../../core/setup/Setup';
import { withProblems, type FieldProblems } from '../fieldProblems';
import { readProblem } from '../source/readSource';

export interface InspectPicture {
  readonly kind: 'inspect';
  readonly parsed: ParseResult;
  readonly choices: Choices;
}

/** Throws a LensError for a source without arrays and numbers. */
export function openInspect(parsed: ParseResult, choices: Choices): InspectPicture {
  if (inspected(parsed).length === 0) {
    throw readProblem(parsed) ?? new LensError(msg('no array found'));
  }
  return { kind: 'inspect', parsed, choices };
}

/** Which of the arrays is shown. */
export function inspectedIndex({ parsed, choices }: InspectPicture): number {
  return inspectArray(inspected(parsed), choices).selected;
}

/** The map that is shown, and which array it is of. */
export function inspectedMap({ parsed, choices }: InspectPicture): Pick<InspectState, 'map' | 'selected'> {
  return inspectArray(inspected(parsed), choices);
}

export function inspectState(
  { parsed, choices }: InspectPicture,
  source: Message,
  problems: FieldProblems,
): InspectState {
  const state = inspectArray(inspected(parsed), choices);
  return { kind: 'inspect', source, ...state, fields: state.fields.map((field) => withProblems(field, problems)) };
}

/** The picture after a choice. `match` goes to the `next` or `previous` element that the search or the comparison finds. */
export function chooseInspect(picture: InspectPicture, id: string, value: string): InspectPicture {
  const { parsed, choices } = picture;
  if (id === 'match') return { ...picture, choices: goToMatch(picture, value === 'previous' ? -1 : 1) };
  const changed: Record<string, string> = { ...choices, [id]: value };
  if (!id.startsWith('index') && id !== 'view') delete changed['match'];
  return openInspect(parsed, changed);
}

/** A rectangle of the shown cells as text. Throws a LensError for cells that are not there. */
export function cellsText({ parsed, choices }: InspectPicture, range: CellRange, format: CellFormat): string {
  const arrays = inspected(parsed);
  const { map, selected } = inspectArray(arrays, choices);
  return copyCells(map, range, format, arrays[selected]!.array.data instanceof Float32Array);
}

function goToMatch({ parsed, choices }: InspectPicture, direction: 1 | -1): Choices {
  const arrays = inspected(parsed);
  const { selected, map } = inspectArray(arrays, choices);
  const comparison = comparisonOf(arrays, selected, choices);
  const array = comparison?.shown ?? arrays[selected]!.array;
  const from = choices['match'] === undefined ? map.address.offset - direction : Number(choices['match']);
  const match = nextMatch(array, choices, comparison, from, direction);
  if (match === undefined) return choices;
  const at = unravelIndex(array.shape, match);
  const indices = Object.fromEntries(at.map((index, axis) => [`index${axis}`, String(index)]));
  return { ...choices, ...indices, match: String(match) };
}

/** Whether every number's text is as long as its digits: `1`, not `1.` or `1e0`. */
function areWrittenAsIntegers(data: FloatData, ranges: Uint32Array): boolean {
  return data.every((value, index) => {
    const length = ranges[2 * index + 1]! - ranges[2 * index]!;
    return Number.isSafeInteger(value) && String(Math.abs(value)).length + signOf(value) === length;
  });
}

function signOf(value: number): number {
  return value < 0 ? 1 : 0;
}

/** The arrays, or in a text without arrays the named numbers: a printed `mean = 0.05`. */
function inspected({ arrays, values }: ParseResult): InspectedArray[] {
  if (arrays.length === 0) {
    return Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'number' ? [{ name, array: ndarray([], Float64Array.of(value)), editable: false }] : [],
    );
  }
  return arrays.map(({ name, array, dtype, notation, before, ranges }, index) => ({
    name: name ?? (arrays.length > 1 ? `#${index + 1}` : 'array'),
    array,
    ...(dtype !== undefined && { dtype }),
    ...(notation === 'pytorch' && { channelsFirst: true }),
    ...(before && { before }),
    editable: ranges !== undefined,
    ...(ranges && { writtenAsIntegers: areWrittenAsIntegers(array.data, ranges) }),
  }));
}
