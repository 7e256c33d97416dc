/** The table of operations. A new operation is one folder and one row. */
import { convOperation } from './conv/convOperation';
import { transposeOperation } from './convTranspose/transposeOperation';
import type { KindOfLayer, Layer } from './Layer';
import { openStepper, type OpenStepper } from './openStepper';
import { padOperation } from './pad/padOperation';
import { poolOperation } from './pool/poolOperation';
import { reluOperation } from './relu/reluOperation';

export const operations: { readonly [Kind in KindOfLayer]: OpenStepper<Layer<Kind>> } = {
  conv: openStepper(convOperation),
  convTranspose: openStepper(transposeOperation),
  pool: openStepper(poolOperation),
  relu: openStepper(reluOperation),
  pad: openStepper(padOperation),
};
