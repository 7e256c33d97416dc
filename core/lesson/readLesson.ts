/** Reads lessons; what is wrong with one is named with its place. */
import * as v from 'valibot';
import { LensError, msg } from '../message';
import { entriesOfJson } from '../scene/entriesOfJson';
import { readSceneValue, requireQuestion } from '../scene/readScene';
import { sceneExtension, type Scene } from '../scene/Scene';
import { lessonSchema, lessonVersion, type Lesson, type LessonPart, type ResolvedLesson } from './Lesson';

/** Throws a LensError for text that is not a lesson of a known version. */
export function readLesson(text: string): Lesson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LensError(msg('the lesson is not JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
  return readLessonValue(value);
}

/** The lessons by their names of a JSON object, in its order. Throws a LensError as readLesson does. */
export function readLessons(text: string): ReadonlyMap<string, Lesson> {
  return new Map(entriesOfJson(text).map(([name, value]) => [name, readLessonValue(value)]));
}

function readLessonValue(value: unknown): Lesson {
  requireVersion(value);
  const result = v.safeParse(lessonSchema, value);
  if (!result.success) throw new LensError(describe(result.issues[0]));
  return { ...result.output, parts: result.output.parts.map(readPart) };
}

/** The lesson with its scenes. `read` gives the scene of a file by its path relative to the lesson, or a LensError. */
export async function resolveLesson(
  { parts, ...rest }: Lesson,
  read: (path: string) => Promise<Scene>,
): Promise<ResolvedLesson> {
  const scenes: Scene[] = [];
  for (const [index, { scene, title, text, step, notes }] of parts.entries()) {
    let own = scene;
    try {
      if (typeof own === 'string') own = await read(own);
    } catch (error) {
      throw ofPart(index, error);
    }
    // What is pinned in the scene belongs to its own notes.
    const { pin, ...scenery } = own;
    scenes.push({
      ...scenery,
      ...(pin && !notes && { pin }),
      ...(title !== undefined && { title }),
      ...(text !== undefined && { text }),
      ...(step !== undefined && { step }),
      ...(notes && { notes }),
    });
  }
  return { ...rest, scenes };
}

function readPart(part: v.InferOutput<typeof lessonSchema>['parts'][number], index: number): LessonPart {
  const { scene } = part;
  try {
    part.notes?.forEach(requireQuestion);
    if (typeof scene !== 'string') return { ...part, scene: readSceneValue(scene) };
    if (isScenePath(scene)) return { ...part, scene };
    throw new LensError(msg('“{0}” is not the relative path of a {1} file', scene, sceneExtension));
  } catch (error) {
    throw ofPart(index, error);
  }
}

/** A relative path with forward slashes: a lesson is the same file on every system. */
function isScenePath(path: string): boolean {
  return path.endsWith(sceneExtension) && !/^[/\\]|^[a-z][\w+.-]*:|\\/i.test(path);
}

/** A LensError of a part with the number that the panel gives the part; another error as it is. */
function ofPart(index: number, error: unknown): unknown {
  return error instanceof LensError
    ? new LensError(msg('part {0} of the lesson: {1}', index + 1, error.detail))
    : error;
}

function requireVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LensError(msg('a lesson is a JSON object'));
  }
  const version = 'version' in value ? value.version : undefined;
  if (version === lessonVersion) return;
  if (typeof version === 'number' && version > lessonVersion) {
    throw new LensError(
      msg('the lesson has version {0}; this Layer Lens reads up to {1}. Update the extension', version, lessonVersion),
    );
  }
  throw new LensError(msg('the lesson has no valid version; supported: {0}', lessonVersion));
}

function describe(issue: v.BaseIssue<unknown>) {
  const place = v.getDotPath(issue) ?? '';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return msg('the lesson has an unknown entry {0}', place);
  }
  return msg('{0} in the lesson is {1}; expected: {2}', place, issue.received, issue.expected ?? '');
}
