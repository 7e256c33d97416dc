/** Values in printed output or a selected text, and those of arrays that were read elsewhere. */
import { readPrinted } from '../../read/prints/readPrinted';
import type { ParsedArray } from '../../read/ParseResult';
import { printedLabel } from '../../read/prints/printedLabel';
import type { Message } from '../../message';
import type { OwnValue } from './OwnValue';

export interface ReadValues {
  readonly values: readonly OwnValue[];
  /** Values that are printed but cannot be read, as an array that NumPy summarised with dots. */
  readonly unreadable: readonly { readonly label: string; readonly reason: Message }[];
}

/** Signs of a comment or a prompt at the beginning of a line. */
const COMMENT = /^[ \t]*(?:#+|\/\/+|%+|>>>|\* )[ \t]?/gm;

export function readOwnValues(text: string): ReadValues {
  const values: OwnValue[] = [];
  const unreadable: { label: string; reason: Message }[] = [];
  for (const { label, value } of readPrinted(text.replace(COMMENT, ''))) {
    if (value.kind === 'unreadable') unreadable.push({ label: label?.text ?? '', reason: value.message });
    if (!('array' in value)) continue;
    const { array, units, dtype } = value;
    const { text: written = '', name, index, quantity } = label ?? {};
    values.push({
      label: written,
      ...(name !== undefined && { name }),
      ...(index !== undefined && { index }),
      ...(quantity && { quantity }),
      array,
      // Whole numbers are exact.
      ...(dtype === 'float64' && { units }),
    });
  }
  return { values, unreadable };
}

/** `name`: of a file or a variable, `Z`, `results/dA_prev.npy`. */
export function ownValuesOf(arrays: readonly ParsedArray[]): OwnValue[] {
  return arrays.map(({ name = '', array }): OwnValue => {
    const plain = name
      .replace(/^.*[/\\]/, '')
      .replace(/\.\w+$/, (end) => (/^\.(npy|npz|csv|tsv|txt)$/i.test(end) ? '' : end));
    const { name: variable, index, quantity } = printedLabel(plain);
    return {
      label: plain,
      ...(variable !== undefined && { name: variable }),
      ...(index !== undefined && { index }),
      ...(quantity && array.shape.length === 0 && { quantity }),
      array,
    };
  });
}
