/** `np.einsum`: sums over labelled axes, with implicit output, repeated labels and ellipses. */
import { requireTypeOfProduct } from '../../array/productTypes';
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { promote } from '../../array/dtype';
import { storing } from '../../array/elementwise';
import { shapeText } from '../../array/broadcast';
import { inverse, keptOrder } from '../../array/keptOrder';
import { arrayOf, newData, stridedView, type PyArray } from '../../array/PyArray';
import { copyOf, permuteAxes } from '../../array/reshaping';
import { valueError, type PythonError } from '../../runtime/PythonError';
import { UNKNOWN, pyInteger, pyList, pyText, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call } from '../call/Call';
import { toArray, toText } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import { multiplyIntegers } from '../ufunc/integers';
import type { Binary } from '../ufunc/Ufunc';

/** Labels of the axes that an ellipsis covers, last axis first. */
const HIDDEN = 'αβγδεζηθικλμνξοπρστυφχψω';

export function einsum(call: Call): Py {
  // Through `optimize=` NumPy gives an array without axes, not a number, and adds along the axes of an ellipsis.
  const plain = call.lacks('optimize') || isFalse(call.value('optimize'));
  const sums = contracted(call, plain);
  return plain ? scalarOf(sums) : sums;
}

/** Of at most two operands there is one path; its report is not known. */
export function einsumPath(call: Call): Py {
  const { length } = call.rest;
  if (length > 2)
    throw new LensError(msg('{0} with {1} is not supported', call.callee, `${length} operands`), undefined, call.range);
  return pyTuple([pyList([pyText('einsum_path'), pyTuple([...Array(length).keys()].map(pyInteger))]), UNKNOWN]);
}

function isFalse(value: Py): boolean {
  return value.kind === 'number' && value.value === 0;
}

function contracted(call: Call, plain: boolean): PyArray {
  const value = call.value('subscripts');
  if (value.kind !== 'text')
    throw new LensError(msg('einsum is supported with subscripts as a string'), undefined, call.range);
  const operands = call.rest.map((argument) => toArray(argument.value, call.context));
  const [first, second] = operands;
  if (first && second) requireTypeOfProduct({ ...first, shape: [] }, second, call.context);
  const terms = labelsOf(toText(value), operands, plain);
  const { inputs, output } = terms;
  const extents = extentsOf(terms, operands);
  const summed = [...extents.keys()].filter((label) => !output.includes(label));
  const shape = [...output].map((label) => extents.get(label)!);
  const order = [...output, ...summed];
  const sizes = order.map((label) => extents.get(label)!);
  const strides = operands.map((operand, i) => order.map((label) => strideOf(operand, inputs[i]!, label)));
  const [only] = operands;
  if (only && operands.length === 1 && summed.length === 0 && only.notation !== 'pytorch')
    return stridedView(only, only.offset, shape, strides[0]!);
  const dtype = operands.map(({ dtype: each }) => each).reduce(promote);
  const data = newData(call.context.allocate(shape), dtype);
  call.context.spend(sizeOf(sizes) * operands.length);
  accumulateProducts(operands, strides, sizes, output.length, data, multiplyIntegers(dtype));
  const store = storing(dtype);
  if (store) for (let i = 0; i < data.length; i++) data[i] = store(data[i]!);
  const made = arrayOf(data, shape, dtype, { notation: only?.notation });
  const axes = keptOrder(sizes, strides, only?.notation)?.filter((axis) => axis < shape.length);
  return axes ? permuteAxes(copyOf(permuteAxes(made, axes), call.context), inverse(axes)) : made;
}

/** Labels of the axes. */
interface Terms {
  readonly inputs: readonly string[];
  readonly output: string;
}

