/** The messages that the extension host sends to the panel. Numbers are in typed arrays: in plain arrays NaN and ±Infinity would become null. */
import type { FieldId, Message } from '../message';
import type { Explanation, Line } from '../step/Frame';
import type { Montage } from '../step/shared/montage';
import type { InspectState } from './inspect';
import type { LayerState, LessonState } from './layer';
import type { Preferences } from './Preferences';
import type { WireFrame } from './wire';
import type { WrittenNote } from './WrittenNote';

export interface EmptyState {
  readonly kind: 'empty';
  readonly source: Message;
}

/** `retry` reads the files again; `openWith` opens the file in VS Code's own editor. */
export type ErrorAction = 'retry' | 'openWith';

export interface ErrorNotice {
  readonly message: Message;
  /** Name of the file that cannot be shown, and what can be done about it. */
  readonly file?: string;
  readonly actions?: readonly ErrorAction[];
  /** Where in the text, to be revealed on click; absent where there is no text. */
  readonly range?: readonly [start: number, end: number];
  readonly field?: FieldId;
}

/** The whole state, as a panel needs it that was just loaded. */
export interface StateMessage {
  readonly type: 'state';
  /** Raised by every change of arrays, layer or view; frames of an older generation are dropped. */
  readonly generation: number;
  /** The `number` of the last seek that was received before: a later one was sent before this message arrived, and the panel repeats it. */
  readonly lastSeek: number;
  /** The `number` of the last change of a field that was received before: this state does not answer a later one. */
  readonly lastField: number;
  readonly content: LayerState | InspectState | EmptyState;
  /** What went wrong last; the content is then the last good one. */
  readonly error?: ErrorNotice;
  /** An operation in progress: 0 … 1, or -1 where the end is not known. */
  readonly progress?: number;
  readonly preferences: Preferences;
  /** Present while a lesson is played. */
  readonly lesson?: LessonState;
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

/** What became of cells that were to be copied. */
interface CopiedMessage {
  readonly type: 'copied';
  readonly generation: number;
  readonly text: Message;
}

/** The planes that a map could show instead of its own. */
export interface MontageMessage {
  readonly type: 'montage';
  readonly generation: number;
  readonly request: number;
  readonly montage?: Montage;
}

/** Gives the keyboard focus to the timeline or, without one, to the first map. */
interface FocusMessage {
  readonly type: 'focus';
  readonly generation: number;
}

/** A command moves the timeline as the panel's own keys do. */
interface NavigateMessage {
  readonly type: 'navigate';
  readonly generation: number;
  readonly to: Navigation;
}

/** The verdict on an answer. */
export interface VerdictMessage {
  readonly type: 'verdict';
  readonly generation: number;
  readonly t: number;
  readonly right: boolean;
  /** How the answer follows from the layer; empty while the question is open. */
  readonly lines: readonly Line[];
}

/** Starts or ends presentation mode, or the tour. */
interface PresentMessage {
  readonly type: 'present' | 'tour';
  readonly generation: number;
}

/** Opens the editor of the note that begins at step t. */
interface EditNoteMessage {
  readonly type: 'editNote';
  readonly generation: number;
  readonly t: number;
  readonly note?: WrittenNote;
}

export type Navigation =
  | 'first'
  | 'previous'
  | 'play'
  | 'next'
  | 'last'
  | 'finer'
  | 'coarser'
  | 'firstDifference'
  | 'nextDifference'
  | 'previousDifference';

export type HostMessage =
  | StateMessage
  | FramesMessage
  | ExplanationMessage
  | CopiedMessage
  | CursorMessage
  | MontageMessage
  | FocusMessage
  | NavigateMessage
  | VerdictMessage
  | PresentMessage
  | EditNoteMessage;
