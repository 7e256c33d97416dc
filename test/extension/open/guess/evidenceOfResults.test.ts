/** A layer that is known by its result: the evidence does not name the result as if it were a call. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const TEST = `func TestConv(t *testing.T) {
	layer := NewConv2D(3, 3, 4, 4)
	filter := []float64{0, -1, 0, -1, 5, -1, 0, -1, 0}
	input := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17}
	layer.Load(filter)
	if !reflect.DeepEqual(layer.Forward(input), []float64{6, 7, 10, 11}) {
		t.Fatal()
	}
}
`;

it('the evidence is that the numbers are the result', () => {
  const { operation, evidence } = layer({ text: TEST, languageId: 'go' });
  expect(operation).toBe('conv_forward');
  expect(evidence).toEqual(['the numbers of (4,) are the result of this layer', 'channels first']);
});
