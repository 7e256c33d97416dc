/** State of the inspector: one array, the slice that is shown, and what was asked about it. */
import type { Message } from '../message';
import type { CellAddress, CellChange, Line, Scale, Span } from '../step/Frame';
import type { Field } from './field';

export interface InspectState {
  readonly kind: 'inspect';
  readonly source: Message;
  /** Arrays to choose from (an .npz, several literals). */
  readonly arrays: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly selected: number;
  /** Name, shape and number type. */
  readonly sentence: readonly Span[];
  /** Statistics of the whole array; the comparison with another one. */
  readonly facts: readonly Line[];
  /** Array, axes, indices along the other axes, view, comparison, search. */
  readonly fields: readonly Field[];
  readonly view: InspectViewName;
  readonly map: InspectMap;
  /** Statistics of the slice, where it is not the whole array. */
  readonly sliceFacts: readonly Line[];
  /** The slices along one axis, where there are several. */
  readonly planes?: InspectPlanes;
  /** In the view `text`: the array as NumPy prints it. */
  readonly text?: string;
  /** Result of the value search or of the comparison: how many elements of the array and how many cells of the slice. */
  readonly found?: { readonly count: number; readonly inSlice: number };
  /** The selected match of the search, if the slice shows it. */
  readonly current?: { readonly row: number; readonly col: number };
  /** Whether the text holds the array's numbers, so that cells can be changed. */
  readonly editable: boolean;
}

export type InspectViewName = 'map' | 'planes' | 'text';

export interface InspectMap {
  readonly title: string;
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
  /** CellKinds; absent: all data. Empty after the end of a wrapped vector. */
  readonly cells?: Uint8Array;
  /** Elements a row of a vector that is shown in several rows. */
  readonly wrap?: number;
  readonly dtype?: string;
  /** Whole numbers by type: shown without decimals. */
  readonly integers: boolean;
  /** Cells whose values were others when the array was read last. */
  readonly changes?: readonly CellChange[];
  readonly scale: Scale;
  readonly address: CellAddress;
  /** 1 for every cell that the search or the comparison found. */
  readonly found?: Uint8Array;
  readonly image?: InspectImage;
}

/** The slice in its own colours. */
export interface InspectImage {
  readonly rows: number;
  readonly cols: number;
  /** Four bytes per cell. */
  readonly rgba: Uint8ClampedArray;
  /** 3 or 4. */
  readonly channels: number;
  /** Values of black and white, where these are not 0 and 1 or 0 and 255. */
  readonly range?: readonly [min: number, max: number];
}

export interface InspectPlanes {
  readonly axis: number;
  /** The field that selects a plane: `index3`. */
  readonly field: string;
  readonly selected: number;
  /** Extent of the axis; more than `planes` for very long axes. */
  readonly total: number;
  /** 1: whole planes; otherwise every n-th row and column was sent. */
  readonly step: number;
  readonly rows: number;
  readonly cols: number;
  readonly planes: readonly { readonly index: number; readonly values: Float64Array }[];
  readonly scale: Scale;
}

export type CellFormat = 'numpy' | 'csv' | 'json';
