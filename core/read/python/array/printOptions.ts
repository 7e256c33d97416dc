import type { Dtype } from './dtype';

/** How arrays are printed: `np.set_printoptions`. */
export interface PrintOptions {
  readonly precision: number;
  /** More elements than this are abbreviated to `edgeitems` at each end of every axis. */
  readonly threshold: number;
  readonly edgeitems: number;
  readonly linewidth: number;
  /** Avoids the scientific notation for small numbers. */
  readonly suppress: boolean;
  readonly floatmode: 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';
  readonly sign: '-' | '+' | ' ';
  /** The program's own text of an element; undefined for the types that it leaves to NumPy. */
  readonly formatter?: ((dtype: Dtype) => ((value: number) => string) | undefined) | undefined;
}

export const PRINT_OPTIONS: PrintOptions = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  floatmode: 'maxprec',
  sign: '-',
};
