/** A panel that shows files: while they are read, when they cannot be, after a reload, and when they change. */
import { expect, test } from 'vitest';
import { ndarray, type NdArray } from '../../../core/array/NdArray';
import { LensError, msg } from '../../../core/message';
import { readMemento } from '../../../extension/session/memento';
import type { ArraySource, FileOrigin } from '../../../extension/session/source/LensSource';
import { FakePanel } from '../session/FakePanel';

const files: FileOrigin = { name: 'T.npy', uris: ['file:///T.npy'] };
const array = (first: number): NdArray =>
  ndarray(
    [2, 3, 5],
    Float64Array.from({ length: 30 }, (_, k) => first + k),
  );

const sourceOf = (value: NdArray, origin = files): ArraySource => ({
  kind: 'arrays',
  name: origin.name,
  files: origin,
  arrays: [{ name: 'T', array: value, range: [0, 0] }],
});

/** Every read waits until the test lets it end. */
function makePanel() {
  const panel = new FakePanel();
  const reads: { resolve: (source: ArraySource) => void; reject: (error: Error) => void }[] = [];
  panel.readFiles = () => new Promise((resolve, reject) => reads.push({ resolve, reject }));
  return { panel, reads };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

test('a custom editor reads its file when its page sends its first message, with progress until it is there', async () => {
  const { panel, reads } = makePanel();
  panel.session.bind(files);
  expect(reads).toHaveLength(0);
  panel.post({ type: 'ready' });
  expect(panel.state).toMatchObject({ progress: -1, content: { kind: 'empty' } });
  reads[0]!.resolve(sourceOf(array(0)));
  await settled();
  expect(panel.inspect.map.values[0]).toBe(0);
  expect(panel.state.progress).toBeUndefined();
});

test('the page that VS Code restores gets its file again, with the slice it showed', async () => {
  const { panel, reads } = makePanel();
  panel.session.bind(files);
  panel.post({ type: 'ready' });
  reads[0]!.resolve(sourceOf(array(0)));
  await settled();
  panel.set('index0', '1');
  const { memento } = panel.state;
  expect(readMemento(memento)?.source).toEqual({ kind: 'files', ...files });

  const { panel: again, reads: readAgain } = makePanel();
  const renamed: FileOrigin = { name: 'renamed.npy', uris: ['file:///renamed.npy'] };
  again.session.bind(renamed);
  again.post({ type: 'restore', memento });
  readAgain[0]!.resolve(sourceOf(array(0), renamed));
  await settled();
  expect(again.inspect.map.title).toBe('T[1, :, :]');
  expect(again.session.title).toBe('renamed.npy');
});

test('an invalid memento is ignored', async () => {
  const { panel, reads } = makePanel();
  panel.session.bind(files);
  panel.post({ type: 'restore', memento: { version: 7 } });
  reads[0]!.resolve(sourceOf(array(0)));
  await settled();
  expect(panel.state.content.kind).toBe('inspect');
});

test('a broken file is reported with the reason; once it is repaired it is shown', async () => {
  const { panel, reads } = makePanel();
  panel.session.bind(files);
  panel.post({ type: 'ready' });
  reads[0]!.reject(new LensError(msg('the file is truncated: its header is incomplete')));
  await settled();
  expect(panel.state).toMatchObject({
    content: { kind: 'empty' },
    error: { message: { text: 'the file is truncated: its header is incomplete' } },
  });
  expect(panel.state.progress).toBeUndefined();
  void panel.session.reload();
  reads[1]!.resolve(sourceOf(array(0)));
  await settled();
  expect(panel.state.error).toBeUndefined();
  expect(panel.inspect.map.values[0]).toBe(0);
});

test('a changed file keeps the slice; the newest of two reads counts; a broken one leaves the picture', async () => {
  const { panel, reads } = makePanel();
  void panel.session.openFiles(files, 'inspect');
  panel.post({ type: 'ready' });
  reads[0]!.resolve(sourceOf(array(0)));
  await settled();
  panel.set('index0', '1');
  void panel.session.reload();
  void panel.session.reload();
  reads[2]!.resolve(sourceOf(array(200)));
  reads[1]!.resolve(sourceOf(array(100)));
  await settled();
  expect(panel.inspect.map.values[0]).toBe(215);
  void panel.session.reload();
  reads[3]!.reject(new LensError(msg('the file is truncated: its header is incomplete')));
  await settled();
  expect(panel.inspect.map.values[0]).toBe(215);
  expect(panel.state.error).toBeDefined();
});

test('a second file takes the place of one that is still being read', async () => {
  const { panel, reads } = makePanel();
  panel.post({ type: 'ready' });
  const other: FileOrigin = { name: 'U.npy', uris: ['file:///U.npy'] };
  void panel.session.openFiles(files, 'inspect');
  void panel.session.openFiles(other, 'inspect');
  expect(panel.session.key).toBe('files:file:///U.npy');
  reads[1]!.resolve(sourceOf(array(7), other));
  reads[0]!.resolve(sourceOf(array(0)));
  await settled();
  expect(panel.inspect.map.values[0]).toBe(7);
  expect(panel.session.files).toEqual(other);
});
