/** Matrices in one pair of brackets with a row on each line, as chats and notes write them: `[ 1 2` above `3 4 ]`. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const part = (fence: string): string => `## Convolution (4×4 image, 2×2 filter, stride=1, no padding)

### Input image

${fence}
I =
[ 3  1  0  2
  4  5  1  1
  0  2  6  3
  1  0  2  7 ]
${fence}

### 2×2 filter

${fence}
F =
[ 1  0
  0 -1 ]
${fence}
`;

it.each(['```', '~~~'])('a convolution in fences of %s keeps the first and the last rows', (fence) => {
  const { operation, roles } = layer({ text: part(fence), languageId: 'markdown' });
  expect(operation).toBe('conv_forward');
  expect(roles['x']).toMatchObject({ shape: [1, 4, 4, 1], values: [3, 1, 0, 2, 4, 5, 1, 1, 0, 2, 6, 3, 1, 0, 2, 7] });
  expect(roles['w']).toMatchObject({ values: [1, 0, 0, -1] });
});

it('a pooling below another example', () => {
  const text = `${part('```')}
## MaxPooling (2×2, stride=2)

\`\`\`
A =
[ 7  3  2  1
  4  6  5  2
  0  1  3  4
  2  1  2  0 ]
\`\`\`

Divide into blocks of 2×2.
`;
  expect(layer({ text, languageId: 'markdown', cursor: text.indexOf('MaxPooling') })).toMatchObject({
    operation: 'pool_forward',
    options: { kernel: 2, stride: 2 },
    roles: { x: { shape: [1, 4, 4, 1], values: [7, 3, 2, 1, 4, 6, 5, 2, 0, 1, 3, 4, 2, 1, 2, 0] } },
  });
});
