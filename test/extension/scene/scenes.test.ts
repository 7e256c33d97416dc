/** The scenes of the package are computed by the product, and open in a panel as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../../core/array/NdArray';
import { readScene, readScenes } from '../../../core/scene/readScene';
import { localizedText, sceneExtension, type Localized, type Scene } from '../../../core/scene/Scene';
import { formatMessage } from '../../../core/message';
import { checkCode, runCode } from '../../../core/check';
import { mementoOfScene } from '../../../extension/session/scene/sceneMemento';
import { sceneMap } from '../../../extension/session/scene/sceneMap';
import { FakePanel } from '../session/FakePanel';

const folder = join(import.meta.dirname, '../../../scenes');
const files = readdirSync(folder).sort();
const sceneNames = files.map((file) => file.slice(0, -sceneExtension.length));
const scenes = sceneNames.map((name): readonly [string, Scene] => [
  name,
  readScene(readFileSync(join(folder, `${name}${sceneExtension}`), 'utf8')),
]);

async function open(scene: Scene, locale = 'en'): Promise<FakePanel> {
  const panel = new FakePanel();
  await panel.session.restore(mementoOfScene(scene, locale));
  panel.post({ type: 'ready' });
  return panel;
}

test('the file of all scenes, as the package has it, gives the same scenes in the same order', () => {
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const together = JSON.stringify(
    Object.fromEntries(sceneNames.map((name, at) => [name, JSON.parse(texts[at]!) as unknown])),
  );
  expect([...readScenes(together)]).toEqual(scenes);
  expect(() => readScenes('{"a": {"version": 99}}')).toThrow(/version 99/);
});

describe.each(scenes)('%s', (_, scene) => {
  test('opens without an error at its step, and shows its first note there', async () => {
    const panel = await open(scene);
    expect(panel.state.error).toBeUndefined();
    const { content } = panel.state;
    if (content.kind !== 'layer') throw new Error('no layer');
    expect(content.t).toBe(scene.step ?? 0);
    for (const { step } of scene.notes ?? []) expect(step).toBeLessThan(content.timeline.count);
    expect(content.scene?.notes.map(({ step }) => step)).toEqual((scene.notes ?? []).map(({ step }) => step));
    expect(content.fields.filter(({ error }) => error)).toEqual([]);
    const unread = content.assumptions.map(({ message }) => formatMessage(message));
    expect(unread.filter((text) => text.includes('not supported') || text.includes('not used'))).toEqual([]);
  });

  test('has a picture for the gallery, and pins a cell of a map that it shows', async () => {
    const map = sceneMap(scene);
    expect(map.rows * map.cols).toBeGreaterThan(0);
    if (scene.picture) expect(map.id).toBe(scene.picture);
    const { pin } = scene;
    if (!pin) return;
    const panel = await open(scene);
    const { rows, cols } = panel.map(pin.map);
    expect([pin.row < rows, pin.col < cols]).toEqual([true, true]);
  });

  test('is in English and in Simplified Chinese', () => {
    const texts: Localized[] = [scene.title, scene.text!, ...(scene.notes ?? []).map(({ text }) => text)];
    for (const text of texts) {
      if (typeof text === 'string') throw new Error(`one language only: ${text}`);
      expect(text['en']).toMatch(/\w/);
      expect(text['zh-cn']).toMatch(/\p{Script=Han}/u);
    }
  });
});

test('notes that the text states: sums of overlapping gradients, the unread column', async () => {
  const scene = (name: string) => scenes.find(([each]) => each === name)![1];
  const adding = (await open(scene('31-gradients-add'))).map('dX');
  expect(adding.values[4]).toBe(10);
  const stride = await open(scene('06-stride'));
  const { generation } = stride.state;
  stride.post({ type: 'explain', generation, request: 1, cell: { map: 'x', row: 1, col: 5 }, t: 1 });
  const answer = stride.received.find((message) => message.type === 'explanation');
  expect(answer?.explanation?.steps).toEqual([]);
});

const mistakes = scenes.filter(([, { topic }]) => topic === 'mistake');

test('there are seven mistakes', () => {
  expect(mistakes).toHaveLength(7);
});

const named = [
  ['40-forgotten-stride', 'stride-ignored', 15],
  ['41-flipped-filter', 'flipped-kernel', 23],
  ['42-overwritten', 'not-accumulated', 21],
  ['43-no-bias', 'bias-missing', 23],
  ['44-swapped-axes', 'indices-swapped', 22],
  ['45-mask-one-only', 'wrong-function', 20],
  ['46-unpadded', 'padding-ignored', 14],
] as const;

test.each(named)('%s: the check names %s in line %i and repairs it, as the note states', (name, id, line) => {
  const { code } = mistakes.find(([each]) => each === name)![1];
  // The clock does not advance: the search of a repair does not depend on the machine's load.
  const [check] = checkCode(code!.text!, { now: () => 0 });
  expect([check!.agrees, check!.refused]).toEqual([false, false]);
  expect(check!.mistakes.map(({ id, line, verified }) => [id, line, verified])).toEqual([[id, line, true]]);
});

/** The result of a mistake's code. */
function resultOf(text: string): NdArray {
  const { Z, dA_prev: gradient } = runCode(text).variables;
  const result = Z ?? gradient;
  if (typeof result !== 'object') throw new Error('no array');
  return result;
}

