/**
 * Every message between the extension host and the panel. The panel sends the first message (`ready`); the host answers with a
 * whole `state` and then with `frames`; the panel sends only what the user wants.
 */
export type { Field, FieldOption } from './field';
export type {
  CursorMessage,
  EmptyState,
  ErrorAction,
  ErrorNotice,
  ExplanationMessage,
  FramesMessage,
  HostMessage,
  MontageMessage,
  Navigation,
  StateMessage,
  VerdictMessage,
} from './hostMessages';
export type { ImageAnswer, ImageRequest } from './imageMessages';
export type { InspectState } from './inspect';
export type {
  Assumption,
  LayerState,
  LessonState,
  NamedMistake,
  NoteQuestion,
  OutdatedVerdict,
  QuizState,
  SceneState,
  ShownListing,
  YoursState,
} from './layer';
export type { PanelMessage } from './panelMessages';
export type { Preferences } from './Preferences';
export type { WrittenNote } from './WrittenNote';
