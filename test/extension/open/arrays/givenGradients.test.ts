/** Arrays that a call is given, that are plotted, or that words call a gradient. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

it('the cursor in the gradient that backward() is given opens the backward pass', () => {
  const text =
    'import torch\nimport torch.nn.functional as F\nx = torch.tensor([[2., -1.], [0.5, -3.]], requires_grad=True)\n' +
    'y = F.relu(x)\ny.backward(gradient=torch.tensor([[1., 2.], [3., 4.]]))\n';
  for (const place of ['y.backward', '[[1.', '4.]'])
    expect(layer({ text, languageId: 'python', cursor: text.indexOf(place) })).toMatchObject({
      operation: 'relu_backward',
      roles: { x: { values: [2, -1, 0.5, -3] }, dA: { values: [1, 2, 3, 4] } },
    });
});

it('a gradient with respect to the input is a result, and what is in brackets names no array', () => {
  const text =
    'I do max pooling with kernel size [2, 2]. The input (last axis = filters) is\n\n[[[1, 5], [3, 2]],\n [[4, 1], [2, 8]]]\n\n' +
    'Is the gradient of the pooling with respect to its input\n\n[[[0, 0], [0, 0]],\n [[1, 0], [0, 1]]] ?\n';
  for (const cursor of [undefined, text.indexOf('kernel')]) {
    const opened = openText({ text, languageId: 'plaintext', ...(cursor !== undefined && { cursor }) });
    expect(opened).toMatchObject({ kind: 'array', arrays: [{ name: 'input' }, { name: 'output' }] });
  }
});

it('a matrix whose columns are plotted as curves is not an image', () => {
  const text = "H = [1.2 1.4 1.3;\n     0.9 1.0 1.1;\n     2.4 2.3 2.5];\nplot(H', '-o')\n";
  expect(openText({ text, languageId: 'matlab', cursor: 0 }).kind).toBe('array');
});
