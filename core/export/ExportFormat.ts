/** A way to write an array as text. One file a format; `formats.ts` is the table. */
import type { NdArray } from '../array/NdArray';

export interface ExportedArray {
  readonly array: NdArray;
  /** The array's name; text formats that can name an array write an assignment to it. */
  readonly name?: string;
  /** NumPy's name of the element type where it is known: `uint8`. Absent: that of `array.data`. */
  readonly dtype?: string;
}

export interface ExportFormat {
  readonly id: string;
  /** The format's proper name, the same in every language. */
  readonly label: string;
  /** VS Code language identifiers of documents that the text fits into. */
  readonly languages: readonly string[];
  /** Text that gives the same numbers again. Throws a LensError where the format cannot hold the array. */
  readonly write: (source: ExportedArray) => string;
}
