/** The text is edited while it is shown; cells and numbers of the text belong together. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../core/message';
import type { TextSource } from '../../../extension/session/source/LensSource';
import { wasRead } from '../../../extension/session/source/readSource';
import { FakePanel, textSource } from './FakePanel';
import { pooling, backward } from './texts';

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

  it('a number that is typed into a text of numbers is read alone: no reader is asked for the whole text', async () => {
    const numbers = 'A_prev = [[1.5, 3.0], [5.25, 6.0]]\n';
    const panel = FakePanel.showing(numbers, 'inspect');
    const asked: boolean[] = [];
    panel.readText = (source) => {
      asked.push(wasRead(source));
      return Promise.resolve();
    };
    const asText = (text: string) => ({ ...(textSource(text) as TextSource) });
    await panel.session.updateText(asText(numbers.replace('5.25', '15.75')));
    await panel.session.updateText(asText(numbers.replace('5.25', '15.75 + 1')));
    expect(asked).toEqual([true, false]);
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
