/** A session driven by a fake panel, without VS Code. */
import { describe, expect, it, vi } from 'vitest';
import { formatMessage, LensError, msg } from '../../../core/message';
import { conv2d, pool2dBackward, type NdArray } from '../../../core/index';
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import { conv2dSlice } from '../../../core/layer/slice/convSlice';
import type { StateMessage } from '../../../core/panel/protocol';
import { readMemento } from '../../../extension/session/memento';
import { CancelledError } from '../../../extension/session/compute/LayerComputer';
import type { LensSource } from '../../../extension/session/source/LensSource';
import { FakePanel, textSource } from './FakePanel';
import { itemsOf } from '../../../core/step/shared/stage';

const image = 'A_prev = [[1, 3, 2, 4], [5, 6, 1, 2], [7, 2, 9, 1], [0, 4, 3, 8]]';
const pooling = `${image}\nhparameters = {"stride": 2, "f": 2}\n`;
const backward = `${image}\ndA = [[0.5, -1, 2], [1, 0.25, -0.5], [3, 1, -2]]\nhparameters = {"stride": 1, "f": 2}\n`;

describe('keyboard focus and commands', () => {
  const types = (panel: FakePanel) => panel.received.map(({ type }) => type);

  it('focus is asked for once, after the first picture, and only while the panel is active', () => {
    const panel = new FakePanel();
    panel.session.open(textSource(pooling), 'pool');
    panel.session.takeFocus();
    panel.post({ type: 'ready' });
    panel.set('stride', '1');
    expect(types(panel)).toEqual(['state', 'frames', 'focus', 'state', 'frames']);
  });

  it('a panel that is not active gets the focus when it becomes active, and no longer once it was left', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.active = false;
    panel.session.takeFocus();
    expect(types(panel)).not.toContain('focus');
    panel.active = true;
    panel.session.activated(true);
    expect(types(panel).at(-1)).toBe('focus');
    panel.active = false;
    panel.session.takeFocus();
    panel.session.activated(false);
    panel.active = true;
    panel.session.activated(true);
    expect(types(panel).filter((type) => type === 'focus')).toHaveLength(1);
  });

  it('a command moves the timeline of a panel that has loaded', () => {
    const panel = new FakePanel();
    panel.session.open(textSource(pooling), 'pool');
    panel.session.navigate('next');
    panel.post({ type: 'ready' });
    panel.session.navigate('next');
    expect(panel.received.at(-1)).toEqual({ type: 'navigate', generation: panel.generation, to: 'next' });
    expect(types(panel)).not.toContain('focus');
  });
});

describe('the panel sends the first message', () => {
  it('nothing is sent before ready; then a whole state and the frame of its step', () => {
    const panel = new FakePanel();
    panel.session.open(textSource(pooling), 'pool');
    expect(panel.received).toEqual([]);
    panel.post({ type: 'ready' });
    expect(panel.received.map(({ type }) => type)).toEqual(['state', 'frames']);
    expect(panel.frame.t).toBe(0);
    expect(panel.layer.timeline.count).toBe(4);
  });

  it('a second ready (the panel was hidden) repeats everything under a new generation, at the same step', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(2);
    const before = panel.generation;
    panel.post({ type: 'ready' });
    expect(panel.generation).toBeGreaterThan(before);
    expect(panel.layer.t).toBe(2);
    expect(panel.frame.t).toBe(2);
  });

  it('messages of another form are refused and logged, intents of an old generation ignored', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.session.receive({ type: 'seek', generation: panel.generation, t: 'two', number: 1 });
    panel.session.receive({ type: 'launch' });
    panel.session.receive(null);
    expect(panel.logged).toHaveLength(3);
    panel.post({ type: 'seek', generation: panel.generation - 1, t: 3, number: 1 });
    expect(panel.received).toHaveLength(2);
  });

  it('a state names the last seek that was received, one of an older generation too', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(1);
    panel.seek(2);
    panel.session.refresh();
    expect(panel.state.lastSeek).toBe(2);
    panel.post({ type: 'seek', generation: panel.generation - 1, t: 3, number: 3 });
    panel.session.refresh();
    expect(panel.state.lastSeek).toBe(3);
  });

  it('a state names the last change of a field that it answers, refused ones too; a new page counts from the beginning', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.set('stride', '2');
    expect(panel.state.lastField).toBe(1);
    panel.set('stride', 'two');
    expect(panel.state.lastField).toBe(2);
    panel.session.refresh();
    expect(panel.state.lastField).toBe(2);
    panel.post({ type: 'ready' });
    expect(panel.state.lastField).toBe(0);
  });
});

