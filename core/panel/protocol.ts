/**
 * Every message between the extension host and the panel, by direction. The panel sends the first message (`ready`); the host answers
 * with a whole `state` and then with `frames`; only intents travel back. Numbers cross as typed arrays: in plain arrays NaN
 * and ±Infinity would become null.
 */
import type { FieldId, Message } from '../message';
import type { CellAddress, CellChange, CellRef, Explanation, Line, LoopPosition, Scale, Span } from '../step/Frame';
import type { Montage } from '../step/shared/montage';
import type { WireFrame } from './wire';
import type { CodeListing, Timeline } from '../step/Stepper';

/** Settings that only change how things look; the host stores them. */
export interface Preferences {
  /** Decimals shown, 0 … 8. */
  readonly precision: number;
  readonly speed: number;
  readonly colorMap: string;
  readonly showPadding: boolean;
  /** The header is one line. */
  readonly headerFolded: boolean;
}

export interface FieldOption {
  readonly value: string;
  readonly label: Message;
}

/** A hyperparameter, a choice of view or a role: drawn by the panel from this description alone. */
export interface Field {
  /** What `setField` names. */
  readonly id: string;
  readonly label: Message;
  /** `strip`: one button for each whole number from `min` to `max`. */
  readonly kind: 'number' | 'select' | 'segmented' | 'checkbox' | 'text' | 'strip';
  /** As the user typed it, also when it is wrong. */
  readonly value: string;
  readonly options?: readonly FieldOption[];
  /** Range of a `number` or `strip`: other values are refused. */
  readonly min?: number;
  readonly max?: number;
  readonly error?: Message;
  /** Shown on hover and read by screen readers: what the parameter does, with the user's numbers. */
  readonly help?: Message;
}

/** What was assumed and can be changed: `No gradient selected – using dZ = Z`. */
export interface Assumption {
  readonly message: Message;
  /** The field that changes it. */
  readonly field?: Field;
}

/** A mistake of the user's function. */
export interface NamedMistake {
  /** What `checkAction` names. */
  readonly index: number;
  readonly message: Message;
  /** 1-based, in the document. */
  readonly line: number;
  /** The text that the verified repair replaces, and its replacement. */
  readonly before?: string;
  readonly after?: string;
}

/** The user's function against the layer. */
export interface YoursState {
  readonly verdict: 'agrees' | 'differs' | 'convention';
  readonly summary: Message;
  readonly mistakes: readonly NamedMistake[];
  readonly notes: readonly Message[];
}

export interface LayerState {
  readonly kind: 'layer';
  /** The editor tab's title and the panel's heading source: `samples/pool_backward.py`. */
  readonly source: Message;
  readonly sentence: readonly Span[];
  readonly size: readonly Line[];
  readonly fields: readonly Field[];
  readonly assumptions: readonly Assumption[];
  readonly listings: readonly CodeListing[];
  readonly timeline: Timeline;
  readonly t: number;
  readonly position: LoopPosition;
  /** Present where the user's function is compared with the layer. */
  readonly yours?: YoursState;
}

export interface InspectState {
  readonly kind: 'inspect';
  readonly source: Message;
  /** Arrays to choose from (an .npz, several literals). */
  readonly arrays: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly selected: number;
  readonly sentence: readonly Span[];
  /** Shape, dtype, range, mean, NaN and infinity counts. */
  readonly facts: readonly Line[];
  /** One index an axis that is neither rows nor columns, and which axes these are. */
  readonly fields: readonly Field[];
  readonly map: InspectMap;
}

export interface InspectMap {
  readonly title: string;
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
  /** Cells whose values were others when the array was read last. */
  readonly changes?: readonly CellChange[];
  readonly scale: Scale;
  readonly address: CellAddress;
}

export interface EmptyState {
  readonly kind: 'empty';
  readonly source: Message;
}

export interface ErrorNotice {
  readonly message: Message;
  /** Where in the text, to be revealed on click; absent where there is no text. */
  readonly range?: readonly [start: number, end: number];
  readonly field?: FieldId;
}

