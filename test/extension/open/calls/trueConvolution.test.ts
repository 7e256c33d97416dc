import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

it.each([
  ['python', 'C = signal.convolve2d([[1, 2], [3, 4]], [[1, 0], [0, -1]])', true],
  ['python', 'C = signal.oaconvolve([[1, 2], [3, 4]], [[1, 0], [0, -1]])', true],
  ['python', 'C = signal.correlate2d([[1, 2], [3, 4]], [[1, 0], [0, -1]])', false],
  ['matlab', 'C = conv2([1 2; 3 4], [1 0; 0 -1])', true],
])('%s %s: a turned kernel is evidence: %s', (languageId, text, turned) => {
  const opened = openText({ text, languageId });
  const evidence = opened.kind === 'layer' ? opened.evidence : [];
  expect(evidence.some((each) => each.includes('turns the kernel by 180°'))).toBe(turned);
  expect(opened).toMatchObject({
    operation: 'conv_forward',
    roles: { w: { values: turned ? [-1, 0, 0, 1] : [1, 0, 0, -1] } },
  });
});

const EXERCISE = (
  forward: string,
): string => `A layer without bias computes $Z = A * K$ (${forward}, stride 1, no padding) with
\\[ A = \\begin{pmatrix} 2 & 0 & 1 \\\\ 1 & 3 & -2 \\\\ 0 & 4 & 1 \\end{pmatrix}, \\quad K = \\begin{pmatrix} 1 & 2 \\\\ 0 & -1 \\end{pmatrix}. \\]
The upstream gradient is \\[ \\frac{\\partial L}{\\partial Z} = \\begin{pmatrix} 1 & 0 \\\\ 2 & -1 \\end{pmatrix}. \\]
\\begin{itemize}
  \\item Show that $\\partial L / \\partial A$ is a full convolution with the kernel rotated by 180 degrees.
\\end{itemize}
`;

it.each([
  ['cross-correlation', [1, 2, 0, -1]],
  ['a true convolution: flip the kernel', [-1, 0, 2, 1]],
])('the words on a gradient do not tell how the forward pass is meant, its own do: %s', (forward, values) => {
  expect(openText({ text: EXERCISE(forward), languageId: 'latex' })).toMatchObject({
    operation: 'conv_backward',
    options: { stride: 1, padding: 0 },
    roles: { w: { values }, dZ: { values: [1, 0, 2, -1] } },
  });
});

it('of two arrays of one size, the first is the image with mode valid', () => {
  const text =
    "image = [[1, 2], [3, 4]]\nkernel = [[1, 0], [5, -1]]\nC = signal.convolve2d(image, kernel, mode='valid')\n";
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    roles: { x: { values: [1, 2, 3, 4] }, w: { values: [-1, 5, 0, 1] } },
  });
});
