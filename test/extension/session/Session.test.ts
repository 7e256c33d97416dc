/** The first messages, steps and reuse of a session that a fake panel drives, without VS Code. */
import { describe, expect, it } from 'vitest';
import { pool2dBackward } from '../../../core/index';
import { FakePanel, textSource } from './FakePanel';
import { pooling, backward } from './texts';

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

  it('steps by product: the field of the channel has that of the step, whichever is chosen', () => {
    const text = 'A_prev = np.random.randn(1, 4, 4, 4)\nW = np.random.randn(3, 3, 4, 2)\n';
    const panel = FakePanel.showing(text, 'conv');
    panel.set('granularity', 'product');
    expect([0, 9, 18, 27].map((t) => panel.seek(t).position.channel)).toEqual([0, 1, 2, 3]);
    panel.set('channel', '1');
    expect(panel.field('channel')?.value).toBe('3');
    panel.set('granularity', 'window');
    panel.set('channel', '1');
    expect([panel.field('channel')?.value, panel.frame.position.channel]).toEqual(['1', 1]);
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

it('a layer that is not compared has no differences to go to', () => {
  const panel = FakePanel.showing('A_prev = [[1, 2], [3, 4]]\nhparameters = {"stride": 1, "f": 2}\n', 'pool');
  expect(panel.session.hasDifferences).toBe(false);
});
