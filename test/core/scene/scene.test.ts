import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '../../../core/scene/base64Url';
import { readScene } from '../../../core/scene/readScene';
import { localizedText, noteEntries, sceneEntries, sceneVersions, type Scene } from '../../../core/scene/Scene';
import {
  sceneToNdArray,
  longestLink,
  packScene,
  sceneArray,
  unpackScene,
  writeScene,
} from '../../../core/scene/writeScene';

const versionOne = readFileSync(join(import.meta.dirname, 'versions', '1.layerlens.json'), 'utf8');
const versionTwo = readFileSync(join(import.meta.dirname, 'versions', '2.layerlens.json'), 'utf8');
const small: Scene = { version: 1, title: 'small', code: { language: 'python', text: 'A_prev = [[1, 2]]' } };
const changed = (change: object) => () => readScene(JSON.stringify({ ...small, ...change }));

test('version 1: every entry is read', () => {
  const scene = readScene(versionOne);
  const absent = Object.keys(sceneEntries).filter((entry) => !(entry in scene));
  expect(absent).toEqual(['code']);
  expect(sceneToNdArray(scene.arrays![0]!).data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, NaN));
  expect(scene.notes![1]).toEqual({ step: 3, text: 'One sum.', cover: true });
});

test('version 2: questions and highlighted cells are read', () => {
  const [first, second] = readScene(versionTwo).notes!;
  expect(Object.keys(noteEntries).filter((entry) => !(entry in first!))).toEqual(['cover']);
  expect(first!.question!.answer).toBe(1);
  expect(first!.highlight).toEqual([{ map: 'x', row: 0, col: 1, rows: 2, cols: 2 }]);
  expect(second!.question!.value).toBe(-4);
});

test('every version that was released has a file', () => {
  const files = readdirSync(join(import.meta.dirname, 'versions')).sort();
  expect(files).toEqual(sceneVersions.map((version) => `${version}.layerlens.json`));
});

test('the JSON schema has the same entries as the reader', () => {
  const file = join(import.meta.dirname, '../../../schemas/scene.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, { enum?: string[] }> };
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(sceneEntries).sort());
  const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as {
    definitions: { note: { properties: Record<string, unknown> } };
  };
  expect(Object.keys(definitions.note.properties).sort()).toEqual(Object.keys(noteEntries).sort());
  for (const topic of schema.properties['topic']!.enum!) expect(changed({ topic })).not.toThrow();
  for (const show of schema.properties['show']!.enum!) expect(changed({ show })).not.toThrow();
});

describe('what is wrong with a scene is named with its place', () => {
  test.each([
    ['{"version": 1,', 'the scene is not JSON'],
    ['[]', 'a scene is a JSON object'],
    ['{"title": "x"}', 'the scene has no valid version; supported: 1, 2'],
    ['{"version": 3, "shape": "new"}', 'version 3; this Layer Lens reads up to 2. Update the extension'],
    ['{"version": 1, "title": "x"}', 'the scene has neither code nor arrays'],
    ['{"version": 1, "title": "x", "code": {"language": "python"}}', 'code in the scene has no text'],
    ['{"version": 1, "arrays": []}', 'title in the scene is undefined'],
  ])('%s', (text, message) => {
    expect(() => readScene(text)).toThrow(message);
  });

  test('entries', () => {
    expect(changed({ step: -1 })).toThrow('step in the scene is -1; expected: >=0');
    expect(changed({ step: 'first' })).toThrow('step in the scene is "first"; expected: number');
    expect(changed({ colour: 'red' })).toThrow('the scene has an unknown entry colour');
    expect(changed({ notes: [{ step: 0 }] })).toThrow('notes.0.text in the scene');
    expect(changed({ arrays: [] })).toThrow('both code and arrays');
    const arrays = [{ name: 'W', shape: [2, 2], values: [1, 2, 3] }];
    expect(changed({ code: undefined, arrays })).toThrow(
      'W in the scene: shape (2, 2) holds 4 numbers, but there are 3',
    );
  });
});

test('written scenes read back: NaN, −0 and float32 too; numbers are on one line', () => {
  const data = Float32Array.of(0.1, -0, NaN, -Infinity);
  const arrays = [sceneArray({ shape: [2, 2], data }, { name: 'x' })];
  const scene: Scene = { version: 1, title: 'a', arrays };
  const text = writeScene(scene);
  expect(text).toContain('"values": [0.10000000149011612, -0, "NaN", "-Infinity"]');
  expect(sceneToNdArray(readScene(text).arrays![0]!)).toEqual({ shape: [2, 2], data });
  expect(readScene(writeScene(readScene(versionOne)))).toEqual(readScene(versionOne));
});

describe('links', () => {
  test('hold the whole scene', () => {
    const scene = readScene(versionOne);
    const packed = packScene(scene);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(unpackScene(packed)).toEqual(scene);
  });

  test('too large a scene is refused', () => {
    const values = Array.from({ length: 2000 }, (_, k) => Math.sin(k));
    const scene: Scene = { version: 1, title: 'large', arrays: [{ shape: [2000], values }] };
    const reason = `at most ${longestLink}. Save it as a file`;
    expect(() => packScene(scene)).toThrow(reason);
    expect(() => unpackScene('A'.repeat(longestLink + 1))).toThrow(reason);
  });

  test.each(['', 'a', 'not*base64', 'AAAA', 'A'.repeat(longestLink)])('broken: %s', (packed) => {
    expect(() => unpackScene(packed)).toThrow('the link does not hold a whole scene');
  });

  test('base64url of every length, as Node writes it', () => {
    for (let length = 0; length < 9; length++) {
      const bytes = Uint8Array.from({ length }, (_, k) => (k * 67 + 250) & 255);
      expect(encodeBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes);
    }
  });
});

test('texts: the locale, its language, English, any', () => {
  const text = { en: 'stride', 'zh-cn': '步幅', fr: 'pas' };
  expect(['zh-cn', 'zh-CN', 'fr-ca', 'de'].map((locale) => localizedText(text, locale))).toEqual([
    '步幅',
    '步幅',
    'pas',
    'stride',
  ]);
  expect(localizedText({ ja: 'ストライド' }, 'de')).toBe('ストライド');
  expect(localizedText('stride', 'zh-cn')).toBe('stride');
});
