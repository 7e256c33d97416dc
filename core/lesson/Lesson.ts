/**
 * A lesson: scenes in an order with texts, notes and questions, as a `*.layerlens-lesson.json` file.
 * `schemas/lesson.schema.json` describes the same format for VS Code's editor.
 */
import * as v from 'valibot';
import { localized, note, type Scene } from '../scene/Scene';

/** The version that is written. */
export const lessonVersion = 1;

/** File names end with this. */
export const lessonExtension = '.layerlens-lesson.json';

/** More parts than these are refused. */
export const mostParts = 100;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const partEntries = {
  /** A scene, or the path of a scene file relative to the lesson. */
  scene: v.unknown(),
  /** Default: the scene's title and text. */
  title: v.optional(localized),
  text: v.optional(localized),
  /** Step and notes instead of the scene's. */
  step: v.optional(whole),
  notes: v.optional(v.array(note)),
};

export const lessonEntries = {
  $schema: v.optional(v.string()),
  version: v.literal(lessonVersion),
  title: localized,
  text: v.optional(localized),
  minutes: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(600))),
  parts: v.pipe(v.array(v.strictObject(partEntries)), v.minLength(1), v.maxLength(mostParts)),
};

export const lessonSchema = v.strictObject(lessonEntries);

type RawLesson = v.InferOutput<typeof lessonSchema>;
type RawPart = RawLesson['parts'][number];

/** `scene`: a scene, or the path of a scene file relative to the lesson. */
export interface LessonPart extends Omit<RawPart, 'scene'> {
  readonly scene: Scene | string;
}

export interface Lesson extends Omit<RawLesson, 'parts'> {
  readonly parts: readonly LessonPart[];
}

/** A lesson whose scenes are loaded, each with the texts, the notes and the step of its part. */
export interface ResolvedLesson extends Omit<Lesson, 'parts'> {
  readonly scenes: readonly Scene[];
}
