/** The numbers that the notes of the photograph's scene state are those of the layer. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScene } from '../../../core/scene/readScene';
import { localizedText } from '../../../core/scene/Scene';
import { mementoOfScene } from '../../../extension/session/scene/sceneMemento';
import { sceneMap } from '../../../extension/session/scene/sceneMap';
import { FakePanel } from '../session/FakePanel';

const scene = readScene(readFileSync('scenes/04-edges.layerlens.json', 'utf8'));
const notes = scene.notes!;

async function open(code: string): Promise<FakePanel> {
  const panel = new FakePanel();
  await panel.session.restore(mementoOfScene({ ...scene, code: { language: 'python', text: code } }, 'en'));
  panel.post({ type: 'ready' });
  return panel;
}

/** Value of the 44 × 70 output that a note is about: one step computes one of its cells. */
function valueAt(panel: FakePanel, note: number): number {
  panel.seek(panel.layer.timeline.count - 1);
  return panel.map('z').values[notes[note]!.step]!;
}

test('the gallery shows the photograph in its colours: 46 × 72 pixels of three bytes', () => {
  const { rows, cols, picture } = sceneMap(scene);
  expect([rows, cols, picture?.length]).toEqual([46, 72, 46 * 72 * 3]);
});

test('notes: near 0 on the wall, 1539 at the mug, −835 at the shadow, 0 at a horizontal edge', async () => {
  const panel = await open(scene.code!.text!);
  expect([0, 1, 2, 3].map((note) => valueAt(panel, note))).toEqual([0, 1539, -835, 0]);
  expect(Math.max(...panel.map('z').values)).toBe(1539);
  expect(localizedText(notes[1]!.text, 'en')).toContain('1539');
  expect(localizedText(notes[2]!.text, 'en')).toContain('−835');
});

test('with the transposed filter the horizontal edge has the value of its note', async () => {
  const panel = await open(scene.code!.text!.replace(').reshape(3, 3, 1, 1)', ').T.reshape(3, 3, 1, 1)'));
  expect(valueAt(panel, 3)).toBe(-540);
  expect(localizedText(notes[3]!.text, 'en')).toContain('−540');
});
