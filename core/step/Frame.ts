/** Contents of one step: maps, equations, code state, announcement. Pure data: the panel draws it and computes nothing. */
import type { Message } from '../message';

export type ArrayRole = 'x' | 'w' | 'b' | 'z' | 'dZ' | 'dX' | 'dW' | 'db' | 'products' | 'mask' | 'array';

export interface CellRef {
  /** A MapView's id. */
  readonly map: string;
  readonly row: number;
  readonly col: number;
}

/**
 * `window`: what the step reads or adds to; `result`: the cell it writes; `link`: a dashed secondary outline; `yours`: what the
 * user's code read or wrote.
 */
export type BoxStyle = 'window' | 'result' | 'link' | 'yours';

export interface Box {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
  readonly style: BoxStyle;
  /** Only every n-th cell of the box belongs to it (dilation). Default: 1, 1. */
  readonly stepRow?: number;
  readonly stepCol?: number;
}

/** The same over all steps of a layer. Diverging scales are symmetric about 0. */
export interface Scale {
  readonly kind: 'diverging' | 'sequential';
  readonly min: number;
  readonly max: number;
}

/** One byte per cell in `MapView.cells`. */
export const CellKind = {
  Data: 0,
  Padding: 1,
  /** Not computed yet: `values` holds the value it will have, which is not to be shown. */
  Empty: 2,
} as const;

/**
 * Which element of which array a cell is: flat index = offset + (row − rowOrigin)·rowStride + (col − colOrigin)·colStride.
 * A cell outside the origin's rectangle of `rows` × `cols` is padding and has no address.
 */
export interface CellAddress {
  readonly role: ArrayRole;
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly rowStride: number;
  readonly colStride: number;
  readonly rowOrigin: number;
  readonly colOrigin: number;
  readonly rows: number;
  readonly cols: number;
}

export interface CellChange {
  readonly row: number;
  readonly col: number;
  readonly before: number;
}

/** All planes of a map's array, small and side by side, so that the one that the map shows is seen among them. */
export interface PlaneStrip {
  /** The plane that the map shows. */
  readonly selected: number;
  /** Cells that are computed, by plane. */
  readonly filled: readonly number[];
  /** One plane of the map's extents after the other. The same instance over the steps of an example. */
  readonly values: Float64Array;
}

export interface MapView {
  readonly id: string;
  /** As the course's code calls it: `a_prev_pad`, `W`. */
  readonly title: string;
  /** Shown in place of the title: `{0}, yours`. */
  readonly label?: Message;
  /** Which plane of the array it is: `[…, 0, 2]`. */
  readonly index?: string;
  /** The id of a map whose window this map repeats: shown only where the cells of that map are too small for numbers. */
  readonly magnifies?: string;
  /** The id of the map before it, with which it is compared cell by cell: where there is little width it is shown below it. */
  readonly comparedWith?: string;
  readonly rows: number;
  readonly cols: number;
  /** rows·cols numbers in row-major order. The same instance over steps in which nothing changed. */
  readonly values: Float64Array;
  /** rows·cols CellKinds; absent: all data. */
  readonly cells?: Uint8Array;
  /** Cells that this step has changed and their values before it; `values` holds those after it. */
  readonly changes?: readonly CellChange[];
  /** Colours in place of those of the scale: rows·cols·3 intensities (red, green, blue) from 0 to 255. */
  readonly picture?: Float64Array;
  readonly scale: Scale;
  /** All of the array's values are whole numbers, at every step: shown without decimals. */
  readonly integers?: boolean;
  /** The steps compute its cells one after the other: those not reached can show their result. */
  readonly growing?: true;
  readonly boxes: readonly Box[];
  readonly notes: readonly Message[];
  /** Another note while it has empty cells: what they mean. */
  readonly emptyNote?: Message;
  /** Of its values so far, written below it; without a value where a question covers it. */
  readonly sum?: { readonly value?: number };
  /** The value of its outlined cell, written below it instead of the notes where cells have no numbers; as that of `sum`. */
  readonly outlined?: { readonly value?: number };
  readonly address?: CellAddress;
  /** The planes of all filters, where the steps go from one to the next. */
  readonly strip?: PlaneStrip;
  /** The other planes of its array are not offered. */
  readonly hasNoMontage?: true;
}

/** A map of a few pixels per cell, with numbers where it has space for them. */
export interface SmallMap {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float32Array;
  readonly scale: Scale;
  /** All of the array's values are whole numbers: shown without decimals. */
  readonly integers?: boolean;
}

