/** Arrays with their axes in another order, by letters. */
import type { NdArray } from '../../../array/NdArray';
import { transpose } from './transpose';

/** An array with axes `from` in the axes `to`; an axis that it does not have has size 1. */
export function toLetters(array: NdArray, from: string, to: string): NdArray {
  const order = [...to].flatMap((letter) => (from.includes(letter) ? [from.indexOf(letter)] : []));
  const { data } = transpose(array, order);
  return { shape: [...to].map((letter) => (from.includes(letter) ? array.shape[from.indexOf(letter)]! : 1)), data };
}

/** As `toLetters`; axes that `to` does not have are dropped. */
export function fromLetters(array: NdArray, from: string, to: string): NdArray {
  const order = [...to, ...[...from].filter((letter) => !to.includes(letter))].map((letter) => from.indexOf(letter));
  const { data } = transpose(array, order);
  return { shape: [...to].map((letter) => array.shape[from.indexOf(letter)]!), data };
}
