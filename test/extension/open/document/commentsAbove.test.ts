/** A cursor in a comment on lines of its own, which is about the statement below it. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const layer = `import torch
import torch.nn.functional as F

x = torch.tensor([[[[1., 2., 3.], [4., 5., 6.], [7., 8., 10.]]]], requires_grad=True)
w = torch.tensor([[[[1., 0.], [2., -1.]]]], requires_grad=True)
# forward
y = F.conv2d(x, w)

# from the layer above,
# by hand
g = torch.tensor([[[[1., -2.], [3., 0.5]]]])

# gradients
y.backward(g)
`;

it.each([
  ['forward', 'forward'],
  ['from the layer', 'backward'],
  ['by hand', 'backward'],
  ['gradients', 'backward'],
])('at the comment "%s" of a 3 × 3 convolution the %s pass opens', (comment, pass) => {
  const opened = openText({ text: layer, languageId: 'python', cursor: layer.indexOf(comment) });
  expect(opened).toMatchObject({ kind: 'layer', pass });
});
