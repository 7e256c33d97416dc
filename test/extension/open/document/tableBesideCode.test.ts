/** A table below words about pooling, in a document with the code of another layer. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const CODE = `import torch
import torch.nn.functional as F
x = torch.arange(9.).reshape(1, 1, 3, 3)
k = torch.tensor([[[[1., 0.], [0., -1.]]]])
print(F.conv2d(x, k))`;

const page = (words: string): string => `# Layers

\`\`\`python
${CODE}
\`\`\`

## Average pooling

${words}

| 1 | 3 | 2 | 4 |
|---|---|---|---|
| 5 | 6 | 7 | 8 |
| 9 | 2 | 1 | 0 |
| 3 | 4 | 5 | 6 |
`;

const at = (text: string, place: string) => openText({ text, languageId: 'markdown', cursor: text.indexOf(place) });
const MEAN = page('Average pooling with a 2x2 window and stride 2 takes the mean of each window of');

describe('a table next to code', () => {
  it('is pooled as its words state', () => {
    expect(at(MEAN, '| 5 | 6')).toMatchObject({
      kind: 'layer',
      operation: 'pool_forward',
      roles: { x: { shape: [1, 4, 4, 1] } },
      options: { mode: 'average', kernel: 2, stride: 2 },
    });
  });

  it('is of the code where the cursor is in the code', () => {
    expect(at(MEAN, 'F.conv2d(x')).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  });

  it('whose numbers the code has is that of the code', () => {
    const text = MEAN.replace(
      'torch.arange(9.).reshape(1, 1, 3, 3)',
      'torch.tensor([[[[1., 3, 2, 4], [5, 6, 7, 8], [9, 2, 1, 0], [3, 4, 5, 6]]]])',
    );
    expect(at(text, '| 5 | 6')).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  });
});
