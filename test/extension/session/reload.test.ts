/** What a reloaded panel gives back restores its picture. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../core/message';
import type { StateMessage } from '../../../core/panel/protocol';
import { statedOptions } from '../../../core/read/documents/stated/statedOptions';
import { keepSource, readMemento } from '../../../extension/session/memento';
import { FakePanel, textSource } from './FakePanel';
import { pooling, backward, settled } from './texts';

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

  it.each([
    'Max pooling with a 2 x 2 window, stride 2 and a dilation of 3. b = 4',
    'Average pooling of the image, already zero-padded, in ceil mode: the padding is not counted.',
    'Pad one row at the bottom; the border is replicated.',
  ])('the options that the words of a document state are kept: %s', (words) => {
    const { memento } = FakePanel.showing(pooling, 'pool').state;
    const source = { kind: 'text' as const, name: 'a.md', segments: [], stated: statedOptions(words) };
    expect(readMemento({ ...(memento as object), source: keepSource(source) })?.source).toEqual(source);
  });

  it('the line, the function, the test and the text around at which a panel was opened are kept', () => {
    const { memento } = FakePanel.showing(pooling, 'pool').state;
    const aim = {
      line: [3, 9],
      callee: 'pool',
      test: { name: 'test_pool', start: 1 },
      definedBelow: ['pool'],
      around: { before: 'losses: ', after: '' },
    } as const;
    const source = { kind: 'text' as const, name: 'a.py', segments: [{ offset: 0, text: 'pool(x)' }], ...aim };
    expect(readMemento({ ...(memento as object), source: keepSource(source) })?.source).toEqual(source);
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

  it.each([undefined, null, 5, {}, { version: 2 }, { version: 1, t: -1 }])('%o is not a memento', (value) => {
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
