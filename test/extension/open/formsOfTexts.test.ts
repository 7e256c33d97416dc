/** Forms in which pages, mails and exercises write the arrays of a layer. */
import { it } from 'vitest';
import { expectLayer, type TextOfLayer } from './requests';

const IMAGE = [1, 2, 0, 0, 1, 3, 2, 0, 1];
const KERNEL = [1, 0, 0, 1];

it.each<TextOfLayer>([
  [
    'names behind their words in one sentence of LaTeX',
    String.raw`Question 3 [25 marks] Given the image $I$ and the filter $F$ $$I = \begin{bmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \\ 2 & 0 & 1 \end{bmatrix}, F = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}$$ compute $I * F$ with stride 1. \hfill [5 marks]`,
    'conv_forward',
    { stride: 1, padding: 0 },
    { x: IMAGE, w: KERNEL },
  ],
])('%s', (...row) => expectLayer(row));
