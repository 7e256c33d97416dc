/** Every lesson of the package, played from its first part to its last, with right and with wrong answers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lessonExtension } from '../../../core/lesson/Lesson';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { ask } from '../../../core/quiz/ask';
import { readScene } from '../../../core/scene/readScene';
import type { SceneNote } from '../../../core/scene/Scene';
import { mementoOfPart } from '../../../extension/session/lesson/LessonRun';
import type { LayerPicture } from '../../../extension/session/picture/LayerPicture';
import { plainStepper } from '../../../extension/session/quiz/answerQuestion';
import { FakePanel } from '../session/FakePanel';

const folder = join(import.meta.dirname, '../../../lessons');
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The true answer of a covered step, as a student would give it. */
function answerOf(panel: FakePanel, t: number) {
  const picture = panel.session.picture as LayerPicture;
  const { answer } = ask(plainStepper(picture), t, picture.view)!;
  return answer.kind === 'value'
    ? { value: String(Number(answer.value.toFixed(2))), cells: [] }
    : { cells: answer.cells.map(({ map, row, col }) => ({ map, row, col })) };
}

/** Answers what a note asks, before that wrongly unless `knows`. */
function answerNote(panel: FakePanel, note: number, { step, cover, question }: SceneNote, knows: boolean): void {
  if (cover) {
    const { generation } = panel;
    const frame = panel.seek(step);
    expect(frame.question, `step ${step}`).toBeDefined();
    const given = answerOf(panel, step);
    if (!knows) {
      panel.post({ type: 'answer', generation, t: step, given: { value: '12345', cells: [] } });
      expect(panel.received.filter(({ type }) => type === 'verdict').at(-1)).toMatchObject({ right: false });
    }
    panel.post({ type: 'answer', generation: panel.generation, t: step, given });
    expect(panel.seek(step).question).toBeUndefined();
  }
  if (question) {
    const { options, answer = 0, value } = question;
    const wrong = options ? String((answer + 1) % options.length) : '12345';
    if (!knows) panel.post({ type: 'answerNote', note, given: wrong });
    panel.post({ type: 'answerNote', note, given: String(options ? answer : value) });
    expect(panel.layer.scene!.notes[note]!.question).toMatchObject({ given: knows ? 'right' : 'late' });
  }
}

describe.each(readdirSync(folder))('%s', (file) => {
  test.each([
    { name: 'right at once', knows: true },
    { name: 'wrong first', knows: false },
  ])('answers that are $name', async ({ knows }) => {
    const lesson = await resolveLesson(readLesson(readFileSync(join(folder, file), 'utf8')), (path) =>
      Promise.resolve(readScene(readFileSync(join(folder, path), 'utf8'))),
    );
    const panel = new FakePanel();
    panel.openPart = (uri, to, before) => Promise.resolve(mementoOfPart(uri, lesson, to, 'en', before));
    await panel.session.restore(mementoOfPart(file, lesson, 0, 'en'));
    panel.post({ type: 'ready' });
    for (const [part, scene] of lesson.scenes.entries()) {
      if (part > 0) {
        panel.post({ type: 'openPart', part });
        await settle();
      }
      expect(panel.state.lesson).toMatchObject({ part, parts: expect.any(Array) as unknown });
      const notes = [...scene.notes!].sort((a, b) => a.step - b.step);
      for (const [index, note] of notes.entries()) answerNote(panel, index, note, knows);
    }
    const { questions, closed, right } = panel.state.lesson!;
    expect(file.endsWith(lessonExtension) && questions).toBeGreaterThan(5);
    expect([closed, right]).toEqual([questions, knows ? questions : 0]);
  });
});
