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
