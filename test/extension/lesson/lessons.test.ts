/** The lessons of the package are played by the product; a session plays a lesson. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ResolvedLesson } from '../../../core/lesson/Lesson';
import { lessonExtension } from '../../../core/lesson/Lesson';
import { readScene } from '../../../core/scene/readScene';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { LensError } from '../../../core/message';
import type { LessonState } from '../../../core/panel/protocol';
import type { Localized } from '../../../core/scene/Scene';
import { mementoOfPart } from '../../../extension/session/lesson/LessonRun';
import { FakePanel } from '../session/FakePanel';

const folder = join(import.meta.dirname, '../../../lessons');
const names = readdirSync(folder).map((file) => file.slice(0, -lessonExtension.length));

function load(name: string): Promise<ResolvedLesson> {
  const text = readFileSync(join(folder, `${name}${lessonExtension}`), 'utf8');
  return resolveLesson(readLesson(text), (path) =>
    Promise.resolve(readScene(readFileSync(join(folder, path), 'utf8'))),
  );
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function play(lesson: ResolvedLesson, part = 0, locale = 'en'): Promise<FakePanel> {
  const panel = new FakePanel();
  panel.openPart = (uri, to, before) => Promise.resolve(mementoOfPart(uri, lesson, to, locale, before));
  await panel.session.restore(mementoOfPart('file:///a', lesson, part, locale));
  panel.post({ type: 'ready' });
  return panel;
}

const lessonOf = (panel: FakePanel): LessonState => panel.state.lesson!;
const noteOf = (panel: FakePanel, index: number) => panel.layer.scene!.notes[index]!;

test('there are three lessons of about ten minutes', async () => {
  expect(names.sort()).toEqual(['backward', 'forward', 'pooling']);
  for (const name of names) expect((await load(name)).minutes).toBe(10);
});

describe.each(names)('the lesson %s', (name) => {
  test('the right options of its questions are not all at the same place', async () => {
    const { scenes } = await load(name);
    const places = scenes.flatMap(({ notes = [] }) => notes.flatMap(({ question }) => question?.answer ?? []));
    expect(places.length).toBeGreaterThan(2);
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  test('every part opens at its step; covered steps have a question', async () => {
    const lesson = await load(name);
    expect(lesson.scenes.length).toBeGreaterThan(4);
    for (const [part, scene] of lesson.scenes.entries()) {
      const panel = await play(lesson, part);
      expect(panel.state.error).toBeUndefined();
      expect(panel.layer.t).toBe(scene.step ?? 0);
      for (const [index, { step, cover, highlight = [] }] of scene.notes!.entries()) {
        expect(step, `${part} ${index}`).toBeLessThan(panel.layer.timeline.count);
        const frame = panel.seek(step);
        expect(frame.question !== undefined, `${part} ${index}`).toBe(cover ?? false);
        for (const { map, row, col, rows = 1, cols = 1 } of highlight) {
          expect(panel.map(map).boxes).toContainEqual({ row, col, rows, cols, style: 'link' });
        }
      }
    }
  });

  test('is in English and in Simplified Chinese', async () => {
    const { title, text, scenes } = await load(name);
    const texts: Localized[] = [title, text!];
    for (const scene of scenes) {
      texts.push(scene.title, scene.text!);
      for (const note of scene.notes!)
        texts.push(note.text, ...(note.question ? [note.question.prompt, note.question.why!] : []));
    }
    for (const each of texts) {
      if (typeof each === 'string') throw new Error(`one language only: ${each}`);
      expect(each['en']).toMatch(/\w/);
      expect(each['zh-cn'], each['en']).toMatch(/\p{Script=Han}|\d/u);
    }
  });
});

test('numbers that the lessons ask for are those of the layer', async () => {
  const backward = await load('backward');
  const adding = await play(backward, 0);
  adding.seek(3);
  expect(adding.map('dX').values[4]).toBe(10);
  const filter = await play(backward, 1);
  filter.seek(3);
  expect([filter.map('dW').values[0], filter.map('db').values[0]]).toEqual([12, 4]);
  const pooling = await load('pooling');
  const gradient = await play(pooling, 3);
  gradient.seek(3);
  expect(gradient.map('dX').values.reduce((a, b) => a + b, 0)).toBe(100);
  const average = await play(pooling, 5);
  average.seek(2);
  expect(average.map('dX').values[8]).toBe(3);
  const forward = await load('forward');
  const sizes = async (part: number) => {
    const panel = await play(forward, part);
    const { rows, cols } = panel.map('z');
    return [rows, cols];
  };
  expect([await sizes(0), await sizes(1), await sizes(3), await sizes(4)]).toEqual([
    [3, 3],
    [1, 2],
    [3, 3],
    [3, 3],
  ]);
});

describe('playing', () => {
  test('questions are checked, explained and counted, over the parts and a reload', async () => {
    const panel = await play(await load('backward'));
    expect(lessonOf(panel)).toMatchObject({ part: 0, closed: 0, right: 0 });
    expect(noteOf(panel, 2).question).toEqual({ prompt: 'What is its value after the fourth window?' });
    panel.post({ type: 'answerNote', note: 2, given: '9' });
    expect(noteOf(panel, 2).question).toMatchObject({ given: 'missed' });
    expect(noteOf(panel, 2).question).not.toHaveProperty('answer');
    panel.post({ type: 'answerNote', note: 2, given: '10.0' });
    expect(noteOf(panel, 2).question).toMatchObject({ given: 'late', answer: 10 });
    expect(lessonOf(panel)).toMatchObject({ closed: 1, right: 0 });
    panel.post({ type: 'openPart', part: 1 });
    await settle();
    expect(lessonOf(panel)).toMatchObject({ part: 1, closed: 1, right: 0 });
    panel.post({ type: 'answerNote', note: 1, given: '12' });
    expect(noteOf(panel, 1).question).toMatchObject({ given: 'right', answer: 12, why: '1 + 2 + 4 + 5 = 12.' });
    const again = new FakePanel();
    again.openPart = panel.openPart;
    again.post({ type: 'restore', memento: JSON.parse(JSON.stringify(panel.state.memento)) as unknown });
    await settle();
    expect(lessonOf(again)).toMatchObject({ part: 1, closed: 2, right: 1 });
    again.post({ type: 'openPart', part: 0 });
    await settle();
    expect(noteOf(again, 2).question).toMatchObject({ given: 'late' });
  });

  test('a covered step is answered as in a quiz, counts for the lesson and stays uncovered', async () => {
    const panel = await play(await load('pooling'));
    expect(panel.layer.quiz).toEqual({ by: 'scene', right: 0, asked: 0 });
    expect(panel.frame.question?.kind).toBe('maximum');
    panel.post({
      type: 'answer',
      generation: panel.generation,
      t: 0,
      given: { cells: [{ map: 'x', row: 0, col: 1 }] },
    });
    expect(lessonOf(panel)).toMatchObject({ closed: 1, right: 1 });
    expect(panel.seek(0).question).toBeUndefined();
    panel.post({ type: 'openPart', part: 1 });
    await settle();
    panel.post({ type: 'openPart', part: 0 });
    await settle();
    expect(panel.frame.question).toBeUndefined();
    expect(panel.seek(1).question?.kind).toBe('window');
  });

  test('a part that cannot be read leaves the present one, with the reason', async () => {
    const panel = await play(await load('forward'));
    panel.openPart = () => Promise.reject(new LensError({ text: 'part 2 of the lesson: gone', args: [] }));
    panel.post({ type: 'openPart', part: 1 });
    await settle();
    expect(panel.state.error?.message.text).toContain('gone');
    expect([lessonOf(panel).part, panel.layer.kind]).toEqual([0, 'layer']);
  });

  test('the user’s own quiz covers every step, and gives the scene’s covers back', async () => {
    const panel = await play(await load('forward'));
    expect(panel.frame.question).toBeUndefined();
    panel.post({ type: 'quiz', on: true });
    expect([panel.layer.quiz?.by, panel.frame.question?.kind]).toEqual(['user', 'value']);
    panel.post({ type: 'quiz', on: false });
    expect([panel.layer.quiz?.by, panel.frame.question]).toEqual(['scene', undefined]);
    expect(panel.seek(1).question?.kind).toBe('window');
  });
});

describe('writing notes', () => {
  const text = 'A_prev = [[1, 2, 3], [4, 5, 6]]\nW = [[1, 0], [0, -1]]';

  test('make a scene with questions, which is saved with its answers', () => {
    const panel = FakePanel.showing(text, 'conv');
    const question = { prompt: 'How many?', options: ['1', '2'], answer: 1, why: 'Count.' };
    panel.post({
      type: 'writeNote',
      generation: panel.generation,
      t: 1,
      note: { text: 'Look.', cover: true, question },
    });
    expect(noteOf(panel, 0)).toEqual({
      step: 1,
      text: 'Look.',
      cover: true,
      question: { prompt: 'How many?', options: ['1', '2'] },
    });
    expect(panel.seek(1).question).toBeDefined();
    expect(panel.session.scene()!.notes).toEqual([{ step: 1, text: 'Look.', cover: true, question }]);
  });

  test('the editor has the note of the step with its answer; saving replaces it, removing removes it', () => {
    const panel = FakePanel.showing(text, 'conv');
    const write = (note?: { text: string; cover: boolean; question?: { prompt: string; value: number } }) =>
      panel.post({ type: 'writeNote', generation: panel.generation, t: 0, ...(note && { note }) });
    write({ text: 'a', cover: false, question: { prompt: 'b', value: -4 } });
    panel.post({ type: 'editNote', generation: panel.generation, t: 0 });
    expect(panel.received.at(-1)).toMatchObject({
      type: 'editNote',
      t: 0,
      note: { text: 'a', cover: false, question: { prompt: 'b', value: -4 } },
    });
    write({ text: 'c', cover: false });
    expect(panel.layer.scene!.notes).toEqual([{ step: 0, text: 'c' }]);
    write();
    expect(panel.layer.scene!.notes).toEqual([]);
  });

  test('at another step size the note is at the same place', () => {
    const panel = FakePanel.showing(text, 'conv');
    panel.post({ type: 'writeNote', generation: panel.generation, t: 1, note: { text: 'x', cover: false } });
    panel.set('granularity', 'product');
    const step = noteOf(panel, 0).step;
    expect(step).toBeGreaterThan(1);
    panel.post({ type: 'writeNote', generation: panel.generation, t: step, note: { text: 'y', cover: false } });
    expect(panel.layer.scene!.notes).toEqual([{ step, text: 'y' }]);
    expect(panel.session.scene()!.notes).toEqual([{ step: 1, text: 'y' }]);
  });
});