describe('steps', () => {
  it('the last step shows the whole gradient', () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.seek(panel.layer.timeline.count - 1);
    const x = { shape: [1, 4, 4, 1], data: Float64Array.of(1, 3, 2, 4, 5, 6, 1, 2, 7, 2, 9, 1, 0, 4, 3, 8) };
    const dA = { shape: [1, 3, 3, 1], data: Float64Array.of(0.5, -1, 2, 1, 0.25, -0.5, 3, 1, -2) };
    const { data } = pool2dBackward(dA, x, { mode: 'max', kernel: 2, stride: 1 });
    expect([...panel.map('dX').values]).toEqual([...data]);
  });

  it('frames asked for ahead are sent once, both ends included', () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.post({ type: 'wantFrames', generation: panel.generation, from: 0, to: 5 });
    expect([...panel.frames.keys()]).toEqual([0, 1, 2, 3, 4, 5]);
    const messages = panel.received.length;
    panel.seek(4);
    expect(panel.received).toHaveLength(messages);
    panel.post({ type: 'wantFrames', generation: panel.generation, from: 7, to: 99 });
    expect([...panel.frames.keys()]).toEqual([0, 1, 2, 3, 4, 5, 7, 8]);
  });

  it('any order of asking gives the same frames', () => {
    const forth = FakePanel.showing(backward, 'pool');
    const back = FakePanel.showing(backward, 'pool');
    for (let t = 0; t < 9; t++) forth.seek(t);
    for (let t = 8; t >= 0; t--) back.seek(t);
    for (let t = 0; t < 9; t++) expect(back.frames.get(t)).toEqual(forth.frames.get(t));
  });

  it('granularity keeps the place', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(3);
    const { position } = panel.frame;
    panel.set('granularity', 'product');
    expect(panel.layer.timeline.count).toBe(16);
    expect(panel.frame.position).toEqual(position);
    panel.set('granularity', 'window');
    expect(panel.layer.t).toBe(3);
  });

  it('a cell is explained at the step that asks', () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.post({
      type: 'explain',
      generation: panel.generation,
      request: 7,
      cell: { map: 'dX', row: 1, col: 1 },
      t: 8,
    });
    const answer = panel.received.at(-1);
    expect(answer).toMatchObject({ type: 'explanation', request: 7 });
    expect(answer?.type === 'explanation' && answer.explanation?.steps.length).toBeGreaterThan(1);
  });
});

