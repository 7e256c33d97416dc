/** Places of check results in one document and in the cells of a notebook. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../core/check/checkCode';
import { checkGradients } from '../../../core/check/gradient/checkGradients';
import { readFileSync } from 'node:fs';
import { formatMessage } from '../../../core/message';
import { gradientLine } from '../../../extension/session/check/gradientLine';
import { findingsOf, titlesOf } from '../../../extension/session/check/Finding';
import { JoinedText } from '../../../extension/session/check/JoinedText';
import { layerFunctionOffsets } from '../../../extension/session/check/layerFunctionOffsets';

/** Ignores the stride, as the published course text does. */
const poolForward = `def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h
                    horiz_start = w * stride
                    a = A_prev[i, vert_start:vert_start + f, horiz_start:horiz_start + f, c]
                    A[i, h, w, c] = np.max(a) if mode == "max" else np.mean(a)
    return A, (A_prev, hparameters)
`;

describe('JoinedText: two cells', () => {
  const text = new JoinedText([
    { uri: 'a', text: 'x = 1\n  y = 2' },
    { uri: 'b', text: 'z = 3' },
  ]);

  it('locates a line in its cell, without the indentation', () => {
    expect(text.locateLine(2)).toEqual({ uri: 'a', range: [8, 13], line: 2 });
    expect(text.locateLine(4)).toEqual({ uri: 'b', range: [0, 5], line: 1 });
    expect(text.locateLine(5)).toBe(undefined);
  });

  it('locates a range inside a cell and refuses one across the border', () => {
    const start = text.source.indexOf('3');
    expect(text.locate([start, start + 1])).toEqual({ uri: 'b', range: [4, 5], line: 1 });
    expect(text.locate([8, start])).toBe(undefined);
  });
});

it('layerFunctionOffsets: names of layers only, at the def', () => {
  const names = ['conv_forward', 'max_pool_backward_naive', 'zero_pad', 'convert', 'plot', 'pool_forward', 'spool'];
  const text = names.map((name) => `  def ${name}(x):\n    pass\n`).join('');
  const found = layerFunctionOffsets(text).map((offset) => /^def (\w+)/.exec(text.slice(offset))?.[1]);
  expect(found).toEqual(['conv_forward', 'max_pool_backward_naive', 'zero_pad', 'pool_forward']);
});

it('layerFunctionOffsets: classes with the name of a layer that are not those of a framework', () => {
  const heads = ['MaxPool:', 'Conv2D(Module):', 'Net(nn.Module):', 'ConvBlock(nn.Module):', 'Converter:', 'Conv3x3():'];
  const text = heads.map((head) => `class ${head}\n    pass\n`).join('');
  const found = layerFunctionOffsets(text).map((offset) => /^class (\w+)/.exec(text.slice(offset))?.[1]);
  expect(found).toEqual(['MaxPool', 'Conv2D', 'Conv3x3']);
});

it('a stride that is ignored in the second cell is found at its line, with the edit in that cell', () => {
  const text = new JoinedText([
    { uri: 'imports', text: 'import numpy as np' },
    { uri: 'pool', text: poolForward },
  ]);
  const checks = checkCode(text.source);
  const [title] = titlesOf(checks, text);
  expect(title!.place.uri).toBe('pool');
  expect(formatMessage(title!.title)).toMatch(/^pool_forward: agrees with the layer on \d+ of \d+ cases$/);
  for (const agrees of [true, false]) {
    const [each] = titlesOf([{ ...checks[0]!, agrees }], text);
    const [agreeing, all] = formatMessage(each!.title).match(/\d+/g)!.map(Number);
    expect(each!.failing).toBe(all! - agreeing!);
  }
  const [finding] = findingsOf(checks, text);
  const line = poolForward.slice(...finding!.place.range);
  expect([finding!.place.uri, line]).toEqual(['pool', 'vert_start = h']);
  const { place, text: replacement } = finding!.repair!;
  const repaired = poolForward.slice(0, place.range[0]) + replacement + poolForward.slice(place.range[1]);
  expect(repaired).toContain('vert_start = h * stride');
});

it('a gradient check names the worst cell and its ratio', () => {
  const lineOf = (path: string): string =>
    formatMessage(gradientLine(checkGradients(readFileSync(`test/programs/functions/${path}.py`, 'utf8'))[0]!));
  expect(lineOf('right/course_pool_backward')).toMatch(/^pool_backward: \d+ gradients agree with central differences/);
  expect(lineOf('wrong/pb_stride_ignored')).toMatch(
    /^pool_backward: \d+ of \d+ gradients in dA_prev differ; worst cell \[\d+, \d+, \d+, \d+\]: yours -?[\d.]+, central difference/,
  );
});
