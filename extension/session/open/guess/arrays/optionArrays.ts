/** Short vectors with the names of options or sizes, `stride = [1 1]`, `"windowDimensions": [2, 2]`, belong to no array of a layer. */
import type { ParsedArray, ParseResult, Value } from '../../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../../core/setup/options/hyperparameters';
import { roleOfName } from '../../../../../core/setup/roles/roles';

/** A pad may have four sides. */
const LONGEST = 4;

export function optionsAsValues(read: ParseResult): ParseResult {
  const arrays = read.arrays.filter((each) => !isSizes(each));
  if (arrays.length === read.arrays.length) return read;
  const options = read.arrays.flatMap((each): [string, Value][] => {
    const value = isSizes(each) ? optionOf(each) : undefined;
    return value === undefined ? [] : [[each.name!, value]];
  });
  // The filter has the size of the kernel.
  const isKnown = arrays.some(({ name, array }) => roleOfName(name) === 'w' && array.shape.length > 1);
  const stated = options.filter(([name]) => !(isKnown && /^kernel/i.test(name)));
  return { ...read, arrays, values: { ...read.values, ...Object.fromEntries(stated) } };
}

function isSizes({ name = '', array: { shape, data } }: ParsedArray): boolean {
  const isRow = shape.length === 1 || (shape.length === 2 && shape[0] === 1);
  return (
    isRow && NAMES.test(name) && data.length <= LONGEST && data.every((each) => Number.isInteger(each) && each >= 0)
  );
}

const NAMES =
  /(?:^|[._])(?:strides?|pad(?:ding|s)?|dilations?|dilation_?rate|k_?size|(?:\w*(?:kernel|pool|filter|window|output)_?)(?:sizes?|shape|dim\w*))$/i;

/** Undefined for sizes that are those of no option. */
function optionOf({ name, array: { data } }: ParsedArray): Value | undefined {
  const numbers = Array.from(data);
  const value = numbers.every((each) => each === numbers[0]) ? numbers[0]! : numbers;
  return Object.keys(hyperparameters({ [name!]: value })).length > 0 ? value : undefined;
}