/** What the notes of the mistakes state: cell, value of the layer, value of the scene's code. */
const stated = [
  ['41-flipped-filter', [0, 0, 0, 0], '1.08', '−1.41'],
  ['42-overwritten', [0, 1, 1, 0], '0.80', '−0.19'],
  ['43-no-bias', [0, 0, 0, 0], '1.08', '1.75'],
  ['44-swapped-axes', [0, 0, 1, 0], '−7.84', '−2.84'],
  ['46-unpadded', [0, 0, 0, 0], '1.08', '−2.13'],
] as const;

test.each(stated)(
  '%s: the note at its step states the values of the layer and of the code',
  async (name, at, right, wrong) => {
    const scene = scenes.find(([each]) => each === name)![1];
    const array = resultOf(scene.code!.text!);
    const [i, h, w, c] = at;
    const [, rows, cols, channels] = array.shape;
    const value = array.data[((i * rows! + h) * cols! + w) * channels! + c]!;
    const note = localizedText(scene.notes!.at(-1).text, 'en');
    expect(value.toFixed(2).replace('-', '−')).toBe(wrong);
    expect(note).toContain(wrong);
    expect(note).toContain(`**${right}**`);
    const panel = await open(scene);
    const shown = panel.map(name === '42-overwritten' ? 'dX' : 'z');
    expect(shown.values[h * shown.cols + w]!.toFixed(2).replace('-', '−')).toBe(right);
  },
);

test('the mean of Z does not show a flipped filter: both are 0.1148', () => {
  const mean = (text: string): string => {
    const { data } = resultOf(text);
    return (Array.from(data).reduce((sum, each) => sum + each, 0) / data.length).toFixed(4);
  };
  const text = scenes.find(([name]) => name === '41-flipped-filter')![1].code!.text!;
  expect([mean(text), mean(text.replace('W[::-1, :, :, c]', 'W[:, :, :, c]'))]).toEqual(['0.1148', '0.1148']);
});

test('a step size that the user chooses moves the notes to the same places', async () => {
  const panel = await open(scenes.find(([name]) => name === '01-conv-forward')![1]);
  panel.set('granularity', 'filter');
  const { content } = panel.state;
  expect(content.kind === 'layer' && content.scene?.notes.map(({ step }) => step)).toEqual([0, 1]);
});

test('a scene survives a reload of the window, and can be saved again', async () => {
  const [, scene] = scenes.find(([name]) => name === '31-gradients-add')!;
  const panel = await open(scene, 'zh-cn');
  const again = new FakePanel();
  again.post({ type: 'restore', memento: JSON.parse(JSON.stringify(panel.state.memento)) as unknown });
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { content } = again.state;
  expect(content.kind === 'layer' && content.scene?.notes[1]?.text).toContain('四个窗口');
  const saved = again.session.scene()!;
  expect(saved.code).toEqual(scene.code);
  expect([saved.step, saved.options, saved.pin]).toEqual([3, scene.options, scene.pin]);
});

test('arrays of a file are saved with their numbers', () => {
  const panel = new FakePanel();
  const array = { shape: [2, 2], data: Float64Array.of(1, NaN, -0, 4) };
  panel.session.open(
    { kind: 'arrays', name: 'x.npy', arrays: [{ array, range: [0, 0], dtype: 'float64' }] },
    'inspect',
  );
  panel.post({ type: 'ready' });
  const saved = panel.session.scene()!;
  expect(saved).toMatchObject({ title: 'x.npy', show: 'inspect', arrays: [{ shape: [2, 2], dtype: 'float64' }] });
});
