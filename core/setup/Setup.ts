/** Types of the setup, which makes a layer from what was selected. */
import type { NdArray } from '../array/NdArray';
import type { Message } from '../message';
import type { Assumption, Field } from '../panel/protocol';
import type { ParsedArray } from '../read/ParseResult';
import type { ArrayRole } from '../step/Frame';
import type { HelperName, Layer } from '../step/Layer';
import type { Names } from '../step/shared/words/names';
import type { StatedOptions } from './options/StatedOptions';

export type { Choices } from './options/Choices';

/** The command that was run: convolution, pooling, or (undefined) the operation of the selection. */
export type RequestedKind = 'conv' | 'pool' | undefined;

/** The inputs of a layer. */
export type InputRole = 'x' | 'w' | 'b' | 'dZ';

/** The operation of a layer. */
export type LayerKind = Layer['kind'];

export type Layout = 'nhwc' | 'nchw';

/** An array that can play a role. `source` is its index in ParseResult.arrays, where it is in the text. */
export interface RoleCandidate {
  readonly name?: string;
  readonly array: NdArray;
  readonly notation?: ParsedArray['notation'];
  readonly source?: number;
  /** The role that a call gives it; absent: its name and place decide. */
  readonly role?: InputRole;
}

/** An array in the course's layout. `sourceIndex[k]` is the flat index in the selected array of element k; absent: k. */
export interface Placed {
  readonly array: NdArray;
  readonly sourceIndex?: Uint32Array;
}

/** What a selection asks for, before arrays are placed. */
export interface Intent extends Part {
  readonly kind: LayerKind;
  /** The text itself asks for the backward pass. */
  readonly backward: boolean;
  readonly candidates: readonly RoleCandidate[];
  /** Options of the call, or hyperparameters of the text. */
  readonly options: StatedOptions;
  readonly layout: Layout;
  /** A helper of the course: one window of the layer, without options. */
  readonly helper?: HelperName;
  /** Facts of the text that decided the operation, the layout and the roles. */
  readonly evidence: readonly Message[];
}

/** Where the elements of a layer's array come from: `array` indexes ParseResult.arrays. */
export interface Origin {
  readonly array: number;
  readonly sourceIndex?: Uint32Array;
}

/** What the parts of a setup add to it. */
export interface Part {
  readonly fields: readonly Field[];
  readonly assumptions: readonly Assumption[];
}

export interface Setup extends Part {
  /** Facts of the text that decided the operation, the layout and the roles. */
  readonly evidence?: readonly Message[];
  readonly layer: Layer;
  /** The user's own names of the arrays. */
  readonly names: Partial<Names>;
  readonly origins: Partial<Readonly<Record<ArrayRole, Origin>>>;
}
