/** A list of plain numbers from the text, kept as one array until its items are asked for. */
import { arrayOf, stridedView, walk, type PyArray } from '../../array/PyArray';
import { promote, type Dtype } from '../../array/dtype';
import type { ListDisplay } from '../../syntax/display';
import type { Py, PySequence } from '../../value/Py';

const DTYPES: Readonly<Record<ListDisplay['kind'], Dtype>> = { float: 'float64', int: 'int64', bool: 'bool' };

/** `text` is that of the program: it tells which numbers of a mixed list are whole. */
export function displayList({ array: { data, shape }, ranges, kind }: ListDisplay, text: string): PySequence {
  const array = arrayOf(data, shape, DTYPES[kind], { ranges });
  return listOf(array, (place) => typeAt(array, place, text));
}

/** Type of the number at a place of the store, by how it is written. */
function typeAt({ dtype, store: { ranges } }: PyArray, place: number, text: string): Dtype {
  if (!ranges || dtype === 'bool') return dtype;
  const written = text.slice(ranges[2 * place], ranges[2 * place + 1]);
  if (/^(?:True|False)$/.test(written)) return 'bool';
  return /^[-+]?(?:\d[\d_]*|0[xXoObB][\da-fA-F_]+)$/.test(written) ? 'int64' : 'float64';
}

function listOf(array: PyArray, typeOf: (place: number) => Dtype): PySequence {
  let items: Py[] | undefined;
  return {
    kind: 'list',
    array,
    get items() {
      return (items ??= itemsOf(array, typeOf));
    },
  };
}

function itemsOf(array: PyArray, typeOf: (place: number) => Dtype): Py[] {
  const { shape, strides, offset } = array;
  const [length = 0, ...inner] = shape;
  const [stride = 0, ...innerStrides] = strides;
  return Array.from({ length }, (_, i): Py => {
    const place = offset + i * stride;
    if (inner.length > 0) return listOf(ofOwnType(stridedView(array, place, inner, innerStrides), typeOf), typeOf);
    return { kind: 'number', value: array.store.data[place]!, dtype: typeOf(place) };
  });
}

/** Part of a list with floats that holds whole numbers only is an array of integers. */
function ofOwnType(part: PyArray, typeOf: (place: number) => Dtype): PyArray {
  if (part.dtype !== 'float64' || !part.store.ranges) return part;
  const types = new Set<Dtype>();
  walk(part, (place) => types.add(typeOf(place)));
  const dtype = [...types].reduce(promote, 'bool');
  return dtype === part.dtype || part.shape.includes(0) ? part : { ...part, dtype };
}
