/** MATLAB's statements between the words of a question, without fences. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

const text = `Hi, I have a simple matrix A:
A = [1,2,3;
4,5,6;
7,8,9]
and a kernel:
k = [0,1;
2,3];
I used this line:
C = conv2(A,k,'valid');
Why is the result turned?

Answer

conv2 turns the kernel. Turn it before:
k = rot90(k, 2);
C = conv2(A,k,'valid');
`;

describe('the call at the cursor has the arrays of the statements above it', () => {
  it.each([
    ['C = conv2', [3, 2, 1, 0]],
    ['k = rot90', [0, 1, 2, 3]],
  ])('%s', (at, kernel) => {
    const opened = layer({ text, languageId: 'plaintext', cursor: text.indexOf(at) });
    expect(opened.roles.x!.values).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(opened.roles.w!.values).toEqual(kernel);
  });
});
