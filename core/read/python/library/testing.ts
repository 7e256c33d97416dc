/** `np.testing`: assertions that raise AssertionError, with the text of NumPy 1.24. */
import { tuple2 } from '../../../tuples';
import { mapTwo } from '../array/elementwise';
import { arrayText, reprArray } from '../array/format';
import { strScalar } from '../array/formatNumber';
import { PRINT_OPTIONS } from '../array/printOptions';
import { arrayOf, flat, type PyArray } from '../array/PyArray';
import { castTo, promote } from '../array/dtype';
import { PythonError } from '../runtime/PythonError';
import { NONE, pyInteger } from '../value/constructors';
import type { Py, PyNumber } from '../value/Py';
import type { Call, FunctionTable } from './call/Call';
import { isSequence } from './call/coerce';
import { promotedType } from './ufunc/applyUfunc';
import { closeTo } from './ufunc/elementwiseFunctions';

const MESSAGES = ' err_msg? verbose? equal_nan?';

interface Assertion {
  readonly header: string;
  readonly test: (a: number, b: number) => number;
  /** Of the arrays that the message shows. */
  readonly precision?: number;
}

/** Functions of `numpy.testing` by name. */
export const TESTING: FunctionTable = {
  assert_allclose: [`actual desired rtol? atol?${MESSAGES}`, assertClose],
  assert_almost_equal: [`actual desired decimal?${MESSAGES}`, (call) => assertAlmost(call, 7)],
  assert_array_almost_equal: [`actual|x desired|y decimal?${MESSAGES}`, (call) => assertAlmost(call, 6)],
  assert_equal: [`actual|x desired|y${MESSAGES}`, assertEqual],
  assert_array_equal: [`actual|x desired|y${MESSAGES}`, (call) => assertAll(call, EQUAL)],
  assert_array_less: [
    `actual|x desired|y${MESSAGES}`,
    (call) => assertAll(call, { header: 'Arrays are not less-ordered', test: (a, b) => Number(a < b) }),
  ],
};

const EQUAL: Assertion = { header: 'Arrays are not equal', test: (a, b) => Number(a === b) };

function assertClose(call: Call): Py {
  const [relative, absolute] = [call.number('rtol', 1e-7), call.number('atol', 0)];
  const header = `Not equal to tolerance rtol=${general(relative, 6)}, atol=${general(absolute, 6)}`;
  return assertAll(call, { header, test: closeTo(relative, absolute, true) });
}

function assertAlmost(call: Call, missing: number): Py {
  const decimal = call.integer('decimal', missing);
  const limit = 1.5 * 10 ** -decimal;
  const header = `Arrays are not almost equal to ${decimal} decimals`;
  const test = (a: number, b: number): number => Number(a === b || Math.abs(a - b) < limit);
  const [a, b] = [call.value('actual'), call.value('desired')];
  if (missing !== 7 || a.kind !== 'number' || b.kind !== 'number')
    return assertAll(call, { header, test, precision: decimal });
  requireItem(call, header, noteOf(call), a, b, test);
  return NONE;
}

function assertEqual(call: Call): Py {
  const [a, b] = [call.value('actual'), call.value('desired')];
  return assertItems(call, a, b, noteOf(call)) ? NONE : assertAll(call, EQUAL);
}

/** Numbers, and lists item by item; false for other values, which are compared as arrays. */
function assertItems(call: Call, a: Py, b: Py, note: string): boolean {
  const header = 'Items are not equal:';
  if (a.kind === 'number' && b.kind === 'number') {
    requireItem(call, header, note, a, b, (x, y) => Number(Object.is(x, y) || (x === y && x !== 0)));
    return true;
  }
  if (!isSequence(a) || !isSequence(b)) return false;
  if (!assertItems(call, pyInteger(a.items.length), pyInteger(b.items.length), note)) return false;
  return a.items.every((item, k) => assertItems(call, item, b.items[k]!, `item=${k}\n${note}`));
}

