/** Arrays that a text writes as records: `{data: [1, 2, 3, 4], shape: [2, 2]}`. */
import type { NdArray } from '../../../../array/NdArray';
import { madeArray } from './constructors';
import { arrayOfValue, isRecord, type CodeValue } from './values';

/** The array of a record such as `{data: […], shape: [2, 2]}`; of other values the array that they are. */
export function arrayOfRecord(value: CodeValue): NdArray | undefined {
  const made = isRecord(value)
    ? madeArray({ name: 'create', receiver: undefined, isMethod: false, args: [value] })
    : value;
  return arrayOfValue(made);
}