describe('fields', () => {
  it('a wrong value is reported at its field; the picture and the other fields stay', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(3);
    panel.set('kernel', '5');
    const field = panel.field('kernel')!;
    expect(field.value).toBe('5');
    expect(formatMessage(field.error!)).toBe('kernel 5 is larger than the padded input 4');
    expect(panel.layer.t).toBe(3);
    expect(panel.layer.timeline.count).toBe(4);
    expect(panel.state.error?.field).toBe('kernel');
    panel.set('kernel', '3');
    expect(panel.field('kernel')?.error).toBeUndefined();
    expect(panel.state.error).toBeUndefined();
    expect(panel.layer.timeline.count).toBe(1);
  });

  it('two wrong values are healed one after the other', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.set('kernel', '5');
    panel.set('pad', 'x');
    panel.set('pad', '0');
    expect(panel.field('kernel')?.error).toBeDefined();
    panel.set('kernel', '4');
    expect(panel.layer.timeline.count).toBe(1);
    expect(panel.state.error).toBeUndefined();
  });

  it('an emptied field goes back to the value of the text', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.set('stride', '1');
    expect(panel.layer.timeline.count).toBe(9);
    panel.set('stride', '');
    expect(panel.layer.timeline.count).toBe(4);
    expect(panel.field('stride')?.value).toBe('2');
  });

  it('max becomes average and forward backward, at the same window', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(2);
    panel.set('mode', 'average');
    expect(panel.frame.position).toMatchObject({ h: 1, w: 0 });
    panel.set('pass', 'backward');
    expect(panel.frame.position).toMatchObject({ h: 1, w: 0 });
    expect(panel.field('gradientChoice')?.value).toBe('random');
    expect(panel.map('dX').rows).toBe(4);
  });

  it('example, filter and channel move the view; values out of range are refused at the field', () => {
    const text = `A_prev = np.array(${JSON.stringify(nested([3, 3, 4, 2]))})\nW = np.array(${JSON.stringify(nested([2, 2, 2, 3]))})`;
    const panel = FakePanel.showing(text, 'conv');
    panel.set('example', '1');
    expect(panel.frame.position).toMatchObject({ i: 1, h: 0, w: 0 });
    panel.set('filter', '2');
    expect(panel.frame.position).toMatchObject({ i: 1, c: 2 });
    panel.set('channel', '1');
    expect(panel.field('channel')?.value).toBe('1');
    const { t } = panel.layer;
    for (const wrong of ['3', '-1', '1.5', 'x', '']) {
      panel.set('example', wrong);
      expect(panel.field('example')).toMatchObject({
        value: wrong,
        error: { args: [0, 2, ...(wrong ? [wrong] : [])] },
      });
      expect(panel.layer.t).toBe(t);
      expect(panel.state.error).toBeUndefined();
    }
    panel.set('example', '2');
    expect(panel.field('example')?.error).toBeUndefined();
    expect(panel.frame.position.i).toBe(2);
  });

  it('files that cannot be read: their name, the reason, and ways out that work', async () => {
    const panel = new FakePanel();
    const files = { name: 'broken.npy', uris: ['file:///broken.npy'] };
    panel.readFiles = () => Promise.reject(new LensError(msg('the header is incomplete')));
    panel.post({ type: 'ready' });
    await panel.session.openFiles(files, 'inspect');
    const { content, error } = panel.state;
    expect(content.kind).toBe('empty');
    expect(error).toMatchObject({ file: 'broken.npy', actions: ['retry', 'openWith'] });
    expect(formatMessage(error!.message)).toBe('the header is incomplete');
    panel.post({ type: 'errorAction', action: 'openWith' });
    expect(panel.openedFiles).toEqual(['file:///broken.npy']);
    const array = { shape: [2], data: Float64Array.of(1, 2) };
    panel.readFiles = () =>
      Promise.resolve({ kind: 'arrays', name: 'broken.npy', arrays: [{ array, range: [0, 0] }], files });
    panel.post({ type: 'errorAction', action: 'retry' });
    await vi.waitFor(() => expect(panel.inspect.map.values).toEqual(Float64Array.of(1, 2)));
    expect(panel.state.error).toBeUndefined();
    expect(panel.inspect.editable).toBe(false);
  });

  it('numbers written without a point are integers in the inspector, as in NumPy', () => {
    const printed = (text: string) => {
      const panel = FakePanel.showing(text, 'inspect');
      panel.set('view', 'text');
      return panel.inspect.text;
    };
    expect(printed('a = np.array([1, -20])')).toBe('array([  1, -20])');
    expect(printed('a = np.array([1., -20])')).toBe('array([  1., -20.])');
  });

  it('the inspector goes to the next element of a search, also in another slice, and copies cells', () => {
    const panel = FakePanel.showing('a = np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 1], [2, 3]]])', 'inspect');
    panel.set('rowAxis', '1');
    panel.set('colAxis', '2');
    panel.set('find', '> 5');
    expect(panel.inspect.found).toEqual({ count: 4, inSlice: 0 });
    panel.set('match', 'next');
    expect(panel.inspect.map.title).toBe('a[1, :, :]');
    expect(panel.inspect.current).toEqual({ row: 0, col: 1 });
    panel.set('match', 'previous');
    expect(panel.inspect).toMatchObject({ map: { title: 'a[2, :, :]' }, current: { row: 0, col: 0 } });
    panel.post({ type: 'copyCells', generation: panel.generation, row: 1, col: 0, rows: 1, cols: 2, format: 'csv' });
    expect(panel.copied).toEqual(['2,3\n']);
  });

  it('cells of a map of the stage are copied as the step shows them, padding included', () => {
    const panel = FakePanel.showing('X = [[1, 2], [3, 4]]\nW = [[1, 1], [1, 1]]', 'conv');
    panel.set('pad', '1');
    const { generation } = panel;
    const range = { row: 0, col: 1, rows: 2, cols: 2, format: 'numpy' } as const;
    panel.post({ type: 'copyMapCells', generation, map: 'x', t: 0, ...range });
    expect(panel.copied.pop()!.replace(/\s+/g, ' ')).toContain('[[0.0, 0.0], [1.0, 2.0]]');
    panel.post({ type: 'copyMapCells', generation, map: 'z', t: 8, ...range, rows: 1, format: 'csv' });
    expect(panel.copied.pop()).toBe('3,2\n');
    panel.post({ type: 'copyMapCells', generation, map: 'no map', t: 0, ...range });
    panel.post({ type: 'copyMapCells', generation: generation - 1, map: 'x', t: 0, ...range });
    expect(panel.copied).toEqual([]);
  });

  it('the matrix view shows the same step as a product, and back', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(2);
    const ids = () => itemsOf(panel.frame.stage).flatMap((item) => (item.kind === 'map' ? [item.map.title] : []));
    const before = ids();
    panel.set('matrix', 'true');
    expect(panel.layer.t).toBe(2);
    expect(ids()).not.toEqual(before);
    panel.set('stride', '1');
    expect(panel.field('matrix')?.value).toBe('true');
    panel.set('matrix', 'false');
    panel.set('stride', '2');
    expect(ids()).toEqual(before);
  });

  it('a montage of all channels is sent for a map that has some, and nothing for one that has none', () => {
    const panel = FakePanel.showing(`A_prev = np.array(${JSON.stringify(nested([1, 3, 4, 2]))})`, 'pool');
    const ask = (map: string, request: number) =>
      panel.post({ type: 'montage', generation: panel.generation, request, map, t: 0 });
    ask('x', 1);
    expect(panel.received.at(-1)).toMatchObject({ type: 'montage', request: 1, montage: { map: 'x', total: 2 } });
    ask('nothing', 2);
    expect(panel.received.at(-1)).not.toHaveProperty('montage');
  });

  it('preferences are kept and given back', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.post({ type: 'setPreferences', preferences: { precision: 5 } });
    panel.post({ type: 'ready' });
    expect(panel.state.preferences).toMatchObject({ precision: 5, speed: 2 });
  });
});

