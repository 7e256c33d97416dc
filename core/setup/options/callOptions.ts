/** The options of a call by the names of the fields. */
import { defined } from '../../defined';
import type { ConvTranspose2dOptions, Pool2dOptions } from '../../layer/options';
import type { CallContent, ConvCallOptions } from '../../read/LayerCall';
import type { LayerOptions, OptionName } from './LayerOptions';

/** Every option, so that the compiler names one that is missing here. */
type NamedOptions = { readonly [Name in OptionName]: LayerOptions[Name] | undefined };

type AnyOptions = ConvCallOptions & ConvTranspose2dOptions & Partial<Pool2dOptions>;

export function callOptions(call: CallContent): Partial<LayerOptions> {
  switch (call.operation) {
    case 'zero_pad':
      return { pad: call.options.pad };
    case 'conv_forward':
    case 'conv_backward':
    case 'conv_transpose_forward':
    case 'conv_transpose_backward':
    case 'pool_forward':
    case 'pool_backward':
      return defined(named(call.options));
    case 'conv_single_step':
    case 'create_mask_from_window':
    case 'distribute_value':
    case 'relu_forward':
    case 'relu_backward':
      return {};
  }
}

function named({
  kernel,
  stride,
  padding,
  dilation,
  groups,
  paddingMode,
  outputPadding,
  outputSize,
  mode,
  ties,
  ceilMode,
  countIncludePad,
  kernelFlipped,
}: AnyOptions): NamedOptions {
  return {
    kernel,
    stride,
    pad: padding,
    dilation,
    groups,
    paddingMode,
    outputPadding,
    outputSize,
    mode,
    ties,
    ceilMode,
    countIncludePad,
    kernelFlipped,
  };
}
