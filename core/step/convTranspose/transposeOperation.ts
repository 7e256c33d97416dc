/** Transposed convolution: conv_transpose_forward and conv_transpose_backward. */
import { requireBias, requireFilled, requireGradient } from '../../layer/arrays';
import type { ConvTransposeLayer } from '../Layer';
import type { Moment, Operation } from '../Operation';
import { listings } from '../shared/listings/listings';
import { presentGradient } from '../shared/presentGradient';
import { explainTranspose } from './explainTranspose';
import { transposeBackwardFrame } from './transposeBackward';
import { transposeFormula } from './transposeFormula';
import { transposeForwardFrame } from './transposeForward';
import { transposeMatrixStage } from './transposeMatrix';
import { transposeMontage } from './transposeMontage';
import { transposeNumpy } from './transposeNumpy';
import { TransposeScene } from './TransposeScene';
import { transposeSentence, transposeSizeLines } from './transposeSentence';
import { transposeTensorflow } from './transposeTensorflow';
import { transposeTorch } from './transposeTorch';

export const transposeOperation: Operation<ConvTransposeLayer, TransposeScene> = {
  open: (layer, names) => {
    requireFilled('input', layer.x);
    requireFilled('filter', layer.w);
    if (layer.pass === 'backward') requireFilled('gradient', presentGradient(layer.dZ));
    const scene = new TransposeScene(layer, names);
    requireBias(layer.b, scene.planes.geometry.inChannels);
    if (layer.pass === 'backward') requireGradient(presentGradient(layer.dZ), scene.outShape);
    return scene;
  },
  sentence: transposeSentence,
  size: transposeSizeLines,
  listings: ({ layer, planes: { geometry }, names, loop }) =>
    listings({
      loop: loop.text,
      numpy: transposeNumpy(layer, geometry, names),
      pytorch: transposeTorch(layer, geometry, names),
      tensorflow: transposeTensorflow(layer, geometry, names),
      formula: transposeFormula(layer, geometry, names),
    }),
  channels: ({ planes }) => planes.groupChannels,
  frame: (scene, moment) => {
    const draw = scene.layer.pass === 'forward' ? transposeForwardFrame : transposeBackwardFrame;
    return draw(scene, moment.t, moment.position, visibleChannel(scene, moment));
  },
  matrix: (scene, { position }) => transposeMatrixStage(scene, position),
  explain: explainTranspose,
  montage: (scene, map, moment) => transposeMontage(scene, map, moment.position, visibleChannel(scene, moment)),
};

function visibleChannel(scene: TransposeScene, { position, view }: Moment): number {
  return scene.visibleChannel(position, view);
}
