/** Results of the user next to every kind of layer: printed, from a file, from a variable. Expected values are NumPy's and PyTorch's. */
import { describe, expect, it } from 'vitest';
import type { NdArray } from '../../../core/array/NdArray';
import { formatMessage } from '../../../core/message';
import { RandomState } from '../../../core/random/RandomState';
import type { Span } from '../../../core/step/Frame';
import { mapsOf } from '../../../core/step/shared/stage';
import type { LensSource } from '../../../extension/session/source/LensSource';
import { FakePanel } from './FakePanel';

const numpy = 'import numpy as np\n';
const torch = 'import torch\nimport torch.nn.functional as F\n';
const Z = 'Z = np.array([[1., -2., 3.], [-4., 5., -6.]])\n';
/** The gradient of a backward pass without one: np.random.seed(2); np.random.randn(2, 3). */
const dA = Array.from(new RandomState(2).randn(2, 3).data);
const transposed = `${torch}x = torch.arange(4.).reshape(1, 1, 2, 2)\nw = torch.arange(1., 10.).reshape(1, 1, 3, 3)\n`;

interface Case {
  readonly program: string;
  /** Passed to the field `pass`. */
  readonly pass?: 'backward';
  /** A right result: its variable, shape and numbers in the user's layout. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
  /** The number that is changed, its index in the user's array, and the first step that is marked. */
  readonly wrong: readonly [flat: number, cell: string, step: number];
  /** First map of the stage. */
  readonly input: string;
}

const cases: Readonly<Record<string, Case>> = {
  'relu_forward, 2×3': {
    program: `${numpy}${Z}A = np.maximum(0, Z)\n`,
    name: 'A',
    shape: [2, 3],
    values: [1, 0, 3, 0, 5, 0],
    wrong: [4, 'A[1, 1]', 4],
    input: 'Z',
  },
  'relu_backward, 2×3, with a random dA': {
    program: `${numpy}${Z}A = np.maximum(0, Z)\n`,
    pass: 'backward',
    name: 'dZ',
    shape: [2, 3],
    values: dA.map((value, k) => (k % 2 === 0 ? value : 0)),
    wrong: [5, 'dZ[1, 2]', 5],
    input: 'Z',
  },
  'zero_pad: two examples of 1×2, pad 1': {
    program: `${numpy}X = np.array([[[[1.], [2.]]], [[[3.], [4.]]]])\nX_pad = zero_pad(X, 1)\n`,
    name: 'X_pad',
    shape: [2, 3, 4, 1],
    values: [0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0],
    wrong: [18, 'X_pad[1, 1, 2, 0]', 1],
    input: 'X',
  },
  'conv_transpose_forward: 2×2, 3×3 kernel, stride 2, pad 1': {
    program: `${transposed}y = F.conv_transpose2d(x, w, stride=2, padding=1, output_padding=1)\n`,
    name: 'y',
    shape: [1, 1, 4, 4],
    values: [0, 4, 5, 6, 4, 16, 14, 18, 10, 24, 15, 18, 16, 39, 24, 27],
    wrong: [15, 'Z[0, 0, 3, 3]', 3],
    input: 'x',
  },
  'conv_transpose_backward with dZ = Z: dx of 2×2, 3×3 kernel, stride 2, pad 1': {
    program: `${transposed}y = F.conv_transpose2d(x, w, stride=2, padding=1, output_padding=1)\n`,
    pass: 'backward',
    name: 'dx',
    shape: [1, 1, 2, 2],
    values: [200, 463, 729, 1085],
    wrong: [2, 'dx[0, 0, 1, 0]', 2],
    input: 'dz_pad',
  },
  'conv_transpose_backward with dZ = Z: dw': {
    program: `${transposed}y = F.conv_transpose2d(x, w, stride=2, padding=1, output_padding=1)\n`,
    pass: 'backward',
    name: 'dw',
    shape: [1, 1, 3, 3],
    values: [48, 50, 86, 76, 70, 108, 133, 118, 177],
    wrong: [8, 'dw[0, 0, 2, 2]', 0],
    input: 'dz_pad',
  },
  'conv_single_step: 2×1×2': {
    program: `${numpy}a_slice_prev = np.array([[[1., 2.]], [[3., 4.]]])\nW = np.array([[[2., 2.]], [[1., 1.]]])\nb = np.array([[[0.5]]])\nZ = conv_single_step(a_slice_prev, W, b)\n`,
    name: 'Z',
    shape: [],
    values: [13.5],
    wrong: [0, 'Z', 0],
    input: 'a_slice_prev',
  },
  'create_mask_from_window: 2×3': {
    program: `${numpy}x = np.array([[1., 5., 2.], [3., 5., 0.]])\nmask = create_mask_from_window(x)\n`,
    name: 'mask',
    shape: [2, 3],
    values: [0, 1, 0, 0, 1, 0],
    wrong: [4, 'mask[1, 1]', 0],
    input: 'x',
  },
  'distribute_value: 2×4': {
    program: `${numpy}a = distribute_value(2, (2, 4))\n`,
    name: 'a',
    shape: [2, 4],
    values: [0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25],
    wrong: [6, 'a[1, 2]', 0],
    input: 'dz',
  },
};

