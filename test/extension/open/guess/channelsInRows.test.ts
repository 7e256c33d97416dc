/** Channels that a text writes next to each other are not the columns of one channel. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const TEXT = `The input is a 3x3 image with 2 channels, here next to each other:

1 2 3 0 1 0
2 3 4 1 0 1
3 4 5 0 1 0

and the filter is

1 0 2 1
0 1 1 2

What is the convolution of the image with the filter?
`;

it('two 3 x 3 channels in the rows of a (3, 6) matrix are refused', () => {
  expect(openText({ text: TEXT, languageId: 'plaintext' })).toMatchObject({
    kind: 'refused',
    message: '2 channels of 3 × 3 are in the same rows: write a matrix for each channel',
  });
});

it.each([
  ['of the size 3 x 6', TEXT.replace('3x3', '3x6')],
  ['of one channel', TEXT.replace('2 channels', '1 channel')],
])('a (3, 6) image %s is convolved as it is', (_, text) => {
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'layer',
    roles: { x: { shape: [1, 3, 6, 1] } },
  });
});
