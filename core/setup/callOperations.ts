/** The table of operations of calls: the layer that a call is set up as, and its pass. */
import { tableKeys } from '../tableKeys';
import type { OperationName } from '../read/LayerCall';
import type { Layer, Pass } from '../step/Layer';
import type { LayerKind, RequestedKind } from './Setup';

interface CallOperation {
  readonly kind: LayerKind;
  readonly pass: Pass;
  /** Only one window of the layer, or one piece of its computation: a helper of the course. */
  readonly isHelper?: true;
}

const CALL_OPERATIONS: Readonly<Record<OperationName, CallOperation>> = {
  zero_pad: { kind: 'pad', pass: 'forward' },
  conv_single_step: { kind: 'conv', pass: 'forward', isHelper: true },
  conv_forward: { kind: 'conv', pass: 'forward' },
  conv_backward: { kind: 'conv', pass: 'backward' },
  conv_transpose_forward: { kind: 'convTranspose', pass: 'forward' },
  conv_transpose_backward: { kind: 'convTranspose', pass: 'backward' },
  pool_forward: { kind: 'pool', pass: 'forward' },
  pool_backward: { kind: 'pool', pass: 'backward' },
  create_mask_from_window: { kind: 'pool', pass: 'backward', isHelper: true },
  distribute_value: { kind: 'pool', pass: 'backward', isHelper: true },
  relu_forward: { kind: 'relu', pass: 'forward' },
  relu_backward: { kind: 'relu', pass: 'backward' },
};

/** The commands for convolution and for pooling open layers of their family; an activation is opened by neither. */
const FAMILIES: Readonly<Record<LayerKind, 'conv' | 'pool' | 'activation'>> = {
  conv: 'conv',
  convTranspose: 'conv',
  pool: 'pool',
  relu: 'activation',
  pad: 'conv',
};

export function kindOfCall(operation: OperationName): LayerKind {
  return CALL_OPERATIONS[operation].kind;
}

export function isBackwardCall(operation: OperationName): boolean {
  return CALL_OPERATIONS[operation].pass === 'backward';
}

/** The operation of a call that would give a layer. */
export function operationOfLayer(layer: Layer): OperationName {
  const pass = 'pass' in layer ? layer.pass : 'forward';
  return tableKeys(CALL_OPERATIONS).find((name) => {
    const row = CALL_OPERATIONS[name];
    return row.kind === layer.kind && row.pass === pass && !row.isHelper;
  })!;
}

/** Whether a command that asks for a convolution or a pooling can mean a call; a command that asks for neither means any. */
export function isRequested({ operation }: { readonly operation: OperationName }, requested: RequestedKind): boolean {
  return requested === undefined || FAMILIES[kindOfCall(operation)] === requested;
}

/** Whether a call computes an activation, which mostly follows a layer that is meant instead. */
export function isActivationCall(operation: OperationName): boolean {
  return FAMILIES[kindOfCall(operation)] === 'activation' && !isBackwardCall(operation);
}