describe.each(Object.entries(cases))('Session: results next to %s', (_title, each) => {
  const { name, shape, values, wrong } = each;
  const changed = values.map((value, k) => (k === wrong[0] ? value + 1 : value));

  function showing(): FakePanel {
    const panel = FakePanel.showing(each.program, 'any');
    if (each.pass) panel.set('pass', each.pass);
    return panel;
  }

  it('printed as a whole: agrees', () => {
    const panel = showing();
    panel.session.compare(text(`${name} = ${printed(values, shape)}`));
    expect(panel.layer.yours && formatMessage(panel.layer.yours.summary)).toMatch(
      values.length === 1 ? /^the value agrees/ : new RegExp(`^all ${values.length} values agree`),
    );
    expect([panel.layer.yours!.verdict, panel.layer.timeline.marks]).toEqual(['agrees', []]);
  });

  it('a wrong value of a variable: its cell by the index of the user, the first step that is marked, the maps', () => {
    const panel = showing();
    panel.session.compare({ kind: 'arrays', name, arrays: [{ name, array: array(changed, shape), range: [0, 0] }] });
    const notes = panel.layer.yours!.notes.map(formatMessage);
    expect(notes[0]).toBe(`${wrong[1]} differs: yours ${values[wrong[0]]! + 1}, layer ${values[wrong[0]]!}`);
    expect([panel.layer.timeline.marks![0], panel.layer.t]).toEqual([wrong[2], wrong[2]]);
    expect(mapsOf(panel.frame.stage)[0]!.title).toBe(each.input);
    panel.set('compare', 'difference');
    const difference = mapsOf(panel.frame.stage).find(({ id }) => id.endsWith('difference'))!;
    expect(Array.from(difference.values).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it('a file agrees', async () => {
    const panel = showing();
    panel.readFiles = (files) =>
      Promise.resolve({
        kind: 'arrays',
        name: files.name,
        arrays: [{ name: `${name}.npy`, array: array(values, shape), range: [0, 0] }],
        files,
      });
    await panel.session.compareFiles({ name: `${name}.npy`, uris: [`file:///${name}.npy`] });
    expect(panel.layer.yours!.verdict).toBe('agrees');
    expect(panel.layer.yours!.notes.map(formatMessage)).toEqual([`compared with ${name}.npy`]);
  });

  it('an index of the user selects the same cell', () => {
    if (shape.length === 0) return;
    const panel = showing();
    const index = wrong[1].slice(wrong[1].indexOf('['));
    panel.session.compare(text(`${name}${index} = ${values[wrong[0]]!}`));
    expect(panel.layer.yours!.verdict).toBe('agrees');
    panel.session.compare(text(`${name}${index} = ${values[wrong[0]]! + 2}`));
    expect(formatMessage(panel.layer.yours!.notes[0]!)).toMatch(/ differs: yours /);
  });
});

it('channels first: cells of a batch with as many channels as rows are compared in the layout of the call', () => {
  const values = Array.from({ length: 54 }, (_, k) => k);
  const panel = FakePanel.showing(
    `${torch}x = torch.arange(54.).reshape(2, 3, 3, 3)\ny = F.max_pool2d(x, 1, stride=1)\n`,
    'any',
  );
  panel.session.compare(text(`y = ${printed(values, [2, 3, 3, 3])}`));
  expect(panel.layer.yours!.verdict).toBe('agrees');
  panel.session.compare(text(`y[0, 1] = ${printed(values.slice(9, 18), [3, 3])}`));
  expect(panel.layer.yours!.verdict).toBe('agrees');
});

it('a step of ReLU states both values of the cell and the cell that they come from', () => {
  const panel = FakePanel.showing(`${numpy}${Z}A = np.maximum(0, Z)\n`, 'any');
  panel.session.compare(text('A = [[1. 0. 3.]\n [0. 5. 6.]]'));
  const [row] = panel.frame.stage;
  expect(row!.lines.map(({ spans }) => spans.map(plain).join(''))).toEqual([
    'yours 6',
    'layer 0 from row 1, column 2 of Z',
  ]);
});

function plain(span: Span): string {
  if (span.kind === 'number') return String(span.value);
  if (span.kind === 'message') return formatMessage(span.message);
  return span.kind === 'text' ? span.text : '';
}

function text(content: string): LensSource {
  return { kind: 'text', name: 'output of cell 3', segments: [{ offset: 0, text: content }] };
}

function array(values: readonly number[], shape: readonly number[]): NdArray {
  return { shape, data: Float64Array.from(values) };
}

/** As `print` writes an array. */
function printed(values: readonly number[], [first, ...rest]: readonly number[]): string {
  if (first === undefined) return String(values[0]);
  const size = values.length / first;
  const items = Array.from({ length: first }, (_, k) => printed(values.slice(k * size, (k + 1) * size), rest));
  return `[${items.join(rest.length > 0 ? '\n ' : ' ')}]`;
}
