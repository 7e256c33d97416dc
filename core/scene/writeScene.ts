/** Scenes as text, and as links that hold the whole scene. */
import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { LensError, msg } from '../message';
import { shortest } from '../array/format';
import type { NdArray } from '../array/NdArray';
import { decodeBase64Url, encodeBase64Url } from './base64Url';
import { readScene } from './readScene';
import type { Scene, SceneArray } from './Scene';

/** Characters of a link: longer ones are cut off by operating systems and messengers. */
export const longestLink = 2000;

/** Bytes of a scene that a link unpacks to. */
const largestLinked = 1_000_000;

export function writeScene(scene: Scene): string {
  return writeJson(scene);
}

/** JSON with one line an entry; an array's numbers on one line. */
export function writeJson(content: object): string {
  const lists: string[] = [];
  const keepList = (_: string, value: unknown): unknown => {
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'number' || typeof each === 'string'))
      return value;
    lists.push(`[${value.map(elementText).join(', ')}]`);
    return `\u0000${lists.length - 1}\u0000`;
  };
  const text = JSON.stringify(content, keepList, 2);
  return `${text.replace(/"\\u0000(\d+)\\u0000"/g, (_, index: string) => lists[Number(index)]!)}\n`;
}

/** The bytes of a scene's file. */
export function sceneBytes(scene: Scene): Uint8Array {
  return strToU8(writeScene(scene));
}

export function sceneArray(array: NdArray, rest: Omit<SceneArray, 'shape' | 'values' | 'single'>): SceneArray {
  const single = array.data instanceof Float32Array;
  return {
    ...rest,
    shape: [...array.shape],
    values: Array.from(array.data, (value) =>
      Number.isFinite(value) ? value : Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity',
    ),
    ...(single && { single }),
  };
}

export function sceneToNdArray({ shape, values, single }: SceneArray): NdArray {
  const numbers = values.map(Number);
  return { shape, data: single ? Float32Array.from(numbers) : Float64Array.from(numbers) };
}

/** The scene as a part of an address: deflated, base64url. Throws a LensError for a scene that makes too long a link. */
export function packScene(scene: Scene): string {
  const packed = encodeBase64Url(zlibSync(strToU8(writeScene(scene)), { level: 9 }));
  if (packed.length <= longestLink) return packed;
  throw tooLong(packed.length);
}

function tooLong(length: number): LensError {
  return new LensError(
    msg('the scene is too large for a link: {0} characters; at most {1}. Save it as a file', length, longestLink),
  );
}

/** Throws a LensError for text that is not a packed scene. */
export function unpackScene(packed: string): Scene {
  if (packed.length > longestLink) throw tooLong(packed.length);
  let text: string;
  try {
    const bytes = decodeBase64Url(packed);
    text = strFromU8(unzlibSync(bytes!, { out: new Uint8Array(largestLinked) }));
  } catch {
    throw new LensError(msg('the link does not hold a whole scene'));
  }
  return readScene(text);
}

/** −0 is a number of its own; JSON.stringify writes 0 for it. */
function elementText(value: number | string): string {
  return typeof value === 'number' ? shortest(value) : JSON.stringify(value);
}
