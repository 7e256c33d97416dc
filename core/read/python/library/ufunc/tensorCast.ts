/** PyTorch's error where a result has another kind than the tensor that it is written into. */
import type { Dtype } from '../../array/dtype';
import { PythonError } from '../../runtime/PythonError';

const NAMES: Readonly<Partial<Record<Dtype, string>>> = {
  float64: 'Double',
  float32: 'Float',
  float16: 'Half',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
};

export function noTensorCast(from: Dtype, to: Dtype): PythonError {
  return new PythonError(
    'RuntimeError',
    `result type ${NAMES[from]} can't be cast to the desired output type ${NAMES[to]}`,
  );
}
