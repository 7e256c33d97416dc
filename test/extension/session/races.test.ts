/** Loads, computations and the user's changes that overlap in time. */
import { describe, expect, it } from 'vitest';
import { formatMessage, LensError, msg } from '../../../core/message';
import type { NdArray } from '../../../core/index';
import type { Memento } from '../../../extension/session/memento';
import type { ArraySource, LensSource } from '../../../extension/session/source/LensSource';
import { FakePanel, textSource } from './FakePanel';

const pooling =
  'A_prev = [[1, 3, 2, 4], [5, 6, 1, 2], [7, 2, 9, 1], [0, 4, 3, 8]]\nhparameters = {"stride": 2, "f": 2}\n';
const doubled = pooling.replace('8]]', '16]]');
const files = { name: 'X.npy', uris: ['file:///X.npy'] };

describe('two loads at once: the later one is shown', () => {
  it('a text that is read while another source is opened does not replace it', async () => {
    const panel = FakePanel.showing(pooling, 'pool');
    const { finish } = slowTexts(panel);
    const updated = panel.session.updateText(text(doubled));
    panel.session.open(textSource(pooling), 'pool');
    finish(0);
    await updated;
    expect(lastInput(panel)).toBe(8);
  });

  it('of two texts that are read at once the one that was started later is shown, whichever is ready first', async () => {
    const panel = FakePanel.showing(pooling, 'pool');
    const { finish } = slowTexts(panel);
    const first = panel.session.updateText(text(pooling.replace('8]]', '99]]')));
    const second = panel.session.updateText(text(doubled));
    finish(1);
    await second;
    expect(lastInput(panel)).toBe(16);
    finish(0);
    await first;
    expect(lastInput(panel)).toBe(16);
  });

  it('a restored source that cannot be read leaves the source that was opened meanwhile, without an error', async () => {
    const memento = mementoOf(FakePanel.showing(pooling, 'pool'));
    const panel = new FakePanel();
    let refuse!: (error: Error) => void;
    panel.readFiles = () => new Promise((_resolve, reject) => (refuse = reject));
    panel.post({ type: 'restore', memento: { ...memento, source: { kind: 'files', ...files } } });
    panel.session.open(textSource(doubled), 'pool');
    expect(lastInput(panel)).toBe(16);
    refuse(new LensError(msg('{0} can no longer be read', 'X.npy')));
    await settled();
    expect(panel.state.error).toBeUndefined();
    expect(lastInput(panel)).toBe(16);
  });

  it.each([
    ['read', (answer: Answer) => answer.resolve(arrays())],
    ['refused', (answer: Answer) => answer.reject(new LensError(msg('{0} can no longer be read', 'X.npy')))],
  ])('results whose files are %s after another source was opened are not compared with it', async (_, finish) => {
    const panel = FakePanel.showing(pooling, 'pool');
    let answer!: Answer;
    panel.readFiles = () => new Promise((resolve, reject) => (answer = { resolve, reject }));
    const compared = panel.session.compareFiles(files);
    panel.session.open({ ...arrays(), name: 'other.npy' }, 'pool');
    finish(answer);
    await compared;
    expect(panel.layer.yours).toBeUndefined();
    expect(panel.state.error).toBeUndefined();
  });

  it('a panel that is closed while its source is read starts no computation', async () => {
    const panel = new FakePanel();
    let answer!: (source: ArraySource) => void;
    panel.readFiles = () => new Promise((resolve) => (answer = resolve));
    const opened = panel.session.openFiles(files, 'conv');
    panel.session.close();
    const gradient = { name: 'dZ', array: ones([1, 1, 1, 1]), range: [0, 0] as const };
    answer({ ...large(), arrays: [...large().arrays, gradient] });
    await opened;
    expect(panel.jobs).toHaveLength(0);
  });
});

describe('a memento is kept until its picture is there', () => {
  const kept = () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.set('mode', 'average');
    panel.seek(2);
    return { ...mementoOf(panel), t: 2, source: { kind: 'files' as const, ...files } };
  };

  it('files that cannot be read after a reload: the next reload, or “retry”, has the choices and the step', async () => {
    const memento = kept();
    const panel = new FakePanel();
    panel.post({ type: 'restore', memento });
    await settled();
    expect(panel.state.content.kind).toBe('empty');
    expect(panel.state.memento).toEqual(memento);
    panel.readFiles = () => Promise.resolve({ ...arrays(), files });
    panel.post({ type: 'errorAction', action: 'retry' });
    await settled();
    expect(panel.layer.t).toBe(2);
    expect(panel.field('mode')?.value).toBe('average');
  });

  it('files that can be read again later: so has their next version', async () => {
    const panel = new FakePanel();
    panel.post({ type: 'restore', memento: kept() });
    await settled();
    panel.readFiles = () => Promise.resolve({ ...arrays(), files });
    await panel.session.reload();
    expect(panel.layer.t).toBe(2);
    expect(panel.field('mode')?.value).toBe('average');
  });

  it('nothing is sent while the source is read: the page keeps its memento', async () => {
    const panel = new FakePanel();
    let answer!: (source: ArraySource) => void;
    panel.readFiles = () => new Promise((resolve) => (answer = resolve));
    panel.post({ type: 'restore', memento: kept() });
    panel.session.refresh();
    expect(panel.received).toEqual([]);
    answer({ ...arrays(), files });
    await settled();
    expect(panel.layer.t).toBe(2);
  });
});

