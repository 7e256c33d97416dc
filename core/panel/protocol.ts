/**
 * Every message between the extension host and the panel, by direction. The panel sends the first message (`ready`);
 * the host answers with a whole `state` and then with `frames`; only intents travel back. Numbers cross as typed arrays: in plain arrays NaN
 * and ±Infinity would become null.
 */
import type { FieldId, Message } from '../message';
import type { CellRef, Explanation, Line } from '../step/Frame';
import type { CellFormat, InspectState } from './inspect';
import type { LayerState, LessonState } from './layer';
import type { Montage } from '../step/shared/montage';
import type { WireFrame } from './wire';

export type { Field, FieldOption } from './field';
export type { InspectState } from './inspect';
export type {
  Assumption,
  LayerState,
  LessonState,
  NamedMistake,
  NoteQuestion,
  QuizState,
  SceneState,
  YoursState,
} from './layer';

/** Settings that only change how things look; the host stores them. */
export interface Preferences {
  /** Decimals shown, 0 … 8. */
  readonly precision: number;
  readonly speed: number;
  readonly colorMap: string;
  readonly showPadding: boolean;
  /** The header is one line. */
  readonly headerFolded: boolean;
  /** Cells that are not computed yet show their result, dimmed. */
  readonly showResult: boolean;
}

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

/** A whole picture: what a panel that was just loaded needs. */
export interface StateMessage {
  readonly type: 'state';
  /** Raised by every change of arrays, layer or view; frames of an older generation are dropped. */
  readonly generation: number;
  /** The `number` of the last seek that was received before: a later one crossed this message and is repeated by the panel. */
  readonly lastSeek: number;
  /** The `number` of the last change of a field that was received before: this state does not answer a later one. */
  readonly lastField: number;
  readonly content: LayerState | InspectState | EmptyState;
  /** What went wrong last; the content is then the last good one. */
  readonly error?: ErrorNotice;
  /** An operation that lasts: 0 … 1, or -1 where the end is not known. */
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

/** Starts or ends presentation mode. */
interface PresentMessage {
  readonly type: 'present';
  readonly generation: number;
}

/** A note as the user writes it. */
export interface WrittenNote {
  readonly text: string;
  readonly cover: boolean;
  readonly question?: {
    readonly prompt: string;
    readonly options?: readonly string[];
    /** Index of the right option. */
    readonly answer?: number;
    readonly value?: number;
    readonly why?: string;
  };
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
  | CursorMessage
  | MontageMessage
  | FocusMessage
  | NavigateMessage
  | VerdictMessage
  | PresentMessage
  | EditNoteMessage;

export type PanelMessage =
  | { readonly type: 'ready' }
  /** A panel that VS Code restored gives back the memento of its last state. */
  | { readonly type: 'restore'; readonly memento: unknown }
  /** Show step t; the host answers with the frames from `from` to `to` that the panel does not have. */
  /** `number` counts the seeks of a page, from 1. */
  | { readonly type: 'seek'; readonly generation: number; readonly t: number; readonly number: number }
  | { readonly type: 'wantFrames'; readonly generation: number; readonly from: number; readonly to: number }
  | { readonly type: 'setField'; readonly id: string; readonly value: string; readonly number: number }
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
  | {
      readonly type: 'copyCells';
      readonly generation: number;
      readonly row: number;
      readonly col: number;
      readonly rows: number;
      readonly cols: number;
      readonly format: CellFormat;
    }
  /** Cells of a map of the stage, as step t shows them. */
  | {
      readonly type: 'copyMapCells';
      readonly generation: number;
      readonly map: string;
      readonly t: number;
      readonly row: number;
      readonly col: number;
      readonly rows: number;
      readonly cols: number;
      readonly format: CellFormat;
    }
  | { readonly type: 'quiz'; readonly on: boolean }
  /** An answer to the question of step t: a typed value or chosen cells. Without either the answer is revealed. */
  | {
      readonly type: 'answer';
      readonly generation: number;
      readonly t: number;
      readonly given?: { readonly value?: string; readonly cells: readonly CellRef[] };
    }
  /** An answer to the question of a note: the index of an option, or a typed number. Without it the answer is revealed. */
  | { readonly type: 'answerNote'; readonly note: number; readonly given?: string }
  /** Asks for the editor of the note of step t. */
  | { readonly type: 'editNote'; readonly generation: number; readonly t: number }
  /** Writes the note of step t; without `note` it is removed. */
  | { readonly type: 'writeNote'; readonly generation: number; readonly t: number; readonly note?: WrittenNote }
  | { readonly type: 'openPart'; readonly part: number }
  | { readonly type: 'revealError' }
  /** Shows the line of a mistake, or applies its repair. */
  | { readonly type: 'checkAction'; readonly action: 'showLine' | 'apply'; readonly index: number }
  /** Goes back to the layer alone. */
  | { readonly type: 'endComparison' }
  | { readonly type: 'errorAction'; readonly action: ErrorAction }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'log'; readonly level: 'info' | 'error'; readonly text: string };
