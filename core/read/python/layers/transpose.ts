/** Records a transposed convolution with its arguments in the course's layout, then computes it with the core's layers. */
import { sizeOf } from '../../../array/NdArray';
import { convTranspose2d } from '../../../layer/convTranspose2d';
import { convTranspose2dGeometry, transposedShape } from '../../../layer/convTransposeGeometry';
import type { ConvTranspose2dOptions } from '../../../layer/options';
import { LensError, msg } from '../../../message';
import { publish, type PyArray } from '../array/PyArray';
import type { Context } from '../runtime/Context';
import { UNKNOWN } from '../value/constructors';
import type { Py } from '../value/Py';
import { asBias, resultFromNhwc, filterToHwio, inputToNhwc, type Caller } from './Caller';
import { placedAt, record, computed } from './forward';

interface TransposeRequest {
  readonly input: PyArray;
  /** (n_C_prev, n_C / groups, f_H, f_W), or (f_H, f_W, n_C, n_C_prev) where the caller has HWIO. Absent: not in the text. */
  readonly filter: PyArray | undefined;
  readonly bias: PyArray | undefined;
  readonly options: ConvTranspose2dOptions;
}

export function transposeConvolve(request: TransposeRequest, caller: Caller, context: Context): Py {
  const { input, filter, bias, options } = request;
  const x = inputToNhwc(input, caller, context);
  const w = filter && filterToHwio(filter, caller, context);
  const b = bias && asBias(publish(bias, context));
  record(context, caller, {
    operation: 'conv_transpose_forward',
    arrays: { A_prev: x, ...(w && { W: w }), ...(b && { b }) },
    options: { ...options },
  });
  if (!w) {
    context.report(
      new LensError(msg('the weights of {0} are not in the text, so its output is not known', caller.callee), 'filter'),
      caller.range,
    );
    return UNKNOWN;
  }
  return placedAt(caller.range, () => {
    const geometry = convTranspose2dGeometry(x.shape, w.shape, options);
    const work = { shape: transposedShape(geometry), window: sizeOf(w.shape.slice(0, 2)) * x.shape[3]! };
    return resultFromNhwc(
      computed(context, caller, work, x, () => convTranspose2d(x, w, b, options)),
      caller,
      input,
    );
  });
}
