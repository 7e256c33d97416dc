/** The messages that the panel sends to the extension host. */
import type { CellRef } from '../step/Frame';
import type { ErrorAction } from './hostMessages';
import type { CellFormat } from './inspect';
import type { Preferences } from './Preferences';
import type { WrittenNote } from './WrittenNote';

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
