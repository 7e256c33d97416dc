/** A session that compares its layer with results of the user. */
import { describe, expect, it } from 'vitest';
import { pool2d } from '../../../core/layer/pool2d';
import { RandomState } from '../../../core/random/RandomState';
import { formatMessage } from '../../../core/message';
import type { TextSource } from '../../../extension/session/source/LensSource';
import { FakePanel } from './FakePanel';

const program = `import numpy as np
np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})
`;
const A = pool2d(new RandomState(1).randn(2, 5, 5, 3), { mode: 'max', kernel: 3, stride: 1 });
const row = (i: number, h: number, w: number): number[] =>
  Array.from({ length: 3 }, (_, c) => A.data[((i * 3 + h) * 3 + w) * 3 + c]!);

function result(text: string): TextSource {
  return { kind: 'text', name: 'Clipboard', segments: [{ offset: 0, text }] };
}

describe('Session: results next to pool_forward', () => {
  it('a result that agrees; the layer can be shown alone again', () => {
    const panel = FakePanel.showing(program, 'any');
    panel.session.compare(result(`A[1, 1] =\n ${printed([row(1, 1, 0), row(1, 1, 1), row(1, 1, 2)])}`));
    const { yours, timeline } = panel.layer;
    expect([yours!.verdict, timeline.marks]).toEqual(['agrees', []]);
    expect(formatMessage(yours!.summary)).toBe('all 9 values agree (rtol 1e−6, atol 1e−8)');
    panel.post({ type: 'endComparison' });
    expect(panel.layer.yours).toBe(undefined);
    expect(panel.layer.timeline.granularities.length).toBeGreaterThan(1);
  });

  it('a wrong cell: its step is shown and marked, both values are listed', () => {
    const panel = FakePanel.showing(program, 'any');
    const [first, ...rest] = row(0, 1, 2);
    panel.session.compare(result(`A[0, 1, 2] = ${printed([first! + 1, ...rest])}\nA.shape = (2, 3, 3, 3)`));
    const { yours, timeline, t } = panel.layer;
    expect([timeline.marks, t]).toEqual([[15], 15]);
    expect(yours!.notes.map(formatMessage)[0]).toMatch(/^A\[0, 1, 2, 0\] differs: yours [-\d.]+, layer [-\d.]+$/);
    expect(panel.map('yours').values[5]).toBeCloseTo(first! + 1, 8);
    panel.set('compare', 'difference');
    expect(panel.map('difference').values[5]).toBeCloseTo(1, 7);
    panel.set('atol', '2');
    expect(panel.layer.timeline.marks).toEqual([]);
  });

  it('an option of the layer that is changed is compared with the same result', () => {
    const panel = FakePanel.showing(program, 'any');
    panel.session.compare(result(`A[0, 0, 0] = ${printed(row(0, 0, 0))}`));
    expect(panel.layer.yours!.verdict).toBe('agrees');
    panel.set('mode', 'average');
    expect(panel.layer.yours!.verdict).toBe('differs');
  });

  it('the mistake that gives exactly these numbers is named', async () => {
    const panel = FakePanel.showing(program.replace('"stride": 1', '"stride": 2'), 'any');
    panel.session.compare(result(`A[0, 1, 1] = ${printed(row(0, 1, 1))}\nA[1, 0, 1] = ${printed(row(1, 0, 1))}`));
    expect(panel.layer.yours!.verdict).toBe('differs');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(panel.layer.yours!.mistakes.map(({ message }) => formatMessage(message))).toEqual([
      'these numbers come from this mistake: The stride is ignored: windows start at h and w, not at h * stride and w * stride',
    ]);
  });

  it('results that the text prints below its code are compared at once', () => {
    const panel = new FakePanel();
    const output = (text: string): TextSource => ({
      kind: 'text',
      name: 'notes.py',
      languageId: 'python',
      segments: [{ offset: 0, text: program }],
      printed: [{ offset: program.length, text }],
    });
    panel.session.open(output(`A[1, 1, 0] = ${printed(row(1, 1, 0))}`), 'any');
    panel.post({ type: 'ready' });
    const notes = () => panel.layer.assumptions.map(({ message }) => formatMessage(message));
    expect(notes()).toContain('printed results agree with the layer: 3 values');
    panel.session.update(output(`A[1, 1, 0] = ${printed(row(1, 1, 0))}\nA2[1, 1, 0] = [1. 2. 3.]`));
    expect(notes()).toContain('printed results agree with the layer: 3 values');
    panel.session.update(output('A[1, 1, 0] = [0.5 0.25 0.125]'));
    expect(notes()).toContain('3 of 3 printed values differ from the layer: use Compare with Result');
  });

  it('what is not used is named', () => {
    const panel = FakePanel.showing(program, 'any');
    panel.session.compare(result(`A[0, 0, 0] = ${printed(row(0, 0, 0))}\nA_prev = [1. 2.]`));
    expect(panel.layer.yours!.notes.map(formatMessage)).toContain('not used: A_prev: it is an input of the layer');
  });

  it('nothing to compare leaves the layer, with the reason', () => {
    const panel = FakePanel.showing(program, 'any');
    panel.session.compare(result('no numbers'));
    expect(panel.layer.yours).toBe(undefined);
    expect(formatMessage(panel.state.error!.message)).toBe('there are no numbers to compare with A');
  });

  it('a restored panel has the comparison and the step again', async () => {
    const panel = FakePanel.showing(program, 'any');
    panel.session.compare(result(`A[0, 1, 2] = ${printed(row(0, 1, 2).map((value) => value + 1))}`));
    panel.set('compare', 'difference');
    const again = new FakePanel();
    again.post({ type: 'ready' });
    await again.session.restore(JSON.parse(JSON.stringify(panel.state.memento)));
    expect([again.layer.t, again.layer.timeline.marks]).toEqual([15, [15, 16, 17]]);
  });
});

function printed(values: readonly number[] | readonly (readonly number[])[]): string {
  const inner = values.map((each) => (typeof each === 'number' ? each.toFixed(8) : printed(each)));
  return `[${inner.join(' ')}]`;
}