describe('the user goes on while an output is computed', () => {
  it('the step and the channel that were chosen meanwhile stay', async () => {
    const panel = new FakePanel();
    panel.session.open(large(), 'conv');
    panel.post({ type: 'ready' });
    panel.set('pass', 'backward');
    expect(panel.jobs).toHaveLength(1);
    panel.seek(7);
    panel.set('example', '2');
    const { t } = panel.layer;
    panel.jobs[0]!.finish({ z: ones([300, 38, 38, 1]) });
    await settled();
    expect(panel.layer.fields[0]).toMatchObject({ id: 'pass', value: 'backward' });
    expect(panel.layer.t).toBe(t);
    expect(panel.field('example')?.value).toBe('2');
  });

  it('a field that is set while a new version of the source is computed: the picture is of that version', async () => {
    const panel = new FakePanel();
    panel.session.open(large(), 'conv');
    panel.post({ type: 'ready' });
    panel.set('pass', 'backward');
    panel.jobs[0]!.finish({ z: ones([300, 38, 38, 1]) });
    await settled();
    panel.session.update(large(5));
    expect(panel.jobs).toHaveLength(2);
    panel.set('pass', 'forward');
    expect(panel.jobs[1]!.cancelled).toBe(true);
    expect(panel.layer.fields[0]).toMatchObject({ id: 'pass', value: 'forward' });
    expect(panel.map('x').values[0]).toBe(5);
  });

  it('a text that is edited while it is read has no linked numbers until it is read again', async () => {
    const panel = FakePanel.showing(pooling, 'pool');
    const { finish } = slowTexts(panel);
    panel.session.textChanged();
    const updated = panel.session.updateText(text(doubled));
    panel.session.textChanged();
    finish(0);
    await updated;
    expect(lastInput(panel)).toBe(16);
    panel.post({ type: 'editElement', role: 'x', index: 0, text: '5' });
    expect(panel.editorCalls).toEqual([]);
  });
});

describe('a value that is chosen while the text cannot be read', () => {
  const broken = 'A_prev = [[1, 3, 2, 4], [5, 6';

  it('changes the last good picture, and the error of the text stays', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.session.update(textSource(broken));
    const error = formatMessage(panel.state.error!.message);
    panel.set('mode', 'average');
    expect(panel.field('mode')?.value).toBe('average');
    expect(formatMessage(panel.state.error!.message)).toBe(error);
  });

  it('with which the present text can be shown shows the present text', () => {
    const call = 'A = pool_forward(A_prev, {"f": 2, "stride": 1}, "max")\n';
    const panel = FakePanel.showing(`A_prev = np.arange(16.0).reshape(1, 4, 4, 1)\n${call}`, 'pool');
    panel.set('kernel', '4');
    panel.session.update(textSource(`A_prev = np.array([[[[1], [3]], [[5], [16]]]])\n${call}`));
    expect(panel.state.error).toBeDefined();
    expect(panel.map('x').values).toHaveLength(16);
    panel.set('kernel', '2');
    expect(panel.state.error).toBeUndefined();
    expect([...panel.map('x').values]).toEqual([1, 3, 5, 16]);
  });
});

interface Answer {
  readonly resolve: (source: ArraySource) => void;
  readonly reject: (error: Error) => void;
}

/** Texts whose reading ends when the test calls `finish`. */
function slowTexts(panel: FakePanel): { readonly finish: (index: number) => void } {
  const readings: (() => void)[] = [];
  panel.readText = () => new Promise<void>((resolve) => void readings.push(resolve));
  return { finish: (index) => readings[index]!() };
}

function text(content: string) {
  const source = textSource(content);
  if (source.kind !== 'text') throw new Error('expected a text');
  return source;
}

function lastInput(panel: FakePanel): number | undefined {
  return [...panel.map('x').values].at(-1);
}

function mementoOf(panel: FakePanel): Memento {
  return structuredClone(panel.state.memento) as Memento;
}

function arrays(): ArraySource {
  const data = Float64Array.from({ length: 16 }, (_, k) => k);
  return {
    kind: 'arrays',
    name: 'X.npy',
    arrays: [{ name: 'A_prev', array: { shape: [4, 4], data }, range: [0, 0] }],
  };
}

/** A convolution whose output is computed on a worker. */
function large(value = 1): Extract<LensSource, { kind: 'arrays' }> {
  return {
    kind: 'arrays',
    name: 'large.npz',
    arrays: [
      { name: 'x', array: ones([300, 44, 44, 1], value), range: [0, 0] },
      { name: 'W', array: ones([7, 7, 1, 1]), range: [0, 0] },
    ],
  };
}

function ones(shape: readonly number[], value = 1): NdArray {
  return { shape, data: new Float32Array(shape.reduce((product, extent) => product * extent, 1)).fill(value) };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
