/** The backward pass of a layer that the forward method of the same object computed; a note where its own numbers differ. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { msg } from '../../../../message';
import { publish, type PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';
import { imageLayouts } from './layouts';
import type { OwnCall } from './ownCall';
import type { Recognized } from './recognizeLayer';

/** A layer that was recognised, its call, and the shape of its result in the text's own layout. */
export interface ForwardOfObject {
  readonly found: Recognized;
  readonly own: OwnCall;
  readonly shape: readonly number[];
}

/** `given`: the arguments of the backward method, of which one has the shape of the forward result. Undefined for other layers. */
export function ownBackward(
  { found, shape }: ForwardOfObject,
  given: OwnCall,
  result: PyArray,
  callee: string,
  { context, text }: { readonly context: Context; readonly text: string },
): Recognized | undefined {
  const gradient = given.arrays.find(([, array]) => array.shape.join() === shape.join())?.[1];
  const layouts = gradient ? imageLayouts(gradient, context) : [];
  const [images] = layouts.find(([, layout]) => layout === found.layout) ?? [];
  if (!images || sizeOf(result.shape) !== inputOf(found).data.length) return undefined;
  const passed = publish(images, context);
  const notes = [msg('{0} of the text returns other values than this layer', callee)];
  switch (found.operation) {
    case 'pool_forward': {
      const ties = /arg_?max/i.test(text) ? 'first' : 'all';
      const { A_prev } = found.arrays;
      const options = { ...found.options, ties } as const;
      return { operation: 'pool_backward', arrays: { dA: passed, A_prev }, options, layout: found.layout, notes };
    }
    case 'conv_forward':
      return {
        operation: 'conv_backward',
        arrays: { ...found.arrays, dZ: passed },
        options: found.options,
        layout: found.layout,
        notes,
      };
    case 'relu_forward':
      return {
        operation: 'relu_backward',
        arrays: { Z: found.arrays.Z, dA: passed },
        options: {},
        layout: found.layout,
        notes,
      };
    default:
      return undefined;
  }
}

function inputOf({ arrays }: Recognized): NdArray {
  return 'A_prev' in arrays ? arrays.A_prev : arrays.Z;
}
