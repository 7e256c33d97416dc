/** A text that opens no layer offers the arrays that can be read of it. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';

function offered(text: string, languageId: string): [name: string | undefined, shape: readonly number[]][] {
  const opened = openText({ text, languageId });
  if (opened.kind !== 'refused') throw new Error(JSON.stringify(opened));
  return (opened.arrays ?? []).map(({ name, shape }) => [name, shape]);
}

describe('a refusal has with its reason', () => {
  it('the arrays of the code', () => {
    const text = 'Tile = [4 1 0; 2 2 5; 0 3 1];\nStencil = [1 0; 0 2];\nOut = own_conv(Tile, Stencil, 0, 1);\n';
    expect(offered(text, 'matlab')).toEqual([
      ['Tile', [3, 3]],
      ['Stencil', [2, 2]],
    ]);
  });

  it('the literals where the code as a whole is not read', () => {
    const text = 'tile = missing(4)\nout = F.conv2d(tile, torch.tensor([[[[1.0, 2.0], [0.0, 1.0]]]]))\n';
    expect(offered(text, 'python')).toEqual([[undefined, [1, 1, 2, 2]]]);
  });

  it('nothing else where the text has no array', () => {
    expect(offered('y = F.conv2d(x, w)\n', 'python')).toEqual([]);
  });
});
