import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lessonEntries, partEntries, type Lesson } from '../../../core/lesson/Lesson';
import { readScene } from '../../../core/scene/readScene';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { newLesson, withMovedPart, withoutPart, withPart, writeLesson } from '../../../core/lesson/writeLesson';
import type { Scene } from '../../../core/scene/Scene';

const scene = (title: string): Scene => ({ version: 2, title, code: { language: 'python', text: 'A_prev = [[1]]' } });
const lesson = (...titles: string[]): Lesson => ({
  version: 1,
  title: 'lesson',
  parts: titles.map((title) => ({ scene: scene(title) })),
});
const titles = ({ parts }: Lesson) => parts.map((part) => (part.scene as Scene).title);
const noFile = () => Promise.reject(new Error('no file'));

test('version 1: every entry is read, and parts take the place of the scene’s entries', async () => {
  const folder = join(import.meta.dirname, 'versions');
  const read = readLesson(readFileSync(join(folder, '1.layerlens-lesson.json'), 'utf8'));
  expect(Object.keys(lessonEntries).filter((entry) => !(entry in read))).toEqual([]);
  expect(Object.keys(partEntries).filter((entry) => !(entry in read.parts[0]!))).toEqual([]);
  const paths: string[] = [];
  const { scenes } = await resolveLesson(read, (path) => {
    paths.push(path);
    return Promise.resolve(readScene(readFileSync(join(folder, path), 'utf8')));
  });
  expect(paths).toEqual(['../../scene/versions/2.layerlens.json']);
  expect(scenes[0]).toMatchObject({
    title: 'First part',
    text: 'Step once.',
    step: 0,
    notes: [{ text: 'Other note.' }],
  });
  expect(scenes[0]!.code!.text).toContain('A_prev');
  expect(scenes[1]).toMatchObject({ title: 'inside', arrays: [{ name: 'A_prev' }] });
});

test('the JSON schema has the same entries as the reader', () => {
  const file = join(import.meta.dirname, '../../../schemas/lesson.schema.json');
  const { properties } = JSON.parse(readFileSync(file, 'utf8')) as {
    properties: { parts: { items: { properties: object } } };
  };
  expect(Object.keys(properties).sort()).toEqual(Object.keys(lessonEntries).sort());
  expect(Object.keys(properties.parts.items.properties).sort()).toEqual(Object.keys(partEntries).sort());
});

describe('what is wrong with a lesson is named with its place', () => {
  const changed = (part: object) => JSON.stringify({ ...lesson('a'), parts: [{ scene: scene('a') }, part] });
  test.each([
    ['{', 'the lesson is not JSON'],
    ['[]', 'a lesson is a JSON object'],
    ['{"title": "x"}', 'the lesson has no valid version; supported: 1'],
    ['{"version": 2}', 'version 2; this Layer Lens reads up to 1. Update the extension'],
    ['{"version": 1, "title": "x", "parts": []}', 'parts in the lesson is 0'],
    ['{"version": 1, "title": "x", "parts": [{"scene": "a.layerlens.json", "not": 1}]}', 'unknown entry parts.0.not'],
    [changed({ scene: 'notes.txt' }), 'part 2 of the lesson: “notes.txt” is not the relative path of a'],
    [changed({ scene: 'file:///a.layerlens.json' }), 'is not the relative path'],
    [changed({ scene: '/a.layerlens.json' }), 'is not the relative path'],
    [changed({ scene: { version: 2, title: 'x' } }), 'part 2 of the lesson: the scene has neither code nor arrays'],
    [
      changed({ scene: scene('a'), notes: [{ step: 0, text: '', question: { prompt: '?', options: ['a', 'b'] } }] }),
      'part 2 of the lesson: notes.0.question needs the index of its right option as answer, 0 to 1',
    ],
  ])('%s', (text, message) => {
    expect(() => readLesson(text)).toThrow(message);
  });

  test('a broken scene file is named by its part', async () => {
    const parts = [{ scene: scene('a') }, { scene: 'b.layerlens.json' }];
    const resolved = resolveLesson({ ...lesson(), parts }, () =>
      Promise.resolve().then(() => readScene('{"version": 9}')),
    );
    await expect(resolved).rejects.toThrow('part 2 of the lesson: the scene has version 9');
  });
});

test('scenes are added, moved and removed; the last one stays', async () => {
  const three = withPart(withPart(newLesson('lesson', scene('a')), scene('b')), scene('c'));
  expect(titles(three)).toEqual(['a', 'b', 'c']);
  expect(titles(withMovedPart(three, 2, 0))).toEqual(['c', 'a', 'b']);
  expect(titles(withMovedPart(three, 0, 1))).toEqual(['b', 'a', 'c']);
  expect(titles(withMovedPart(three, 0, -1))).toEqual(['a', 'b', 'c']);
  expect(titles(withoutPart(three, 1))).toEqual(['a', 'c']);
  const one = newLesson('lesson', scene('a'));
  expect(withoutPart(one, 0)).toBe(one);
  const again = await resolveLesson(readLesson(writeLesson(three)), noFile);
  expect(again.scenes).toEqual([scene('a'), scene('b'), scene('c')]);
});
