/** The choice of a second array of the same shape, and which of the two or their difference is shown. */
import type { FloatData, NdArray } from '../array/NdArray';
import type { Choices } from '../setup/Setup';
import { compareElements, differenceOf, type ElementComparison, type Tolerances } from './compareElements';
import type { InspectedArray } from './InspectedArray';

type ComparedView = 'this' | 'other' | 'difference';

export interface ComparedArrays extends ElementComparison {
  readonly other: InspectedArray;
  readonly tolerances: Tolerances;
  readonly view: ComparedView;
  /** The array that the map shows, and its title. */
  readonly shown: NdArray;
  readonly title: string;
  readonly first: FloatData;
  readonly second: FloatData;
}

/** Tolerances of `np.allclose`. */
const defaultTolerances: Tolerances = { rtol: 1e-5, atol: 1e-8 };

/** Arrays that the selected one can be compared with: those of its shape. */
export function comparableArrays(arrays: readonly InspectedArray[], selected: number): number[] {
  const shape = arrays[selected]!.array.shape;
  const isSame = (other: readonly number[]) =>
    other.length === shape.length && other.every((extent, axis) => extent === shape[axis]);
  return arrays.flatMap(({ array }, index) => (index !== selected && isSame(array.shape) ? [index] : []));
}

/** Undefined where no comparable array is chosen. */
export function comparisonOf(
  arrays: readonly InspectedArray[],
  selected: number,
  choices: Choices,
): ComparedArrays | undefined {
  const chosen = comparableArrays(arrays, selected).find((index) => String(index) === choices['with']);
  if (chosen === undefined) return undefined;
  const { name, array } = arrays[selected]!;
  const other = arrays[chosen]!;
  const tolerances: Tolerances = { rtol: toleranceOf(choices, 'rtol').value, atol: toleranceOf(choices, 'atol').value };
  const view = viewOf(choices);
  const [first, second] = [array.data, other.array.data];
  const shown = {
    this: () => array,
    other: () => other.array,
    difference: () => ({ shape: array.shape, data: differenceOf(first, second) }),
  }[view]();
  const title = { this: name, other: other.name, difference: `${name} − ${other.name}` }[view];
  return { ...compareElements(first, second, tolerances), other, tolerances, view, shown, title, first, second };
}

/** The typed tolerance, or the default with `isWrong` where it is not a number of at least 0. */
export function toleranceOf(
  choices: Choices,
  id: 'rtol' | 'atol',
): { readonly value: number; readonly isWrong: boolean } {
  const text = choices[id]?.trim() ?? '';
  if (text === '') return { value: defaultTolerances[id], isWrong: false };
  const value = Number(text);
  return value >= 0 && Number.isFinite(value)
    ? { value, isWrong: false }
    : { value: defaultTolerances[id], isWrong: true };
}

function viewOf({ show }: Choices): ComparedView {
  return show === 'this' || show === 'other' ? show : 'difference';
}
