/**
 * What a panel shows. Empty: nothing was opened. Loading: a source is read, or its picture is computed. Showing: the picture
 * of the present source. Failed: the present source has no picture.
 */
import type { OutdatedVerdict } from '../../../core/panel/protocol';
import type { TextRange } from '../../../core/read/ParseResult';
import { lessonKey } from '../lesson/LessonRun';
import { keepSource, type KeptSource, type Memento } from '../memento';
import type { InspectPicture } from '../picture/InspectPicture';
import type { LayerPicture } from '../picture/LayerPicture';
import { elementAt, rangeOf, type ArrayElement } from '../picture/links';
import type { ShownScene } from '../scene/answers';
import { filesKey, sourceKey, type FileOrigin, type LensSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';

export type Picture = LayerPicture | InspectPicture;

/** What is to be shown, before and after it is read. */
export interface Subject {
  readonly kept: KeptSource;
  readonly purpose: Purpose;
  /** The scene that it was opened from. */
  readonly scene?: Memento['scene'];
  /** The lesson whose present part is the scene. */
  readonly lesson?: Memento['lesson'];
  /** The user's results that the layer is compared with. */
  readonly result?: LensSource | undefined;
}

interface Empty {
  readonly kind: 'empty';
  /** Files that the panel shows from the beginning: those of a custom editor. */
  readonly bound?: FileOrigin;
}

/** A subject without a picture of its own. */
interface Pending extends Subject {
  /** Absent until it is read, and where it could not be read. */
  readonly source?: LensSource;
  /** Choices, view and step of the picture that is to be restored. */
  readonly restored?: Memento;
  /** The text was edited after it was read as `source`. */
  readonly outdated?: boolean;
  /** The picture of an earlier reading of the same subject: drawn until there is a new one. */
  readonly stale?: Showing;
}

export interface Loading extends Pending {
  readonly kind: 'loading';
  /** Shown again when the source has no picture. */
  readonly fallback?: Showing;
}

export interface Failed extends Pending {
  readonly kind: 'failed';
  readonly error: unknown;
}

export interface Showing extends Subject {
  readonly kind: 'showing';
  readonly source: LensSource;
  readonly picture: Picture;
  /** The picture's ranges match the current text. */
  readonly linked: boolean;
  /** Present where the source is a check of an earlier text. */
  readonly outdatedVerdict?: OutdatedVerdict;
}

export type SessionState = Empty | Loading | Showing | Failed;

/** What is drawn, where a picture is drawn. */
export function drawnOf(state: SessionState): Showing | undefined {
  switch (state.kind) {
    case 'empty':
      return undefined;
    case 'loading':
    case 'failed':
      return state.stale;
    case 'showing':
      return state;
  }
}

/** The state with another picture in place of the drawn one; a state without one stays. */
export function withPicture(state: SessionState, picture: Picture): SessionState {
  switch (state.kind) {
    case 'empty':
      return state;
    case 'loading':
    case 'failed':
      return state.stale ? { ...state, stale: { ...state.stale, picture } } : state;
    case 'showing':
      return { ...state, picture };
  }
}

/** The state once the picture of its source is made. */
export function showing(state: Loading, source: LensSource, picture: Picture): Showing {
  const subject = { ...subjectOf(state), kept: keepSource(source) };
  return { kind: 'showing', ...subject, source, picture, linked: !state.outdated };
}

/** The state while the picture of a source is made; what is drawn stays. `outdated`: see Pending. */
export function loading(state: Loading | Showing | Failed, source: LensSource, outdated: boolean): Loading {
  const own: Loading = { kind: 'loading', ...subjectOf(state), kept: keepSource(source), source, outdated };
  if (state.kind === 'showing') return { ...own, stale: state };
  const { restored, stale } = state;
  const fallback = state.kind === 'loading' ? state.fallback : undefined;
  return { ...own, ...(restored && { restored }), ...(stale && { stale }), ...(fallback && { fallback }) };
}

/** The state with the layer that is drawn compared with `result`; undefined: no longer compared. */
export function compared(state: SessionState, picture: Picture, result: LensSource | undefined): SessionState {
  switch (state.kind) {
    case 'empty':
      return state;
    case 'loading':
    case 'failed':
      return { ...state, result, ...(state.stale && { stale: { ...state.stale, picture, result } }) };
    case 'showing':
      return { ...state, picture, result };
  }
}

/** The state with a scene that has other notes or answers. */
export function withScene(state: SessionState, scene: ShownScene): SessionState {
  switch (state.kind) {
    case 'empty':
      return state;
    case 'loading':
    case 'failed':
      return { ...state, scene, ...(state.stale && { stale: { ...state.stale, scene } }) };
    case 'showing':
      return { ...state, scene };
  }
}

function subjectOf({ kept, purpose, scene, lesson, result }: Subject): Subject {
  return { kept, purpose, ...(scene && { scene }), ...(lesson && { lesson }), ...(result && { result }) };
}

/** The state when a source cannot be read or has no picture; an empty panel stays empty. */
export function failed(state: SessionState, error: unknown): SessionState {
  switch (state.kind) {
    case 'empty':
      return state;
    case 'failed':
      return { ...state, error };
    case 'showing':
      return { kind: 'failed', ...subjectOf(state), stale: state, error };
    case 'loading': {
      const { fallback, ...pending } = state;
      return fallback ?? { ...pending, kind: 'failed', error };
    }
  }
}

/** The latest source that was read. */
export function sourceOfState(state: SessionState): LensSource | undefined {
  switch (state.kind) {
    case 'empty':
      return undefined;
    case 'loading':
    case 'failed':
      return state.source ?? state.stale?.source;
    case 'showing':
      return state.source;
  }
}

export function titleOf(state: SessionState): string | undefined {
  return state.kind === 'empty' ? undefined : (state.lesson?.title ?? state.kept.name);
}

/** The files that are shown, or that are to be. */
export function filesOf(state: SessionState): FileOrigin | undefined {
  if (state.kind === 'empty') return state.bound;
  const source = sourceOfState(state);
  if (source) return source.kind === 'arrays' ? source.files : undefined;
  return state.kept.kind === 'files' ? state.kept : undefined;
}

/** Identifies the source: a panel with the same key is reused. */
export function keyOf(state: SessionState): string | undefined {
  if (state.kind !== 'empty' && state.lesson) return lessonKey(state.lesson.uri);
  const source = sourceOfState(state);
  if (source) return sourceKey(source);
  const files = filesOf(state);
  return files && filesKey(files);
}

/** The state after the text was edited: until it is read again the positions of its numbers are unknown. */
export function unlinked(state: SessionState): SessionState {
  switch (state.kind) {
    case 'empty':
      return state;
    case 'loading': {
      const { fallback } = state;
      return { ...state, outdated: true, ...(fallback && { fallback: { ...fallback, linked: false } }) };
    }
    case 'failed':
      return { ...state, outdated: true };
    case 'showing':
      return { ...state, linked: false };
  }
}

/** Range of an element's number in the text, while it is known. */
export function rangeInText(state: SessionState, element: ArrayElement): TextRange | undefined {
  return state.kind === 'showing' && state.linked ? rangeOf(state.picture, element) : undefined;
}

/** The element whose number is at an offset of the text, while the positions are known. */
export function elementInText(state: SessionState, offset: number): ArrayElement | undefined {
  return state.kind === 'showing' && state.linked ? elementAt(state.picture, offset) : undefined;
}
