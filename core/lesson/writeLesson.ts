/** Lessons as text, and the changes that a teacher makes to one. */
import { strToU8 } from 'fflate';
import { LensError, msg } from '../message';
import type { Scene } from '../scene/Scene';
import { writeJson } from '../scene/writeScene';
import { lessonVersion, mostParts, type Lesson } from './Lesson';

export function newLesson(title: string, scene: Scene): Lesson {
  return { version: lessonVersion, title, parts: [{ scene }] };
}

/** Throws a LensError where the lesson is full. */
export function withPart(lesson: Lesson, scene: Scene): Lesson {
  if (lesson.parts.length >= mostParts)
    throw new LensError(msg('the lesson has {0} parts already, which is the maximum', mostParts));
  return { ...lesson, parts: [...lesson.parts, { scene }] };
}

/** The part at `from` is moved to the place `to`; both are clamped to the lesson. */
export function withMovedPart(lesson: Lesson, from: number, to: number): Lesson {
  const parts = [...lesson.parts];
  const moved = parts.splice(from, 1);
  parts.splice(Math.max(0, to), 0, ...moved);
  return { ...lesson, parts };
}

/** The last part of a lesson stays. */
export function withoutPart(lesson: Lesson, index: number): Lesson {
  if (lesson.parts.length < 2) return lesson;
  return { ...lesson, parts: lesson.parts.filter((_, each) => each !== index) };
}

export function writeLesson(lesson: Lesson): string {
  return writeJson(lesson);
}

/** The bytes of a lesson's file. */
export function lessonBytes(lesson: Lesson): Uint8Array {
  return strToU8(writeLesson(lesson));
}
