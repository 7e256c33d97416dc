/** Requests of other programs as scenes: the same entries, checked the same way. */
import { LensError, msg } from '../../../core/message';
import { readSceneValue } from '../../../core/scene/readScene';
import { sceneVersion, type Scene, type SceneArray } from '../../../core/scene/Scene';

/** Numbers in C order; of a Float32Array and as `single`, they are float32. */
type RequestedArray = Omit<SceneArray, 'values'> & { readonly values: SceneArray['values'] | NumberArray };

type NumberArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint32Array
  | Uint16Array
  | Uint8Array
  | Uint8ClampedArray;

/** A scene's entries without its version; the title may be left out. */
export type SceneRequest = Omit<Partial<Scene>, 'version' | 'arrays'> & { readonly arrays?: readonly RequestedArray[] };

/** Throws a LensError that names what is wrong. */
export function sceneOfRequest(request: unknown, title: string): Scene {
  if (!isObject(request)) throw new LensError(msg('a scene is a JSON object'));
  const { arrays } = request;
  return readSceneValue({
    title,
    ...request,
    ...(Array.isArray(arrays) && { arrays: arrays.map(plainArray) }),
    version: sceneVersion,
  });
}

/** The code of a request to check. Throws a LensError for a value of another type. */
export function textOf(source: unknown): string {
  if (typeof source === 'string') return source;
  throw new LensError(msg('a string is needed, not {0}', source === null ? 'null' : typeof source));
}

/** An array with a list of values as a scene's file has it, in which NaN and the infinities are strings. */
function plainArray(array: unknown): unknown {
  if (!isObject(array)) return array;
  const { values } = array;
  if (Array.isArray(values)) return { ...array, values: values.map(plainValue) };
  if (!isNumberArray(values)) return array;
  return { ...(values instanceof Float32Array && { single: true }), ...array, values: Array.from(values, plainValue) };
}

function isNumberArray(value: unknown): value is NumberArray {
  return (
    ArrayBuffer.isView(value) &&
    'length' in value &&
    !(value instanceof BigInt64Array) &&
    !(value instanceof BigUint64Array)
  );
}

function plainValue(value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
