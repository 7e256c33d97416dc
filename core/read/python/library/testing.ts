/** `np.testing`: assertions that raise AssertionError. */
import { mapTwo } from '../array/elementwise';
import { flat } from '../array/PyArray';
import { PythonError } from '../runtime/PythonError';
import { NONE } from '../value/constructors';
import type { Py } from '../value/Py';
import type { Call, FunctionTable } from './call/Call';
import { closeTo } from './ufunc/elementwiseFunctions';

const MESSAGES = ' err_msg? verbose? equal_nan?';

/** Functions of `numpy.testing` by name. */
export const TESTING: FunctionTable = {
  assert_allclose: [
    `actual desired rtol? atol?${MESSAGES}`,
    (call) => assertAll(call, closeTo(call.number('rtol', 1e-7), call.number('atol', 0), true)),
  ],
  assert_almost_equal: [
    `actual desired decimal?${MESSAGES}`,
    (call) => assertAll(call, within(1.5 * 10 ** -call.integer('decimal', 7))),
  ],
  assert_array_almost_equal: [
    `actual|x desired|y decimal?${MESSAGES}`,
    (call) => assertAll(call, within(1.5 * 10 ** -call.integer('decimal', 6))),
  ],
  assert_equal: [`actual|x desired|y${MESSAGES}`, (call) => assertAll(call, equal)],
  assert_array_equal: [`actual|x desired|y${MESSAGES}`, (call) => assertAll(call, equal)],
  assert_array_less: [`actual|x desired|y${MESSAGES}`, (call) => assertAll(call, (a, b) => Number(a < b))],
};

function equal(a: number, b: number): number {
  return Number(a === b || (Number.isNaN(a) && Number.isNaN(b)));
}

function within(limit: number): (a: number, b: number) => number {
  return (a, b) => (Number.isFinite(a) && Number.isFinite(b) ? Number(Math.abs(a - b) < limit) : equal(a, b));
}

function assertAll(call: Call, test: (a: number, b: number) => number): Py {
  const [a, b] = [call.array('actual'), call.array('desired')];
  const fits = a.shape.length === 0 || b.shape.length === 0 || a.shape.join() === b.shape.join();
  if (!fits) throw failure(call, `(shapes (${a.shape.join(', ')}), (${b.shape.join(', ')}) mismatch)`);
  const flags = flat(mapTwo(a, b, 'bool', test, call.context));
  const wrong = flags.filter((flag) => flag === 0).length;
  if (wrong > 0) throw failure(call, `Mismatched elements: ${wrong} / ${flags.length}`);
  return NONE;
}

function failure(call: Call, reason: string): PythonError {
  const note = call.lacks('err_msg') ? '' : `${call.text('err_msg')}\n`;
  return new PythonError('AssertionError', `\nArrays are not equal\n${note}${reason}`, call.range);
}
