/** A list of plain numbers from the text, kept as one array until its items are asked for. */
import { arrayOf, type PyArray } from '../array/PyArray';
import type { Dtype } from '../array/dtype';
import type { Display } from '../syntax/display';
import type { Py, PySequence } from '../value';

const DTYPES: Readonly<Record<Display['kind'], Dtype>> = { float: 'float64', int: 'int64', bool: 'bool' };

export function displayList({ array: { data, shape }, ranges, kind }: Display): PySequence {
  return listOf(arrayOf(data, shape, DTYPES[kind], { ranges }));
}

function listOf(array: PyArray): PySequence {
  let items: Py[] | undefined;
  return {
    kind: 'list',
    array,
    get items() {
      return (items ??= itemsOf(array));
    },
  };
}

function itemsOf({ shape, strides, offset, ...rest }: PyArray): Py[] {
  const [length = 0, ...inner] = shape;
  const [stride = 0, ...innerStrides] = strides;
  return Array.from({ length }, (_, i): Py => {
    const row: PyArray = { ...rest, shape: inner, strides: innerStrides, offset: offset + i * stride };
    return inner.length > 0 ? listOf(row) : { kind: 'number', value: row.store.data[row.offset]!, dtype: row.dtype };
  });
}
