/** A session that shows the user's function next to its layer: views, tolerances, differences, repairs. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check/checkCode';
import { formatMessage } from '../../../core/message';
import type { TextRange } from '../../../core/read/ParseResult';
import { traceCode } from '../../../core/check/trace/traceCode';
import { findingsOf } from '../../../extension/session/check/Finding';
import { JoinedText } from '../../../extension/session/check/JoinedText';
import { checkSource } from '../../../extension/session/source/checkSource';
import type { CheckSource } from '../../../extension/session/source/LensSource';
import { FakePanel } from './FakePanel';

const source = readFileSync('test/programs/functions/wrong/cf_stride_ignored.py', 'utf8');

const channelsFirst = `import numpy as np
def conv_forward(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((N, F, (H + 2 * pad - HH) // stride + 1, (W + 2 * pad - WW) // stride + 1))
    for n in range(N):
        for f in range(F):
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    out[n, f, i, j] = np.sum(xp[n, :, i:i + HH, j:j + WW] * w[f]) + b[f]
    return out
`;

function yoursPanel(): FakePanel {
  const panel = new FakePanel();
  panel.session.open(yoursSource(), 'any');
  panel.post({ type: 'ready' });
  return panel;
}

function yoursSource(code = source): CheckSource {
  const text = new JoinedText([{ uri: 'file:///student.py', text: code }]);
  const check = checkCode(code).find(({ name }) => name === 'conv_forward')!;
  const run = traceCode(code, 'conv_forward')!;
  const findings = findingsOf([check], text);
  return checkSource({ check, text, findings, run, pathOf: () => 'src/student.py' })!;
}

describe('Session: conv_forward without the stride', () => {
  const panel = yoursPanel();

  it('opens at the first wrong step, with the differing steps on the timeline', () => {
    const { t, timeline, yours, listings } = panel.layer;
    expect([t, timeline.marks?.[0], timeline.marks?.length]).toEqual([8, 8, 176]);
    expect(panel.session.hasDifferences).toBe(true);
    expect(yours!.verdict).toBe('differs');
    expect(yours!.mistakes.map(({ line, before, after }) => [line, before, after])).toEqual([
      [25, 'h', 'h * stride'],
      [28, 'w', 'w * stride'],
    ]);
    expect(listings[0]!.id).toBe('yours');
  });

  it('the title names the case where it is not the user’s own call', () => {
    const titleOf = (each: FakePanel): string =>
      each.layer.sentence
        .map((span) => (span.kind === 'message' ? formatMessage(span.message) : span.kind === 'text' ? span.text : ''))
        .join('');
    expect(titleOf(panel)).toBe('your conv_forward student.py:13 against the layer');
    const uncalled = new FakePanel();
    uncalled.session.open(yoursSource(source.replace(/^Z, cache_conv = .*$/m, 'pass')), 'any');
    uncalled.post({ type: 'ready' });
    expect(titleOf(uncalled)).toMatch(/^your conv_forward student\.py:13 against the layer: the course.s test arrays$/);
  });

  it('reports that the repairs together make all values agree', () => {
    expect(panel.layer.yours!.notes.map(formatMessage)).toContain(
      'with these 2 changes all 192 values agree, and those of other shapes and options',
    );
  });

  it('names the axes of code with channels first, whose arrays are shown with channels last, and no axes of the layer’s', () => {
    const first = new FakePanel();
    first.session.open(yoursSource(channelsFirst), 'any');
    first.post({ type: 'ready' });
    expect(first.layer.yours!.notes.map(formatMessage)).toContain(
      'shown channels last, (m, H, W, C); in your code: (m, C, H, W), filters (O, I, H, W)',
    );
    expect(panel.layer.yours!.notes.map(formatMessage).join()).not.toContain('channels last');
  });

  it('applies a repair where its text is unchanged, and shows its line', () => {
    panel.post({ type: 'checkAction', action: 'apply', index: 0 });
    panel.post({ type: 'checkAction', action: 'showLine', index: 1 });
    const [replaced, revealed] = panel.editorCalls.slice(-2) as [string, [number, number], string?, string?][];
    expect([replaced![0], source.slice(...replaced![1]), replaced![2], replaced![3]]).toEqual([
      'replace',
      'h',
      'h * stride',
      'h',
    ]);
    expect([revealed![0], source.slice(...revealed![1])]).toEqual(['reveal', 'horiz_start = w']);
  });

  it('the second of two repairs is applied where its text is after the first', () => {
    const edited = yoursPanel();
    const replaced = (): [TextRange, string] => edited.editorCalls.at(-1)?.slice(1, 3) as [TextRange, string];
    edited.post({ type: 'checkAction', action: 'apply', index: 0 });
    const [[start, end], text] = replaced();
    const after = source.slice(0, start) + text + source.slice(end);
    edited.session.checkedTextChanged('file:///student.py', [{ offset: start, length: end - start, text }]);
    edited.post({ type: 'checkAction', action: 'apply', index: 1 });
    const [range] = replaced();
    expect(after.slice(range[0] - 'horiz_start = '.length, range[1])).toBe('horiz_start = w');
  });

  it('the verdict is marked as that of an earlier text from its first change until the check of the changed text', () => {
    const edited = yoursPanel();
    const type = (offset: number): void =>
      edited.session.checkedTextChanged('file:///student.py', [{ offset, length: 0, text: '#' }]);
    edited.session.leftUnchecked();
    expect(edited.layer.yours!.outdated).toBeUndefined();
    type(0);
    expect(edited.layer.yours).toMatchObject({ verdict: 'differs', outdated: 'checking' });
    const { generation } = edited.state;
    type(1);
    expect(edited.state.generation).toBe(generation);
    edited.session.leftUnchecked();
    expect(edited.layer.yours!.outdated).toBe('unchecked');
    edited.session.update(yoursSource());
    expect(edited.layer.yours!.outdated).toBeUndefined();
  });

  it('a wide tolerance leaves no difference; a text that is not a number changes nothing and is reported at its field', () => {
    panel.set('atol', '1000');
    expect(panel.layer.timeline.marks).toEqual([]);
    panel.set('atol', 'x');
    expect(panel.field('atol')!.error).toBeDefined();
    expect(panel.layer.timeline.marks).toEqual([]);
    panel.set('atol', '1e-8');
    expect(panel.layer.timeline.marks!.length).toBe(176);
  });

  it('the layer, yours and the difference are three views of one step', () => {
    panel.set('compare', 'difference');
    expect(panel.map('difference').values.length).toBe(12);
    panel.set('compare', 'layer');
    expect(panel.frame.stage.map(({ id }) => id)).toEqual(['products', 'sum']);
    panel.set('compare', 'yours');
    expect(panel.frame.stage.map(({ id }) => id)).toEqual(['yours']);
  });
});

it('a restored panel runs the function again and shows the step that it had', async () => {
  const panel = yoursPanel();
  panel.post({ type: 'seek', generation: panel.state.generation, t: 40, number: 1 });
  const kept = JSON.parse(JSON.stringify({ ...(panel.state.memento as object), t: 40 })) as unknown;
  const again = new FakePanel();
  const asked: unknown[] = [];
  again.reopenCheck = (request) => {
    asked.push(request);
    return Promise.resolve(yoursSource());
  };
  again.post({ type: 'restore', memento: kept });
  await expect.poll(() => again.received.length).toBeGreaterThan(0);
  expect(asked).toMatchObject([{ uri: 'file:///student.py', function: 'conv_forward' }]);
  expect([again.layer.yours!.verdict, again.layer.t]).toEqual(['differs', 40]);
});

describe('Session: a function and its helper in the cells of a notebook', () => {
  const both = readFileSync('test/programs/functions/wrong/two_cf_pad_and_bias.py', 'utf8');
  const border = both.indexOf('def conv_forward');
  const text = new JoinedText([
    { uri: 'cell:0', text: both.slice(0, both.indexOf('def conv_single_step')).trimEnd() },
    { uri: 'cell:1', text: both.slice(both.indexOf('def conv_single_step'), border).trimEnd() },
    { uri: 'cell:2', text: both.slice(border).trimEnd() },
  ]);
  const check = checkCode(text.source, { budget: 20_000 }).find(({ name }) => name === 'conv_forward')!;
  const { repaired } = check.mistakes.find(({ verified }) => verified)!;
  const run = traceCode(text.source, 'conv_forward', { repaired: repaired! })!;
  const panel = new FakePanel();
  const findings = findingsOf([check], text);
  panel.session.open(checkSource({ check, text, findings, run, pathOf: () => 'lab.ipynb' })!, 'any');
  panel.post({ type: 'ready' });
  const { listings, yours } = panel.layer;
  const listing = listings[0]!;
  const lines = listing.text.split('\n');

  it('the rows of the mistakes are the wrong lines of the listing', () => {
    expect(yours!.mistakes.map(({ row }) => lines[row!]?.trim())).toEqual(
      findings.map(({ sourceLine }) => text.source.split('\n')[sourceLine - 1]!.trim()),
    );
    expect(yours!.mistakes.map(({ row }) => lines[row!]?.trim())).toContain('Z = Z - float(b)');
  });

  it('lines have the numbers of their cells, as in the verdict', () => {
    expect(yours!.mistakes.map(({ row }) => listing.lineNumbers![row!])).toEqual(
      yours!.mistakes.map(({ line }) => line),
    );
    expect(listing.lineNumbers![lines.findIndex((line) => line.startsWith('def conv_forward'))]).toBe(1);
  });

  it('the line of the step is where the result is written', () => {
    expect(lines[panel.frame.code.line]).toContain('Z[i, h, w, c] =');
  });
});
