/** With the cursor at a call that is not known, in a filter, or in a part of a filter, no other layer of the text opens. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const GO = `package main

func main() {
	k := mat.NewDense(2, 2, []float64{1, 2, 3, 4})
	x := mat.NewDense(4, 4, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	r := nets.Convolve(x, k, 0, 2)
	m, _ := nets.MaxPool(x, 2, 2)
}
`;

it('a call of a language whose calls are known by their names', () => {
  const at = (place: string) => ({ text: GO, languageId: 'go', cursor: GO.indexOf(place) });
  expect(layer(at('nets.MaxPool')).operation).toBe('pool_forward');
  expect(refusal(at('nets.Convolve'))[0]).toBe(
    'nets.Convolve is not supported in Go code: select an input and a filter, or an array',
  );
});

it('the filter of a later call', () => {
  const text =
    "A = magic(4);\nK1 = [1 0; 0 -1];\nK2 = [2 1; 1 0];\nB = conv2(A, K1, 'valid');\nC = conv2(A, K2, 'valid');\n";
  const filterAt = (place: string) =>
    layer({ text, languageId: 'matlab', cursor: text.indexOf(place) }).roles['w']?.values;
  expect(filterAt('K1 = ')).toEqual([-1, 0, 0, 1]);
  expect(filterAt('K2 = ')).toEqual([0, 1, 1, 2]);
});

it('a part of the filters of an object that is not known', () => {
  const text =
    'W(:,:, 1, 1) = [1 1 1; 1 1 -1; 0 -1 0];\nW(:,:, 1, 2) = [0 1 1; 0 -1 0; 0 0 -1];\nL = Conv2DLayer(W, 0);\n';
  expect(refusal({ text, languageId: 'matlab', cursor: 0 })[0]).toBe('Conv2DLayer is not supported');
});