function labelsOf(subscripts: string, operands: readonly PyArray[], plain: boolean): Terms {
  const text = subscripts.replace(/\s+/g, '');
  const [left = '', right] = text.split('->');
  const terms = left.split(',');
  if (terms.length !== operands.length) {
    throw valueError(
      terms.length > operands.length
        ? 'more operands provided to einstein sum function than specified in the subscripts string'.replace(
            'more',
            'fewer',
          )
        : 'more operands provided to einstein sum function than specified in the subscripts string',
    );
  }
  const inputs = terms.map((term, i) => expand(term, operands[i]!.shape.length, i));
  const widest = inputs.reduce(
    (most, term) => Math.max(most, [...term].filter((label) => HIDDEN.includes(label)).length),
    0,
  );
  const hidden = HIDDEN.slice(0, widest).split('').reverse().join('');
  if (right !== undefined) {
    if (plain && widest > 0 && !right.includes('...'))
      throw valueError(
        "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.",
      );
    const output = right.replace('...', hidden);
    const bad = [...output].find((label) => !inputs.some((term) => term.includes(label)));
    if (bad)
      throw valueError(
        `einstein sum subscripts string included output subscript '${bad}' which never appeared in an input`,
      );
    if (new Set(output).size !== output.length)
      throw valueError(
        `einstein sum subscripts string includes output subscript '${[...output].find((label, i) => output.indexOf(label) !== i)}' multiple times`,
      );
    return { inputs, output };
  }
  const all = inputs.join('');
  const once = [...new Set(all)].filter((label) => !HIDDEN.includes(label) && all.split(label).length === 2).sort();
  return { inputs, output: hidden + once.join('') };
}

function expand(term: string, rank: number, operand: number): string {
  const named = term.replace('...', '');
  if (!/^[A-Za-z]*$/.test(named))
    throw valueError(
      `invalid subscript '${/[^A-Za-z]/.exec(named)![0]}' in einstein sum subscripts string, subscripts must be letters`,
    );
  const hidden = rank - named.length;
  if (hidden < 0 || (hidden > 0 && !term.includes('...'))) {
    throw valueError(
      hidden < 0
        ? 'einstein sum subscripts string contains too many subscripts for operand ' + operand
        : `operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.`,
    );
  }
  return term.replace('...', HIDDEN.slice(0, hidden).split('').reverse().join(''));
}

/** Throws NumPy's ValueError, in which the axes of each operand are in the order of the result's and then of those summed over. */
function extentsOf({ inputs, output }: Terms, operands: readonly PyArray[]): Map<string, number> {
  const extents = new Map<string, number>();
  inputs.forEach((term, i) => {
    for (const [label, extent] of ownExtents(term, operands[i]!, i)) {
      const known = extents.get(label);
      if (known === undefined || known === 1) extents.set(label, extent);
      else if (extent !== known && extent !== 1) throw mismatch({ inputs, output }, operands);
    }
  });
  return extents;
}

/** Axes of one operand with the same label have one extent. */
function ownExtents(term: string, { shape }: PyArray, operand: number): Map<string, number> {
  const extents = new Map<string, number>();
  [...term].forEach((label, axis) => {
    const extent = shape[axis]!;
    const known = extents.get(label);
    if (known !== undefined && known !== extent && known !== 1 && extent !== 1)
      throw valueError(
        `dimensions in operand ${operand} for collapsing index '${label}' don't match (${known} != ${extent})`,
      );
    if (known === undefined || known === 1) extents.set(label, extent);
  });
  return extents;
}

function mismatch({ inputs, output }: Terms, operands: readonly PyArray[]): PythonError {
  const summed = [...new Set(inputs.join(''))].filter((label) => !output.includes(label)).sort();
  const labels = [...output, ...summed];
  const remapped = operands.map((operand, i) => {
    const own = ownExtents(inputs[i]!, operand, i);
    return `${shapeText(operand.shape)}->${shapeText(labels.map((label) => own.get(label) ?? -1))} `;
  });
  return valueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${remapped.join('')}`,
  );
}

/** Repeated labels select the diagonal; axes of one element repeat. */
function strideOf(operand: PyArray, term: string, label: string): number {
  return [...term].reduce(
    (sum, each, axis) => (each === label && operand.shape[axis] !== 1 ? sum + operand.strides[axis]! : sum),
    0,
  );
}

function accumulateProducts(
  operands: readonly PyArray[],
  strides: readonly (readonly number[])[],
  sizes: readonly number[],
  outputs: number,
  data: Float64Array | Float32Array,
  multiply: Binary,
): void {
  const places = operands.map(({ offset }) => offset);
  const inner = sizeOf(sizes.slice(outputs));
  const total = sizeOf(sizes);
  const index = sizes.map(() => 0);
  for (let k = 0; k < total; k++) {
    let product = 1;
    for (let i = 0; i < operands.length; i++) product = multiply(product, operands[i]!.store.data[places[i]!]!);
    data[Math.floor(k / inner)]! += product;
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      index[axis]! += 1;
      for (let i = 0; i < places.length; i++) places[i]! += strides[i]![axis]!;
      if (index[axis]! < sizes[axis]!) break;
      for (let i = 0; i < places.length; i++) places[i]! -= strides[i]![axis]! * sizes[axis]!;
      index[axis] = 0;
    }
  }
}
