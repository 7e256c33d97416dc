/** The options of a call as they would be typed into the fields. */
import { defined } from '../defined';
import type { ConvTranspose2dOptions, Pair, Pool2dOptions } from '../layer/options';
import type { CallContent, ConvCallOptions } from '../read/LayerCall';
import type { Choices } from './Setup';
import { formatPadding } from './texts';

type FieldOptions = ConvCallOptions & ConvTranspose2dOptions & Partial<Pool2dOptions>;

/** By field id. */
export function callChoices(call: CallContent): Choices {
  switch (call.operation) {
    case 'zero_pad':
      return { pad: String(call.options.pad) };
    case 'conv_forward':
    case 'conv_backward':
    case 'conv_transpose_forward':
    case 'conv_transpose_backward':
    case 'pool_forward':
    case 'pool_backward':
      return textsOf(call.options);
    case 'conv_single_step':
    case 'create_mask_from_window':
    case 'distribute_value':
    case 'relu_forward':
    case 'relu_backward':
      return {};
  }
}

function textsOf(options: FieldOptions): Choices {
  const { padding, groups, paddingMode, mode, ties, ceilMode, countIncludePad, kernelFlipped } = options;
  return defined({
    kernel: pairText(options.kernel),
    stride: pairText(options.stride),
    pad: padding === undefined ? undefined : formatPadding(padding),
    dilation: pairText(options.dilation),
    groups: groups === undefined ? undefined : String(groups),
    paddingMode,
    outputPadding: pairText(options.outputPadding),
    outputSize: pairText(options.outputSize),
    mode,
    ties,
    ceilMode: ceilMode === undefined ? undefined : String(ceilMode),
    countIncludePad: countIncludePad === undefined ? undefined : String(countIncludePad),
    kernelFlipped: kernelFlipped === undefined ? undefined : String(kernelFlipped),
  });
}

function pairText(pair: Pair | undefined): string | undefined {
  return pair === undefined || typeof pair === 'number' ? pair?.toString() : pair.join(', ');
}
