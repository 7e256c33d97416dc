/** Output of a program: parts of printed arrays do not open as a layer; words that state one size in two ways agree. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const PRINTED = `My padding cell prints this, do you get the same?

\`\`\`
x.shape =
 (2, 3, 3, 1)
x[1,0] =
 [[ 1.  -2. ]
 [ 0.5  3. ]]
x_pad[1,1] =
 [[ 0.   0. ]
 [ 1.  -2. ]
 [ 0.5  3. ]
 [ 0.   0. ]]
\`\`\`
`;

it('parts of printed arrays are shown as arrays', () => {
  const opened = openText({ text: PRINTED, languageId: 'markdown', cursor: PRINTED.indexOf('x[1,0]') });
  expect(opened).toMatchObject({ kind: 'array', arrays: [{ shape: [2, 2] }, { shape: [4, 2] }] });
});

it('a convolution of them is refused with the reason', () => {
  const opened = openText({ text: PRINTED, languageId: 'markdown', operation: 'convolution' });
  expect(opened).toMatchObject({ kind: 'refused', message: expect.stringContaining('printed parts') as string });
});

it('a padding in cells that keeps the size is one padding', () => {
  const text = `A convolutional layer gets the image

 1 0 2
 0 3 1
 2 1 0

and has the kernel

 0 1 0
 1 1 1
 0 1 0

Pad it with one ring of zeros (padding = 1). With a stride of 1 the output has the same size as the image.
`;
  const opened = openText({ text, languageId: 'plaintext' });
  expect(opened).toMatchObject({ kind: 'layer', operation: 'conv_forward', options: { stride: 1, padding: 1 } });
});
