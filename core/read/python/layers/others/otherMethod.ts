/** Methods that arrays have in smaller frameworks only. */
import type { PyArray } from '../../array/PyArray';
import { tapeOf } from '../../autograd/Tape';
import { gradientMethod } from '../../library/torch/torchGradients';
import type { Context } from '../../runtime/Context';
import type { Py } from '../../value/Py';
import { theanoMethod } from './theano';
import { tinygradMethod } from './tinygrad';

export function otherMethod(self: PyArray, name: string, context: Context): Py | undefined {
  return (
    tinygradMethod(self, name) ??
    (context.hasGraph ? theanoMethod(self, name) : undefined) ??
    (tapeOf(context).wanted ? gradientMethod(self, name) : undefined)
  );
}