describe('bad input', () => {
  it('text that cannot be read: no picture, the error with its place', () => {
    const panel = FakePanel.showing('X = [[1, 2], [3]]', 'conv');
    expect(panel.state.content.kind).toBe('empty');
    expect(panel.state.error?.range).toBeDefined();
    panel.post({ type: 'revealError' });
    expect(panel.editorCalls).toEqual([['reveal', panel.state.error!.range]]);
  });

  it('a hyperparameter of the text that does not fit is reported at its field, with a picture all the same', () => {
    const panel = FakePanel.showing(`${image}\nhparameters = {"stride": 0, "f": 2}`, 'pool');
    expect(formatMessage(panel.field('stride')!.error!)).toContain('stride must be a whole number');
    expect(panel.layer.timeline.count).toBe(9);
    panel.set('stride', '2');
    expect(panel.field('stride')?.error).toBeUndefined();
    expect(panel.layer.timeline.count).toBe(4);
  });

  it('a gradient that fits no geometry is reported where the gradient is chosen', () => {
    const panel = FakePanel.showing(`${image}\ndA = [[1, 2, 3, 4, 5, 6]]`, 'pool');
    expect(formatMessage(panel.field('gradientChoice')!.error!)).toContain('(1, 1, 6, 1)');
    expect(panel.layer.timeline.count).toBeGreaterThan(0);
  });
});

describe('a panel that is reused', () => {
  it('another source of the same document takes its place, from its first step', () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.set('mode', 'average');
    panel.seek(4);
    panel.session.open(textSource(pooling), 'pool');
    expect(panel.layer.t).toBe(0);
    expect(panel.field('mode')?.value).toBe('max');
    expect(panel.layer.timeline.count).toBe(4);
  });

  it('what cannot be read leaves the last good picture, with the reason', () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.seek(4);
    panel.session.open(textSource('A_prev = [[1, 2], [3]]'), 'pool');
    expect(panel.layer.t).toBe(4);
    expect(panel.layer.timeline.count).toBe(9);
    expect(panel.state.error?.range).toBeDefined();
    panel.set('mode', 'average');
    expect(panel.state.error).toBeUndefined();
  });
});