function requireItem(
  call: Call,
  header: string,
  note: string,
  a: PyNumber,
  b: PyNumber,
  test: (a: number, b: number) => number,
): void {
  if (test(a.value, b.value) !== 0 || (Number.isNaN(a.value) && Number.isNaN(b.value))) return;
  const given = ` ACTUAL: ${strScalar(a.value, a.dtype)}\n DESIRED: ${strScalar(b.value, b.dtype)}`;
  const beside = note !== '' && !note.includes('\n') && note.length < 79 - header.length;
  const head = note === '' ? header : `${header}${beside ? ' ' : '\n'}${note}`;
  throw new PythonError('AssertionError', `\n${head}\n${given}`, call.range);
}

function noteOf(call: Call): string {
  return call.lacks('err_msg') ? '' : call.text('err_msg');
}

function assertAll(call: Call, assertion: Assertion): Py {
  const [a, b] = [call.array('actual'), call.array('desired')];
  const fits = a.shape.length === 0 || b.shape.length === 0 || a.shape.join() === b.shape.join();
  const failed = (reason: string): PythonError => failure(call, assertion, a, b, reason);
  if (!fits) throw failed(`(shapes ${shapeText(a)}, ${shapeText(b)} mismatch)`);
  const joint = promote(a.dtype, b.dtype);
  const left = flat(mapTwo(a, b, joint, (x) => x, call.context));
  const right = flat(mapTwo(a, b, joint, (_, y) => y, call.context));
  const places = SPECIAL.find(([, is]) => left.some((x, i) => is(x) !== is(right[i]!)));
  if (places) throw failed(`x and y ${places[0]} location mismatch:`);
  const isShown = (value: number): boolean => Number.isFinite(value);
  const compared = [...left.keys()].filter((i) => isShown(left[i]!));
  const wrong = compared.filter((i) => assertion.test(left[i]!, right[i]!) === 0);
  if (wrong.length === 0) return NONE;
  const share = `${general((100 * wrong.length) / compared.length, 3)}%`;
  const type = promotedType(a, b, a, b);
  const store = castTo(type);
  const distance = (x: number, y: number): number => store(Math.abs(store(x - y)));
  // Of unsigned numbers the smaller one of both differences counts.
  const distances = compared.map((i) =>
    type.startsWith('uint')
      ? Math.min(distance(left[i]!, right[i]!), distance(right[i]!, left[i]!))
      : distance(left[i]!, right[i]!),
  );
  const ratios = distances.map((each, k) => each / Math.abs(right[compared[k]!]!)).filter(isShown);
  const shown = (values: readonly number[], dtype: PyArray['dtype']): string =>
    arrayText(arrayOf(Float64Array.of(Math.max(...values)), [], dtype), PRINT_OPTIONS, ' ', 0, 75);
  const differences = [
    `Max absolute difference: ${shown(distances, joint)}`,
    `Max relative difference: ${ratios.length > 0 ? shown(ratios, 'float64') : 'inf'}`,
  ];
  const count = `Mismatched elements: ${wrong.length} / ${compared.length} (${share})`;
  throw failed([count, ...(joint === 'bool' ? [] : differences)].join('\n'));
}

/** Values that have to be in the same places. */
const SPECIAL: readonly (readonly [name: string, is: (value: number) => boolean])[] = [
  ['nan', Number.isNaN],
  ['+inf', (value) => value === Infinity],
  ['-inf', (value) => value === -Infinity],
];

function shapeText({ shape }: PyArray): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
}

function failure(
  call: Call,
  { header, precision = 6 }: Assertion,
  a: PyArray,
  b: PyArray,
  reason: string,
): PythonError {
  const arrays = call.flag('verbose', true) ? [` x: ${lines(a, precision)}`, ` y: ${lines(b, precision)}`] : [];
  return new PythonError(
    'AssertionError',
    ['', header, `${noteOf(call)}\n${reason}`, ...arrays].join('\n'),
    call.range,
  );
}

/** At most three lines. */
function lines(array: PyArray, precision: number): string {
  const text = reprArray(array, { ...PRINT_OPTIONS, precision });
  const all = text.split('\n');
  return all.length > 4 ? `${all.slice(0, 3).join('\n')}...` : text;
}

/** Python's format `g`. */
function general(value: number, digits: number): string {
  if (value === 0) return '0';
  const [mantissa, exponent] = tuple2(value.toExponential(digits - 1).split('e'));
  const power = Number(exponent);
  if (power >= -4 && power < digits) return String(Number(value.toPrecision(digits)));
  return `${Number(mantissa)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
