/** Examples between fences in the documentation of a Python function. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

const text = `class Mixin:
  def avg_pool2d(self, kernel_size=(2, 2), stride=None, padding=0):
    """
    Averages of windows.

    \`\`\`python exec="true" session="tensor"
    t = Tensor.arange(25).reshape(1, 1, 5, 5)
    print(t.avg_pool2d().numpy())
    \`\`\`
    With zeros around the input:
    \`\`\`python exec="true" session="tensor"
    print(t.avg_pool2d(padding=1, count_include_pad=False).numpy())
    \`\`\`
    """
    return self._pooled(kernel_size, stride, padding)

  def conv2d(self, weight):
    """
    \`\`\`python
    t = Tensor.arange(9).reshape(1, 1, 3, 3)
    w = Tensor.ones(1, 1, 2, 2)
    print(t.conv2d(w).numpy())
    \`\`\`
    """
    return self._convolved(weight)
`;

describe('the example of a docstring at the cursor opens, with what is above it in the docstring', () => {
  it.each([
    ['print(t.avg_pool2d().', 'pool_forward', { kernel: 2, stride: 2, padding: 0 }, [1, 5, 5, 1]],
    ['print(t.avg_pool2d(padding', 'pool_forward', { padding: 1, countIncludePad: false }, [1, 5, 5, 1]],
    ['print(t.conv2d', 'conv_forward', { stride: 1, padding: 0 }, [1, 3, 3, 1]],
  ])('%s', (at, operation, options, shape) => {
    const opened = layer({ text, languageId: 'python', cursor: text.indexOf(at) });
    expect(opened).toMatchObject({ operation, options });
    expect(opened.roles.x!.shape).toEqual(shape);
  });
});

it.each([
  ['F.avg', 'average'],
  ['F.max', 'max'],
])('code with prompts among the words of a sentence is one session: %s', (at, mode) => {
  const sentence =
    'First `>>> x = torch.arange(16.).reshape(1, 1, 4, 4)`, then `>>> F.avg_pool2d(x, 2)`; compare with `>>> F.max_pool2d(x, 2)`.\n';
  const opened = layer({ text: sentence, languageId: 'markdown', cursor: sentence.indexOf(at) });
  expect(opened).toMatchObject({ operation: 'pool_forward', options: { mode, kernel: 2 } });
});
