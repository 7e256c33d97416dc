/** A custom editor's page shows what its scene or lesson contains, also while the text is edited. */
import { describe, expect, test } from 'vitest';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { LensError, formatMessage, msg } from '../../../core/message';
import { readScene } from '../../../core/scene/readScene';
import { mementoOfPart } from '../../../extension/session/lesson/LessonRun';
import { SceneDocument } from '../../../extension/session/document/SceneDocument';
import { mementoOfScene } from '../../../extension/session/scene/sceneMemento';
import { FakePanel } from '../session/FakePanel';

const scene = {
  version: 2,
  title: 'A sum',
  arrays: [
    { name: 'x', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
    { name: 'w', shape: [2, 2], values: [1, 1, 1, 1] },
  ],
  show: 'conv',
  step: 1,
  notes: [{ step: 1, text: 'The last window.' }],
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A page whose document has a text that tests change. */
function openPage(text: string, memento?: unknown) {
  const document = { text };
  const panel = new FakePanel();
  const read = () => Promise.resolve(document.text).then((each) => mementoOfScene(readScene(each), 'en'));
  panel.session.bindDocument(new SceneDocument('file:///a.layerlens.json', 'a.layerlens.json', read));
  panel.post(memento === undefined ? { type: 'ready' } : { type: 'restore', memento });
  const edit = async (change: object | string): Promise<void> => {
    document.text = typeof change === 'string' ? change : JSON.stringify({ ...scene, ...change });
    await panel.session.documentChanged();
  };
  return { panel, edit };
}

describe('the editor of a scene', () => {
  test('shows the scene at its step, with its note', async () => {
    const { panel } = openPage(JSON.stringify(scene));
    await settle();
    expect(panel.layer.t).toBe(1);
    expect(panel.map('z').values[1]).toBe(16);
    expect(panel.layer.scene!.notes.map(({ text }) => text)).toEqual(['The last window.']);
    expect(panel.session.scene()).toMatchObject({ title: 'A sum', step: 1 });
  });

  test('follows the text: the step and the options stay unless the text changes them', async () => {
    const { panel, edit } = openPage(JSON.stringify(scene));
    await settle();
    panel.seek(0);
    panel.set('pad', '1');
    await edit({ title: 'Another' });
    expect(panel.layer.t).toBe(0);
    expect(panel.session.scene()).toMatchObject({ title: 'Another', options: { pad: '1' } });
    await edit({ options: { stride: '1' } });
    expect(panel.layer.t).toBe(1);
    expect(panel.session.scene()!.options).toEqual({ stride: '1' });
  });

  test('an edit that breaks the text leaves the picture, with the reason; the next one is shown', async () => {
    const { panel, edit } = openPage(JSON.stringify(scene));
    await settle();
    await edit('{');
    expect(formatMessage(panel.state.error!.message)).toContain('the scene is not JSON');
    expect(panel.state.error).not.toHaveProperty('file');
    expect(panel.layer.t).toBe(1);
    await edit({ step: 0 });
    expect(panel.state.error).toBeUndefined();
    expect(panel.layer.t).toBe(0);
  });

  test('a broken file is named with its fault and opens as text', async () => {
    const { panel, edit } = openPage(JSON.stringify({ ...scene, version: 99 }));
    await settle();
    const { error } = panel.state;
    expect(error).toMatchObject({ file: 'a.layerlens.json', actions: ['openWith'] });
    expect(formatMessage(error!.message)).toContain('version 99');
    panel.post({ type: 'errorAction', action: 'openWith' });
    expect(panel.openedFiles).toEqual(['file:///a.layerlens.json']);
    await edit({});
    expect(panel.state.error).toBeUndefined();
    expect(panel.layer.t).toBe(1);
  });

  test('after a reload the user’s step returns, unless the file has changed meanwhile', async () => {
    const { panel } = openPage(JSON.stringify(scene));
    await settle();
    panel.seek(0);
    panel.set('pad', '1');
    const { memento } = panel.state;
    const same = openPage(JSON.stringify(scene), memento);
    await settle();
    expect([same.panel.layer.t, same.panel.layer.timeline.count]).toEqual([0, 12]);
    const changed = openPage(JSON.stringify({ ...scene, notes: [] }), memento);
    await settle();
    expect([changed.panel.layer.t, changed.panel.layer.timeline.count]).toEqual([1, 2]);
  });

  test('answers stay while the notes are the same', async () => {
    const notes = [{ step: 1, text: 'Sum', question: { prompt: 'The sum?', value: 16 } }];
    const { panel, edit } = openPage(JSON.stringify({ ...scene, notes }));
    await settle();
    panel.post({ type: 'answerNote', note: 0, given: '16' });
    const given = () => panel.layer.scene!.notes[0]!.question;
    expect(given()).toMatchObject({ given: 'right' });
    await edit({ notes, title: 'Another' });
    expect(given()).toMatchObject({ given: 'right' });
    await edit({ notes: [{ ...notes[0], text: 'Total' }] });
    expect(given()).not.toHaveProperty('given');
  });
});

test('the editor of a lesson plays it and stays in the part that is shown when the text is edited', async () => {
  const lesson = { version: 1, title: 'Two', parts: [{ scene }, { scene: { ...scene, title: 'B' }, title: 'Second' }] };
  const document = { text: JSON.stringify(lesson) };
  const uri = 'file:///a.layerlens-lesson.json';
  const noFile = (path: string) => Promise.reject(new LensError(msg('{0} cannot be read', path)));
  const panel = new FakePanel();
  panel.openPart = async (id, part, before) =>
    mementoOfPart(id, await resolveLesson(readLesson(document.text), noFile), part, 'en', before);
  const open = new SceneDocument(uri, 'a', (run) => panel.openPart(uri, run?.part ?? 0, run));
  panel.session.bindDocument(open);
  panel.post({ type: 'ready' });
  await settle();
  expect(panel.state.lesson).toMatchObject({ title: 'Two', part: 0 });
  panel.post({ type: 'openPart', part: 1 });
  await settle();
  document.text = document.text.replace('Second', 'Changed');
  await panel.session.documentChanged();
  expect(panel.state.lesson).toMatchObject({ part: 1, parts: ['A sum', 'Changed'] });
});
