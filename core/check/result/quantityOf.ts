/** Quantities that test cells print of a result. */
import type { NdArray } from '../../array/NdArray';
import type { Quantity } from '../../read/prints/PrintedResult';

/** Undefined for a quantity that is not a number. `std` is NumPy's, `norm` the square root of the sum of squares. */
export function quantityOf({ shape, data }: NdArray, quantity: Quantity): readonly number[] | undefined {
  const fold = (start: number, add: (before: number, value: number) => number): number => {
    let result = start;
    for (let k = 0; k < data.length; k++) result = add(result, data[k]!);
    return result;
  };
  const sum = (change: (value: number) => number): number => fold(0, (before, value) => before + change(value));
  const mean = sum((value) => value) / data.length;
  switch (quantity) {
    case 'mean':
      return [mean];
    case 'sum':
      return [sum((value) => value)];
    case 'min':
      return [fold(Infinity, Math.min)];
    case 'max':
      return [fold(-Infinity, Math.max)];
    case 'std':
      return [Math.sqrt(sum((value) => (value - mean) ** 2) / data.length)];
    case 'norm':
      return [Math.sqrt(sum((value) => value * value))];
    case 'shape':
      return shape;
    case 'type':
      return undefined;
  }
}
