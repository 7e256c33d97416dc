/** Hints of the questions. */
import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../../core/message';
import { ask } from '../../../core/quiz/ask';
import { createStepper } from '../../../core/step/createStepper';
import type { Span } from '../../../core/step/Frame';
import type { Layer } from '../../../core/step/Layer';
import type { View } from '../../../core/step/Stepper';
import { array, b, dZ, layers, options, pool, view, w, x } from './layers';

/** Prompt, answer and hints of a step as text. */
function asked(layer: Layer, t: number, granularity: View['granularity'] = 'window') {
  const { question, answer } = ask(createStepper(layer), t, { ...view, granularity })!;
  const textOf = (spans: readonly Span[]): string =>
    spans
      .map((span) => {
        if (span.kind === 'number') return String(span.value);
        if (span.kind === 'text') return span.text;
        if (span.kind === 'message') return formatMessage(span.message);
        if (span.kind === 'term' || span.kind === 'fold') return textOf(span.spans);
        return '';
      })
      .join('');
  return { prompt: formatMessage(question.prompt), answer, hints: question.hints.map(({ spans }) => textOf(spans)) };
}

describe('hints fit the step', () => {
  const plain = {
    kind: 'conv',
    pass: 'forward',
    x: array([1, 2, 2, 2], (k) => k),
    w: array([1, 1, 2, 1], (k) => k + 2),
  } as const;

  test('one channel of a convolution: what it adds to the channels before', () => {
    // Z = 0·2 + 1·3 + b.
    const biased: Layer = { ...plain, b: array([1], () => 10), options: {} };
    const first = asked(biased, 2, 'channel');
    expect([first.prompt, first.answer]).toEqual([
      'What is Z[0, 0, 1, 0] after this step?',
      { kind: 'value', value: 4 },
    ]);
    expect(first.hints[0]).toContain('of this channel');
    expect(first.hints.slice(1)).toEqual(['Before this step it is 0', '0 + 4 = ?']);
  });

  test('the bias is named where the layer has one', () => {
    expect(asked({ ...plain, options: {} }, 0).hints[0]).not.toContain('bias');
    expect(asked({ ...plain, b: array([1], () => 10), options: {} }, 0).hints[0]).toContain('bias');
  });

  test('a single channel: the products, not the sum', () => {
    const single: Layer = {
      kind: 'conv',
      pass: 'forward',
      x: array([1, 2, 2, 1], (k) => k + 1),
      w: array([2, 2, 1, 1], (k) => k),
      options: {},
    };
    expect(asked(single, 0).hints.at(-1)).toBe('Z[0, 0, 0, 0] = 1 · 0 + 2 · 1 + 3 · 2 + 4 · 3 = ?');
  });

  test('the padded gradient is asked for before those of the weights, by its name in the course', () => {
    const padded: Layer = { kind: 'conv', pass: 'backward', x, w, b, dZ, options };
    const { prompt, hints } = asked(padded, 0);
    expect(prompt).toMatch(/^What is da_prev_pad\[\d, \d, 0\] after this step\?$/);
    expect(hints[0]).toContain('Each cell of the window gets its weight');
  });

  test('the gradient of the weights has its own rule', () => {
    const zeros: Layer = {
      kind: 'conv',
      pass: 'backward',
      x,
      w: array([3, 2, 2, 2], () => 0),
      b,
      dZ: array([1, 1, 2, 2], () => 2),
      options: { stride: 2 },
    };
    const { prompt, hints } = asked(zeros, 0);
    expect(prompt).toMatch(/^What is dW/);
    expect(hints[0]).toBe('Each weight gets its cell of the window times the gradient, added to the value before.');
  });

  test('ties, padding that does not count, and dilation are in the rule', () => {
    const flat = array([1, 2, 2, 1], () => 1);
    const backward = (ties: 'all' | 'first'): Layer => ({
      kind: 'pool',
      pass: 'backward',
      x: flat,
      dZ: array([1, 1, 1, 1], () => 1),
      options: { ...pool, ties },
    });
    expect(asked(backward('all'), 0).hints[0]).toContain('to each cell that is the maximum');
    expect(asked(backward('first'), 0).hints[0]).toContain('to the first maximum');
    const mean = (countIncludePad: boolean): Layer => ({
      kind: 'pool',
      pass: 'forward',
      x: flat,
      options: { mode: 'average', kernel: 2, padding: 1, countIncludePad },
    });
    expect(asked(mean(true), 0).hints[0]).toMatch(/by its number of cells\.$/);
    expect(asked(mean(false), 0).hints[0]).toContain('without padding');
    const dilated: Layer = {
      kind: 'conv',
      pass: 'forward',
      x,
      w: array([2, 2, 2, 2], (k) => k),
      options: { dilation: [1, 2] },
    };
    expect(asked(dilated, 1).hints[0]).toContain('its cells are 1 row and 2 columns apart');
  });

  test('a gradient that grows over steps is asked for after the step', () => {
    const overlapping: Layer = {
      kind: 'pool',
      pass: 'backward',
      x,
      dZ: array([1, 3, 4, 2], (k) => k + 1),
      options: { ...pool, stride: 1 },
    };
    expect(asked(overlapping, 1).prompt).toMatch(/after this step\?$/);
  });

  test('a transposed convolution does not ask for a window of its input', () => {
    const layer = layers['transposed convolution']!;
    const { count } = createStepper(layer).timeline('window');
    const kinds = Array.from({ length: count }, (_, t) => ask(createStepper(layer), t, view)?.question.kind);
    expect(new Set(kinds.filter((kind) => kind !== undefined))).toEqual(new Set(['value']));
  });
});
