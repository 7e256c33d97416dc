/** The part of a layer that a function holds in its text and does not take as an argument. */

export interface PooledAfter {
  /** Rows and columns of a window. */
  readonly size: number;
  readonly mode: 'max' | 'average';
}

/** An absent part is an argument of the function, or the shape of the filter. */
export interface FixedGeometry {
  /** Rows and columns of a square window. */
  readonly kernel?: number;
  /** `kernel`: windows that touch and do not overlap. */
  readonly stride?: number | 'kernel';
  /** `same`: the output has the input's size at stride 1; `text`: given as 'valid' or 'same'; `full`: the window less one. */
  readonly pad?: number | 'same' | 'text' | 'full';
  readonly mode?: 'max' | 'average';
  readonly isSum?: true;
  readonly ceilMode?: true;
  /** What ReLU is applied to: the result of the convolution, or its input. */
  readonly rectified?: 'output' | 'input';
  /** The function pools what it convolves, in windows side by side. */
  readonly pooled?: PooledAfter;
  /** The function turns the filter by 180°, as its text states. */
  readonly flipped?: true;
}
