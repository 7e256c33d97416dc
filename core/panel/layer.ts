/** What the panel shows of a layer in addition to the frames of its steps. */
import type { Message } from '../message';
import type { CodeToken } from '../read/python/syntax/text/codeTokens';
import type { CellRef, Line, LoopPosition, Span } from '../step/Frame';
import type { CodeListing, Timeline } from '../step/Stepper';
import type { TourStop } from '../step/tour';
import type { Field } from './field';

/** What was assumed and can be changed: `No gradient selected – as in the course, dZ = Z`. */
export interface Assumption {
  readonly message: Message;
  /** The field that changes it. */
  readonly field?: Field;
  /** No other choice fits the extents of the arrays: panels with little space show it with the rarer fields. */
  readonly isOnlyReading?: true;
}

/** A mistake of the user's function, or one that gives the user's numbers. */
export interface NamedMistake {
  /** What `checkAction` names. */
  readonly index: number;
  readonly message: Message;
  /** 1-based, in the document; absent where only numbers are known. */
  readonly line?: number;
  /** Its row in the listing of the user's code, from 0; absent where it is not listed. */
  readonly row?: number;
  /** The text that the verified repair replaces, and its replacement. */
  readonly before?: string;
  readonly after?: string;
}

/** The changed text is being checked, or cannot be checked as it is. */
export type OutdatedVerdict = 'checking' | 'unchecked';

/** The user's function or results against the layer. */
export interface YoursState {
  readonly verdict: 'agrees' | 'differs' | 'convention';
  readonly summary: Message;
  readonly mistakes: readonly NamedMistake[];
  readonly notes: readonly Message[];
  /** Whether the panel can go back to the layer alone. */
  readonly ends?: boolean;
  /** The verdict is on an earlier text. */
  readonly outdated?: OutdatedVerdict;
}

interface NoteState {
  readonly step: number;
  /** Markdown. */
  readonly text: string;
  /** The answer of the step is covered until it is given. */
  readonly cover?: boolean;
  readonly question?: NoteQuestion;
}

/** A teacher's question: with `options` one is chosen, without them a number is typed. */
export interface NoteQuestion {
  readonly prompt: string;
  readonly options?: readonly string[];
  /** `missed`: wrong so far. The others close the question; `late`: not right at once. */
  readonly given?: 'missed' | 'right' | 'late';
  /** Index of the right option, or the right number; present when the question is closed, as `why`. */
  readonly answer?: number;
  readonly why?: string;
}

/** A lesson of which the panel shows one scene. */
export interface LessonState {
  readonly title: string;
  /** Titles of the parts. */
  readonly parts: readonly string[];
  readonly part: number;
  /** Text of the part. */
  readonly text?: string;
  /** Questions of all parts, those that are closed, and those that were answered right at once. */
  readonly questions: number;
  readonly closed: number;
  readonly right: number;
}

/** What a scene adds to its layer. */
export interface SceneState {
  readonly title: string;
  readonly text?: string;
  /** By step, ascending; a note stays until the step of the next one. */
  readonly notes: readonly NoteState[];
  /** The cell that is pinned at first. */
  readonly pin?: CellRef;
}

/** Questions that are closed, and those that were answered right at once. */
export interface QuizState {
  /** A scene asks at some of its steps; the user's own quiz at every step. */
  readonly by: 'user' | 'scene';
  readonly right: number;
  readonly asked: number;
}

export interface ShownListing extends CodeListing {
  /** Of `text`; those of a formula are not told apart. */
  readonly tokens: readonly CodeToken[];
}

export interface LayerState {
  readonly kind: 'layer';
  /** The editor tab's title and the panel's heading source: `samples/pool_backward.py`. */
  readonly source: Message;
  readonly sentence: readonly Span[];
  readonly size: readonly Line[];
  readonly fields: readonly Field[];
  readonly assumptions: readonly Assumption[];
  readonly listings: readonly ShownListing[];
  readonly timeline: Timeline;
  readonly t: number;
  readonly position: LoopPosition;
  /** Present where the user's function is compared with the layer. */
  readonly yours?: YoursState;
  /** The steps that tell how the layer is computed; empty in a comparison. */
  readonly tour: readonly TourStop[];
  /** Present where a scene is shown. */
  readonly scene?: SceneState;
  /** Present during a quiz. */
  readonly quiz?: QuizState;
}
