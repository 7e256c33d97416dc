/** PyTorch's 1-D layers: sequences (N, C, L), filters (n_C, n_C_prev, k). */
import type { FunctionTable } from '../../library/call/Call';
import { options1d } from '../options1d';
import {
  AVERAGE,
  averageOptions,
  convolution,
  convolved,
  convOptions,
  MAX,
  maxOptions,
  pooled,
  pooling,
  transposeConvolved,
  convTransposeLayer,
  transposeOptions,
} from './torch';

/** Functions of `torch.nn.functional` by name. */
export const FUNCTIONAL_1D: FunctionTable = {
  conv1d: [
    'input weight bias? stride? padding? dilation? groups?',
    (call) => convolved(call, options1d(convOptions(call), call), 1),
  ],
  conv_transpose1d: [
    'input weight bias? stride? padding? output_padding? groups? dilation?',
    (call) => transposeConvolved(call, options1d(transposeOptions(call), call), 1),
  ],
  max_pool1d: [`input ${MAX}`, (call) => pooled(call, call, options1d(maxOptions(call), call), 1)],
  avg_pool1d: [`input ${AVERAGE}`, (call) => pooled(call, call, options1d(averageOptions(call), call), 1)],
};

/** Classes of `torch.nn` by name. */
export const MODULES_1D: FunctionTable = {
  Conv1d: [
    'in_channels out_channels kernel_size stride? padding? dilation? groups? bias? padding_mode? device? dtype?',
    (call) => convolution(call, options1d(convOptions(call), call), 1),
  ],
  ConvTranspose1d: [
    'in_channels out_channels kernel_size stride? padding? output_padding? groups? bias? dilation? padding_mode? device? dtype?',
    (call) => convTransposeLayer(call, options1d(transposeOptions(call), call), 1),
  ],
  MaxPool1d: [MAX, (call) => pooling(call, options1d(maxOptions(call), call), 1)],
  AvgPool1d: [AVERAGE, (call) => pooling(call, options1d(averageOptions(call), call), 1)],
};