describe('an output that takes long', () => {
  const examples = 300;
  const z = ones([examples, 38, 38, 1]);
  const large: LensSource = {
    kind: 'arrays',
    name: 'large.npy',
    arrays: [
      { name: 'x', array: ones([examples, 44, 44, 1]), range: [0, 0] },
      { name: 'W', array: ones([7, 7, 1, 1]), range: [0, 0] },
    ],
  };
  const open = () => {
    const panel = new FakePanel();
    panel.session.open(large, 'conv');
    panel.post({ type: 'ready' });
    panel.set('filterChoice', 'array:1');
    return panel;
  };

  it('is computed on a worker: the picture stays, with progress, until it is there', async () => {
    const panel = open();
    expect(panel.jobs).toHaveLength(0);
    panel.set('pass', 'backward');
    expect(panel.layer.fields[0]?.value).toBe('backward');
    expect(panel.state.progress).toBe(0.5);
    expect(itemsOf(panel.frame.stage).some((item) => item.kind === 'map' && item.map.id === 'dX')).toBe(false);
    const [job] = panel.jobs;
    job!.finish({ z });
    await settled();
    expect(panel.state.progress).toBeUndefined();
    expect(panel.map('dX')).toBeDefined();
  });

  it('another change gives it up, and its late result is not shown', async () => {
    const panel = open();
    panel.set('pass', 'backward');
    panel.set('pass', 'forward');
    const [job] = panel.jobs;
    expect(job!.cancelled).toBe(true);
    const state = panel.state;
    job!.finish({ z });
    await settled();
    expect(panel.state).toBe(state);
    expect(panel.state.progress).toBeUndefined();
  });

  it('cancelled by the user: reported, and the picture stays', async () => {
    const panel = open();
    panel.set('pass', 'backward');
    panel.jobs[0]!.fail(new CancelledError());
    await settled();
    expect(formatMessage(panel.state.error!.message)).toBe('the computation was cancelled');
    expect(panel.layer.timeline.count).toBe(examples * 38 ** 2);
    expect(panel.layer.fields[0]).toMatchObject({ id: 'pass', value: 'forward' });
  });
});

describe('a convolution whose planes take long', () => {
  const count = ([m, h, w, c]: readonly [number, number, number, number]) => m * h * w * c;
  const waves = (shape: readonly [number, number, number, number]): NdArray => ({
    shape,
    data: Float32Array.from({ length: count(shape) }, (_, k) => Math.sin(k)),
  });
  const x = waves([1, 240, 240, 4]);
  const w = waves([11, 11, 4, 2]);
  const arrays = [
    { name: 'x', array: x, range: [0, 0] as const },
    { name: 'W', array: w, range: [0, 0] as const },
  ];

  it('gets its output from a worker in float64, and shows the same numbers as planes computed one by one', async () => {
    const panel = new FakePanel();
    panel.post({ type: 'ready' });
    panel.session.open({ kind: 'arrays', name: 'large.npz', arrays }, 'conv');
    expect(panel.state.content.kind).toBe('empty');
    expect(panel.state.progress).toBe(0.5);
    const [running] = panel.jobs;
    const job = running!.job as Extract<LayerJob, { kind: 'conv2d' }>;
    const z = conv2d(job.x, job.w, job.b, job.options);
    expect(z.data).toBeInstanceOf(Float64Array);
    running!.finish({ z });
    await settled();
    const last = panel.layer.timeline.count - 1;
    panel.seek(last);
    const plane = conv2dSlice(x, w, undefined, job.options, { example: 0, channel: 1 });
    expect(panel.map('z').values.length).toBe(plane.length);
    expect([...panel.map('z').values.slice(-100)]).toEqual([...plane.slice(-100)]);
    panel.set('stride', '2');
    expect(panel.jobs).toHaveLength(1);
  });
});

