/** A list of plain numbers from the text, kept as one array until its items are asked for. */
import { arrayOf, stridedView, walk, type PyArray } from '../../../array/PyArray';
import { promote, type Dtype } from '../../../array/dtype';
import type { ListDisplay } from '../../../syntax/text/display';
import { NAN, pyFloat } from '../../../value/constructors';
import type { Py, PySequence } from '../../../value/Py';

const DTYPES: Readonly<Record<ListDisplay['kind'], Dtype>> = { float: 'float64', int: 'int64', bool: 'bool' };

/** `text` is that of the program: it tells which numbers of a mixed list are whole. */
export function displayList({ array: { data, shape }, ranges, kind }: ListDisplay, text: string): PySequence {
  const array = arrayOf(data, shape, DTYPES[kind], { ranges });
  // The whole number −0 is 0.
  for (let i = 0; i < data.length; i++) if (Object.is(data[i], -0) && typeAt(array, i, text) === 'int64') data[i] = 0;
  return new DisplayList(array, text, { changed: false });
}

/** A list, or one of the lists inside of it. When one of them is changed, none is known by its array any longer. */
class DisplayList implements PySequence {
  readonly kind = 'list';
  private made: Py[] | undefined;

  constructor(
    private readonly written: PyArray,
    private readonly text: string,
    readonly whole: { changed: boolean },
  ) {}

  get array(): PyArray | undefined {
    return this.whole.changed ? undefined : this.written;
  }

  get items(): Py[] {
    return (this.made ??= this.makeItems());
  }

  private makeItems(): Py[] {
    const { written, text, whole } = this;
    const [length = 0, ...inner] = written.shape;
    const [stride = 0, ...innerStrides] = written.strides;
    return Array.from({ length }, (_, i): Py => {
      const place = written.offset + i * stride;
      if (inner.length > 0)
        return new DisplayList(ofOwnType(stridedView(written, place, inner, innerStrides), text), text, whole);
      const value = written.store.data[place]!;
      return Number.isNaN(value)
        ? nanAt(written, place, text)
        : { kind: 'number', value, dtype: typeAt(written, place, text) };
    });
  }
}

/** `np.nan` is the same object everywhere; `float('nan')` makes another one. */
function nanAt({ store: { ranges } }: PyArray, place: number, text: string): Py {
  const name = ranges && text.slice(ranges[2 * place], ranges[2 * place + 1]);
  return name?.includes('.') ? NAN : pyFloat(NaN);
}

/** Type of the number at a place of the store, by how it is written. */
function typeAt({ dtype, store: { ranges } }: PyArray, place: number, text: string): Dtype {
  if (!ranges || dtype === 'bool') return dtype;
  const written = text.slice(ranges[2 * place], ranges[2 * place + 1]);
  if (/^(?:True|False)$/.test(written)) return 'bool';
  return /^[-+]?(?:\d[\d_]*|0[xXoObB][\da-fA-F_]+)$/.test(written) ? 'int64' : 'float64';
}

/** Integers or truth values where nothing else is written, also as a part of a list with floats. */
function ofOwnType(part: PyArray, text: string): PyArray {
  if (part.dtype === 'bool' || !part.store.ranges || part.shape.includes(0)) return part;
  const types = new Set<Dtype>();
  walk(part, (place) => types.add(typeAt(part, place, text)));
  const dtype = [...types].reduce(promote, 'bool');
  return dtype === part.dtype ? part : { ...part, dtype };
}
