/** Short vectors with the names of options, `stride = [1 1]`, are options and not arrays of a layer. */
import type { ParsedArray, ParseResult, Value } from '../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../core/setup/options/hyperparameters';
import { roleOfName } from '../../../../core/setup/roles';

/** A pad may have four sides. */
const LONGEST = 4;

export function optionsAsValues(read: ParseResult): ParseResult {
  const options = read.arrays.flatMap((each): [string, Value][] => {
    const value = optionOf(each);
    return value === undefined ? [] : [[each.name!, value]];
  });
  if (options.length === 0) return read;
  const arrays = read.arrays.filter((each) => optionOf(each) === undefined);
  // The filter has the size of the kernel.
  const isKnown = arrays.some(({ name, array }) => roleOfName(name) === 'w' && array.shape.length > 1);
  const stated = options.filter(([name]) => !(isKnown && /^kernel/i.test(name)));
  return { ...read, arrays, values: { ...read.values, ...Object.fromEntries(stated) } };
}

function optionOf({ name, array: { shape, data } }: ParsedArray): Value | undefined {
  const isRow = shape.length === 1 || (shape.length === 2 && shape[0] === 1);
  if (
    name === undefined ||
    !isRow ||
    data.length > LONGEST ||
    !data.every((each) => Number.isInteger(each) && each >= 0)
  )
    return undefined;
  if (!/^(?:strides?|pad(?:ding|s)?|dilations?|dilation_rate|kernel_?(?:size|shape)|pool_?size)$/i.test(name))
    return undefined;
  const numbers = Array.from(data);
  const value = numbers.every((each) => each === numbers[0]) ? numbers[0]! : numbers;
  return Object.keys(hyperparameters({ [name]: value })).length > 0 ? value : undefined;
}