describe('a source whose output takes long', () => {
  it('leaves what was shown before when it is cancelled', async () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.seek(4);
    const arrays = [
      { name: 'x', array: ones([300, 44, 44, 1]), range: [0, 0] as const },
      { name: 'W', array: ones([7, 7, 1, 1]), range: [0, 0] as const },
      { name: 'dZ', array: ones([1, 1, 1, 1]), range: [0, 0] as const },
    ];
    panel.session.open({ kind: 'arrays', name: 'large.npz', arrays }, 'conv');
    expect(panel.state.content.kind).toBe('empty');
    expect(panel.state.progress).toBe(0.5);
    panel.jobs[0]!.fail(new CancelledError());
    await settled();
    expect(panel.layer.t).toBe(4);
    expect(formatMessage(panel.state.error!.message)).toBe('the computation was cancelled');
  });
});

describe('the text is edited', () => {
  it('of several arrays one is broken: the others do not take its place', () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.session.update(textSource(backward.replace('[5, 6', '[5 [6')));
    expect(panel.state.error?.range).toBeDefined();
    expect(panel.layer.timeline.count).toBe(9);
  });

  it('the picture follows, the step and the choices stay', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.set('mode', 'average');
    panel.seek(3);
    panel.session.update(textSource(pooling.replace('3, 8]', '3, 18]')));
    expect(panel.layer.t).toBe(3);
    expect(panel.map('z').values[3]).toBe((9 + 1 + 3 + 18) / 4);
  });

  it('a step that no longer exists becomes the nearest', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(3);
    panel.session.update(textSource('A_prev = [[1, 3], [5, 6]]\nhparameters = {"stride": 2, "f": 2}'));
    expect(panel.layer.t).toBe(0);
  });

  it('an intermediate syntax error keeps the picture, with a message; the next good text repairs it', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(1);
    const before = [...panel.map('z').values];
    panel.session.update(textSource('A_prev = [[1, 3, 2, 4], [5, 6'));
    expect(panel.state.error).toBeDefined();
    expect(panel.state.error?.field).toBeUndefined();
    expect([...panel.map('z').values]).toEqual(before);
    panel.session.update(textSource(pooling));
    expect(panel.state.error).toBeUndefined();
    expect(panel.layer.t).toBe(1);
  });
});

describe('cell and number are one', () => {
  const offset = 100;
  const open = (text: string) => {
    const panel = new FakePanel();
    panel.session.open(textSource(text, offset), 'pool');
    panel.post({ type: 'ready' });
    return panel;
  };

  it('the cursor on a number names its element, elsewhere none', () => {
    const panel = open(pooling);
    panel.session.cursorAt(offset + pooling.indexOf('9'));
    expect(panel.received.at(-1)).toMatchObject({ type: 'cursor', element: { role: 'x', index: 10 } });
    panel.session.cursorAt(offset + pooling.indexOf('hparameters'));
    expect(panel.received.at(-1)).not.toHaveProperty('element');
    panel.session.cursorAt(undefined);
    expect(panel.received.at(-1)).not.toHaveProperty('element');
  });

  it('a focused cell is outlined in the text, revealed and edited in the literal’s own format', () => {
    const panel = open(pooling.replace('9', '9.'));
    const start = offset + pooling.indexOf('9');
    panel.post({ type: 'focusElement', role: 'x', index: 10 });
    panel.post({ type: 'revealSource', role: 'x', index: 10 });
    panel.post({ type: 'editElement', role: 'x', index: 10, text: ' 12 ' });
    panel.post({ type: 'focusElement', role: 'x', index: undefined });
    expect(panel.editorCalls).toEqual([
      ['outline', [start, start + 2]],
      ['reveal', [start, start + 2]],
      ['replace', [start, start + 2], '12.'],
      ['outline', undefined],
    ]);
  });

  it('text that is not a number is refused, a computed cell has no place', () => {
    const panel = open(pooling);
    panel.post({ type: 'editElement', role: 'x', index: 0, text: 'twelve' });
    expect(formatMessage(panel.state.error!.message)).toBe('“twelve” is not a number');
    panel.post({ type: 'revealSource', role: 'z', index: 0 });
    expect(panel.editorCalls).toEqual([]);
  });

  it('while the text is being edited nothing is written to old places', () => {
    const panel = open(pooling);
    panel.session.textChanged();
    panel.post({ type: 'editElement', role: 'x', index: 0, text: '5' });
    expect(panel.editorCalls).toEqual([]);
  });
});

