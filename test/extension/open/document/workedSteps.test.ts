/** Worked steps of an exercise: what they show is a part of the exercise's arrays. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

it.each(['Input patch:', 'Window:', 'Current region:'])('a window next to the kernel is not the input: %s', (title) => {
  const text = `## Task 2: convolution (4 marks)

**Input feature map (4×5):**

\`\`\`
[1  0  2  3  1]
[4  1  0  2  5]
[0  3  1  1  0]
[2  2  0  4  1]
\`\`\`

**Kernel (2×2):**

\`\`\`
[1  -1]
[0   2]
\`\`\`

No padding, stride 1.

### Step at (0,0)

\`\`\`
${title.padEnd(22)}Kernel:
[1  0]                [1  -1]
[4  1]          ⊙     [0   2]

= 1 + 0 + 0 + 2 = 3
\`\`\`
`;
  for (const at of ['Input feature', 'No padding', 'Step at'])
    expect(layer({ text, languageId: 'markdown', cursor: text.indexOf(at) })).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { shape: [1, 4, 5, 1] }, w: { shape: [2, 2, 1, 1], values: [1, -1, 0, 2] } },
    });
});

it('the numbers of a window that the code above takes from the image are not the input', () => {
  const text =
    'The convolution by hand:\n\n```python\nimage = np.array([[1, 2, 0], [5, 3, 4], [2, 1, 3]])\nkernel = np.array([[1, 0], [0, -1]])\nout = np.zeros((2, 2))\nfor i in range(2):\n    for j in range(2):\n        patch = image[i:i+2, j:j+2]\n        out[i, j] = np.sum(patch * kernel)\n```\n\nThe first value:\n\n```python\npatch = [[1, 2], [5, 3]]\nkernel = [[1, 0], [0, -1]]\n```\n\nso 1 - 3 = -2.\n';
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({ roles: { x: { shape: [1, 3, 3, 1] } } });
});

it.each(['(4 + 8 + 2 + 6) / 4 = 5', '(4 · 1 + 8 · 1) = 12', '(2 by 2 window)'])(
  'parentheses of a step without commas do not hold an array: %s',
  (step) => {
    const text = `Average pooling of this map:\n\n|    | c1 | c2 | c3 | c4 |\n|----|----|----|----|----|\n| r1 | 4 | 8 | 1 | 3 |\n| r2 | 2 | 6 | 5 | 7 |\n\nThe window is 2 × 2, the stride 2.\n\n1. left: ${step}\n`;
    expect(layer({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'pool_forward',
      options: { mode: 'average', kernel: 2, stride: 2 },
      roles: { x: { shape: [1, 2, 4, 1], values: [4, 8, 1, 3, 2, 6, 5, 7] } },
    });
  },
);
