/** A cell that only makes arrays, and a later cell that calls a layer with them. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const CELLS = `# %%
import torch
import torch.nn.functional as F

# %%
code = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).view(1, 1, 2, 3)
stamp = torch.ones(1, 1, 3, 3)
`;

it('the call is meant, not a layer that the arrays may be those of', () => {
  const text = `${CELLS}\n# %%\nprint(F.conv_transpose2d(code, stamp, stride=2))\n`;
  for (const at of ['code =', 'stamp ='])
    expect(layer({ text, languageId: 'python', cursor: text.indexOf(at) })).toMatchObject({
      operation: 'conv_transpose_forward',
      options: { stride: 2 },
      roles: { x: { name: 'code' } },
    });
});

it('without such a call the arrays are what they may be', () => {
  const opened = openText({ text: CELLS, languageId: 'python', cursor: CELLS.indexOf('stamp =') });
  expect(opened).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
});