/** A whole picture: what a panel that was just loaded needs. */
export interface StateMessage {
  readonly type: 'state';
  /** Raised by every change of arrays, layer or view; frames of an older generation are dropped. */
  readonly generation: number;
  readonly content: LayerState | InspectState | EmptyState;
  /** What went wrong last; the content is then the last good one. */
  readonly error?: ErrorNotice;
  /** An operation that lasts: 0 … 1, or -1 where the end is not known. */
  readonly progress?: number;
  readonly preferences: Preferences;
  /**
   * What the panel keeps with `setState` and gives back in `restore` after a reload. Plain JSON; where it is an object the
   * panel keeps its entry `t` at the step that it shows, so that a seek costs no new memento.
   */
  readonly memento: unknown;
}

export interface FramesMessage {
  readonly type: 'frames';
  readonly generation: number;
  readonly frames: readonly WireFrame[];
}

export interface ExplanationMessage {
  readonly type: 'explanation';
  readonly generation: number;
  readonly request: number;
  readonly explanation?: Explanation;
}

/** The editor's cursor is at this element; undefined: at no element. */
export interface CursorMessage {
  readonly type: 'cursor';
  readonly generation: number;
  readonly element?: { readonly role: string; readonly index: number };
}

/** The planes that a map could show instead of its own. */
export interface MontageMessage {
  readonly type: 'montage';
  readonly generation: number;
  readonly request: number;
  readonly montage?: Montage;
}

/** An image that only a browser can decode. The panel answers each request once. */
export interface ImageRequest {
  readonly type: 'decodeImage';
  readonly request: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type ImageAnswer =
  | {
      readonly type: 'pixels';
      readonly request: number;
      readonly width: number;
      readonly height: number;
      /** Four bytes a pixel, not multiplied by alpha. */
      readonly rgba: Uint8Array;
    }
  | { readonly type: 'noPixels'; readonly request: number; readonly reason: string };

/** Gives the keyboard focus to the timeline or, without one, to the first map. */
export interface FocusMessage {
  readonly type: 'focus';
  readonly generation: number;
}

/** A command moves the timeline as the panel's own keys do. */
export interface NavigateMessage {
  readonly type: 'navigate';
  readonly generation: number;
  readonly to: Navigation;
}

export type Navigation = 'first' | 'previous' | 'play' | 'next' | 'last' | 'finer' | 'coarser';

export type HostMessage =
  StateMessage | FramesMessage | ExplanationMessage | CursorMessage | MontageMessage | FocusMessage | NavigateMessage;

export type PanelMessage =
  | { readonly type: 'ready' }
  /** A panel that VS Code restored gives back the memento of its last state. */
  | { readonly type: 'restore'; readonly memento: unknown }
  /** Show step t; the host answers with the frames from `from` to `to` that the panel does not have. */
  | { readonly type: 'seek'; readonly generation: number; readonly t: number }
  | { readonly type: 'wantFrames'; readonly generation: number; readonly from: number; readonly to: number }
  | { readonly type: 'setField'; readonly id: string; readonly value: string }
  | { readonly type: 'setPreferences'; readonly preferences: Partial<Preferences> }
  | {
      readonly type: 'explain';
      readonly generation: number;
      readonly request: number;
      readonly cell: CellRef;
      readonly t: number;
    }
  | {
      readonly type: 'montage';
      readonly generation: number;
      readonly request: number;
      readonly map: string;
      readonly t: number;
    }
  | { readonly type: 'revealSource'; readonly role: string; readonly index: number }
  | { readonly type: 'focusElement'; readonly role: string; readonly index: number | undefined }
  | { readonly type: 'editElement'; readonly role: string; readonly index: number; readonly text: string }
  | { readonly type: 'revealError' }
  /** Shows the line of a mistake, or applies its repair. */
  | { readonly type: 'checkAction'; readonly action: 'showLine' | 'apply'; readonly index: number }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'log'; readonly level: 'info' | 'error'; readonly text: string };