/** One addend of a sum: a channel (or several channels as one) with its window and filter, or the bias. */
export interface LadderRow {
  readonly label: Message;
  /** Value of the `channel` field that selects it; absent for the bias and for several channels. */
  readonly channel?: number;
  readonly window?: SmallMap;
  readonly filter?: SmallMap;
  /** Running sum before and after this addend, and the addend; absent until computed. */
  readonly sum?: { readonly from: number; readonly to: number; readonly value: number };
  /** Whether it is the channel that the other maps show. */
  readonly selected: boolean;
}

/** A sum as rows of bars, each from the running sum before it to the one after it. */
export interface Ladder {
  readonly rows: readonly LadderRow[];
  /** Without a value: covered by a question. */
  readonly total: { readonly label: readonly Span[]; readonly value?: number };
  /** Range of the bars; includes 0. */
  readonly min: number;
  readonly max: number;
}

export type StageItem =
  | { readonly kind: 'map'; readonly map: MapView }
  | { readonly kind: 'glyph'; readonly glyph: string; readonly label: Message }
  | { readonly kind: 'ladder'; readonly ladder: Ladder };

/**
 * One framed equation. The number and kinds of its items and the number of its lines are the same over all steps of a layer
 * (but for an example's last step): the layout depends on them and must not move.
 */
export interface StageRow {
  readonly id: string;
  /** The formula. */
  readonly title: readonly Span[];
  /** What it means or where the step is; dim, at the right. */
  readonly aside: readonly Span[];
  readonly items: readonly StageItem[];
  /** The equation with the step's numbers. */
  readonly lines: readonly Line[];
  /** Its maps are matrices whose rows and columns correspond: their cells have one size, however small. */
  readonly even?: boolean;
}

export type Tone = 'plain' | 'dim' | 'strong' | 'result' | 'operation' | 'shape';

export type Span =
  /** Names and symbols, the same in every language. */
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'message'; readonly message: Message; readonly tone?: Tone }
  /** Shown at the chosen precision, exact on hover. */
  | { readonly kind: 'number'; readonly value: number; readonly tone?: Tone; readonly integer?: boolean }
  /** Hovering it outlines `cells`, hovering one of them marks it. */
  | { readonly kind: 'term'; readonly spans: readonly Span[]; readonly cells: readonly CellRef[] }
  /** `summary` until opened, absent: `…`; then `spans`. */
  | { readonly kind: 'fold'; readonly summary?: readonly Span[]; readonly spans: readonly Span[] };

export interface Line {
  readonly spans: readonly Span[];
}

/** The listing's line (0-based) that runs at this step and what its variables hold, by line. */
export interface CodeState {
  /** The listing that the line is in; default: `loop`. */
  readonly listing?: 'loop' | 'yours';
  readonly line: number;
  readonly variables: readonly { readonly line: number; readonly spans: readonly Span[] }[];
}

export type QuestionKind = 'value' | 'window' | 'maximum' | 'receivers';

/** What a student is asked about a step; its answer stays with the host. */
export interface Question {
  readonly kind: QuestionKind;
  /** The map whose cells are asked for, or that holds the value. */
  readonly map: string;
  readonly prompt: Message;
  /** How many cells are to be chosen; 0: a value is asked for. */
  readonly cells: number;
  /** From the rule to the numbers. */
  readonly hints: readonly Line[];
}

export interface Frame {
  readonly t: number;
  readonly stage: readonly StageRow[];
  readonly code: CodeState;
  /** The step in one sentence, for the live region: `Z[0, 1, 2, 2] = {0}`. */
  readonly announcement: Line;
  /** Loop indices at this step: what the example, filter and channel fields show. */
  readonly position: LoopPosition;
  /** Present where the answer is covered. */
  readonly question?: Question;
}

/** i: example, h and w: output row and column, c: output channel (filter). */
export interface LoopPosition {
  readonly i: number;
  readonly h: number;
  readonly w: number;
  readonly c: number;
  /** The channel that the maps show, of several: a step by channel or product shows its own. */
  readonly channel?: number;
}

/** What a hovered or pinned cell has to do with the others. */
export interface Explanation {
  readonly cell: CellRef;
  readonly title: Line;
  /** Outlines by map id. */
  readonly boxes: Readonly<Record<string, readonly Box[]>>;
  /** The contributions, which add up to the cell's value. */
  readonly lines: readonly Line[];
  /** The step that computes the cell, if one does: where a click moves the timeline. */
  readonly step?: number;
  /** All steps that touch the cell, ascending. */
  readonly steps: readonly number[];
}
