/** Reads scenes; what is wrong with one is named with its place. */
import * as v from 'valibot';
import { formatShape, sizeOf } from '../array/NdArray';
import { LensError, msg } from '../message';
import { sceneSchema, sceneVersion, sceneVersions, type Scene, type SceneNote } from './Scene';
import { entriesOfJson } from './entriesOfJson';

/** Throws a LensError for text that is not a scene of a known version. */
export function readScene(text: string): Scene {
  return readSceneValue(parse(text));
}

/** The scenes by their names of a JSON object, in its order. Throws a LensError as readScene does. */
export function readScenes(text: string): ReadonlyMap<string, Scene> {
  return new Map(entriesOfJson(text).map(([name, value]) => [name, readSceneValue(value)]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LensError(msg('the scene is not JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
}

/** As `readScene`, for parsed JSON. */
export function readSceneValue(value: unknown): Scene {
  requireVersion(value);
  const result = v.safeParse(sceneSchema, value);
  if (!result.success) throw new LensError(describeIssue(result.issues[0]));
  requireContents(result.output);
  return result.output;
}

function requireVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LensError(msg('a scene is a JSON object'));
  }
  const version = 'version' in value ? value.version : undefined;
  if (sceneVersions.some((known) => known === version)) return;
  if (typeof version === 'number' && version > sceneVersion) {
    throw new LensError(
      msg('the scene has version {0}; this Layer Lens reads up to {1}. Update the extension', version, sceneVersion),
    );
  }
  throw new LensError(msg('the scene has no valid version; supported: {0}', sceneVersions.join(', ')));
}

function describeIssue(issue: v.BaseIssue<unknown>) {
  const place = v.getDotPath(issue) ?? '';
  // An entry that is not in the format.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return msg('the scene has an unknown entry {0}', place);
  }
  return msg('{0} in the scene is {1}; expected: {2}', place, issue.received, issue.expected ?? '');
}

function requireContents({ version, code, arrays, notes = [] }: Scene): void {
  if (!code && !arrays) throw new LensError(msg('the scene has neither code nor arrays'));
  if (code && arrays) throw new LensError(msg('the scene has both code and arrays; only one of them can be shown'));
  if (code && code.text === undefined && !code.pieces?.length)
    throw new LensError(msg('code in the scene has no text'));
  for (const [index, { name, shape, values }] of (arrays ?? []).entries()) {
    if (sizeOf(shape) === values.length) continue;
    const place = name ?? `arrays.${index}`;
    throw new LensError(
      msg(
        '{0} in the scene: shape {1} holds {2} number{2||s}, but there {3|is|are} {3}',
        place,
        formatShape(shape),
        sizeOf(shape),
        values.length,
      ),
    );
  }
  if (version === 1 && notes.some(({ question, highlight }) => question ?? highlight))
    throw new LensError(msg('questions and highlighted cells need version {0} of the scene', sceneVersion));
  notes.forEach(requireQuestion);
}

/** Throws a LensError for a note whose question has no answer. `index`: of the note. */
export function requireQuestion({ question }: SceneNote, index: number): void {
  if (!question) return;
  const place = `notes.${index}.question`;
  const { options, answer, value } = question;
  if ((options === undefined) === (value === undefined))
    throw new LensError(msg('{0} needs either options or a value', place));
  if (options && (answer === undefined || answer >= options.length))
    throw new LensError(msg('{0} needs the index of its right option as answer, 0 to {1}', place, options.length - 1));
}
