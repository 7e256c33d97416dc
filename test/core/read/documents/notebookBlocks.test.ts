/** A notebook's file opened as text. */
import { describe, expect, it } from 'vitest';
import { blocksOf, blockText } from '../../../../core/read/documents/documents';
import { openText } from '../../../../extension/session/openText';

const NOTEBOOK = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', source: ['# Pooling\n', 'of "x"'] },
      { cell_type: 'code', source: ['import torch\n', 'x = torch.arange(16.).reshape(1, 1, 4, 4)'], outputs: [] },
      {
        cell_type: 'code',
        source: "# \u00e9\ty\ny = torch.nn.functional.max_pool2d(x, 2)\nprint('y', y)",
        outputs: [{ output_type: 'stream', text: ['y tensor([[[[ 5.,  7.],\n', '          [13., 15.]]]])'] }],
      },
      { cell_type: 'code', source: ['z = torch.nn.functional.avg_pool2d(x, 2)'], outputs: [] },
    ],
    metadata: { language_info: { name: 'python' } },
  },
  undefined,
  1,
);

describe('a notebook as JSON', () => {
  it('has its cells and outputs, each character with its place', () => {
    const blocks = blocksOf(NOTEBOOK, 'json');
    expect(blocks.map(({ kind, languageId }) => [kind, languageId])).toEqual([
      ['prose', undefined],
      ['code', 'python'],
      ['code', 'python'],
      ['output', 'python'],
      ['code', 'python'],
    ]);
    const { text, origins } = blocks[2]!.decoded!;
    expect(text).toMatch(/^# é\ty\n/);
    expect(NOTEBOOK.slice(origins[text.indexOf('max_pool2d')])).toMatch(/^max_pool2d/);
    expect(blockText(NOTEBOOK, blocks[3]!)).toMatch(/^y tensor[^]*15\.\]\]\]\]\)$/);
  });

  it('opens the call at the cursor, with the cells above', () => {
    const cursor = NOTEBOOK.indexOf('max_pool2d');
    expect(openText({ text: NOTEBOOK, languageId: 'json', cursor })).toMatchObject({
      kind: 'layer',
      operation: 'pool_forward',
      options: { mode: 'max', kernel: 2 },
    });
    expect(openText({ text: NOTEBOOK, languageId: 'json' })).toMatchObject({ options: { mode: 'average' } });
  });

  it.each(['{"cells": 1, "cell_type": [', '{"a": [1, 2]}', '{"cells": [{"cell_type": "code", "source": ["x = 1\\n"'])(
    'other JSON is not one, and a text that ends too early does not throw: %s',
    (text) => {
      expect(() => blocksOf(text, 'json')).not.toThrow();
    },
  );
});