describe('inspecting', () => {
  it('an array of any rank, with slicing', () => {
    const panel = FakePanel.showing(
      `X = np.array(${JSON.stringify(nested([2, 3, 4, 5]))})\nY = [[1, nan], [inf, 4]]`,
      'inspect',
    );
    expect(panel.inspect.arrays.map(({ name, shape }) => [name, shape])).toEqual([
      ['X', [2, 3, 4, 5]],
      ['Y', [2, 2]],
    ]);
    panel.set('index0', '1');
    expect(panel.inspect.map.values[0]).toBe(60);
    panel.set('array', '1');
    expect([...panel.inspect.map.values]).toEqual([1, NaN, Infinity, 4]);
  });
});

describe('a reload', () => {
  it('the memento alone gives the same picture at the same step', async () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.set('mode', 'average');
    panel.set('granularity', 'product');
    panel.seek(5);
    panel.post({ type: 'ready' });
    const after = await restored(panel.state);
    expect(after.layer.t).toBe(5);
    expect(after.layer.sentence).toEqual(panel.layer.sentence);
    expect(after.layer.fields).toEqual(panel.layer.fields);
    expect(after.frame).toEqual(panel.frame);
  });

  it('arrays that no text holds survive with their last bit, NaN and −0', async () => {
    const panel = new FakePanel();
    const data = Float32Array.of(0.1, NaN, -0, Infinity, -Infinity, 1e-42);
    panel.session.open(
      { kind: 'arrays', name: 'a.npy', arrays: [{ array: { shape: [2, 3], data }, range: [0, 0] }] },
      'inspect',
    );
    panel.post({ type: 'ready' });
    const after = await restored(panel.state);
    expect(after.inspect.map.values).toEqual(Float64Array.from(data));
    expect(Object.is(after.inspect.map.values[2], -0)).toBe(true);
  });

  it('a large text is read again from its document', async () => {
    const row = `[${new Array<number>(60_000).fill(1.25).join(', ')}]`;
    const text = `# before\nX = [${row}]\n`;
    const panel = new FakePanel();
    panel.session.open(textSource(text.slice(9), 9), 'pool');
    panel.post({ type: 'ready' });
    expect(JSON.stringify(panel.state.memento).length).toBeLessThan(1000);
    const after = new FakePanel();
    after.documents['file:///cell.py'] = text;
    after.post({ type: 'restore', memento: structuredClone(panel.state.memento) });
    await settled();
    expect(after.layer.timeline).toEqual(panel.layer.timeline);
  });

  it('a document that no longer exists is reported', async () => {
    const panel = new FakePanel();
    const memento = { ...(FakePanel.showing(pooling, 'pool').state.memento as object) };
    const source = { kind: 'document', name: 'gone.py', uri: 'file:///gone.py', ranges: [[0, 5]] };
    panel.post({ type: 'restore', memento: { ...memento, source } });
    await settled();
    expect(panel.state.content.kind).toBe('empty');
    expect(formatMessage(panel.state.error!.message)).toBe('gone.py can no longer be read');
  });

  it.each([undefined, null, 5, {}, { version: 2 }, { version: 1, t: -1 }])('%o is no memento', (value) => {
    expect(readMemento(value)).toBeUndefined();
    const panel = new FakePanel();
    panel.post({ type: 'restore', memento: value });
    panel.session.open(textSource(pooling), 'pool');
    expect(panel.layer.timeline.count).toBe(4);
  });
});

async function restored({ memento }: StateMessage): Promise<FakePanel> {
  const panel = new FakePanel();
  panel.post({ type: 'restore', memento: JSON.parse(JSON.stringify(memento)) });
  await settled();
  return panel;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function ones(shape: readonly number[]): NdArray {
  return { shape, data: new Float32Array(shape.reduce((product, extent) => product * extent, 1)).fill(1) };
}

/** Nested lists that count up. */
function nested(shape: readonly number[]): unknown {
  let next = 0;
  const build = (axis: number): unknown =>
    axis === shape.length ? next++ : Array.from({ length: shape[axis]! }, () => build(axis + 1));
  return build(0);
}
