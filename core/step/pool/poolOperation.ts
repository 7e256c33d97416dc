/** Pooling: pool_forward and pool_backward, max and average. */
import { requireFilled, requireGradient } from '../../layer/arrays';
import { outputShape } from '../../layer/geometry';
import type { PoolLayer } from '../Layer';
import type { Operation } from '../Operation';
import { sizeLines } from '../shared/words/header';
import { InputPicture } from '../shared/planes/InputPicture';
import { listings } from '../shared/listings/listings';
import { presentGradient } from '../shared/presentGradient';
import { explainPool } from './explainPool';
import { poolBackwardFrame } from './poolBackward';
import { poolFormula } from './poolFormula';
import { poolForwardFrame } from './poolForward';
import { poolMatrixStage } from './poolMatrix';
import { poolMontage } from './poolMontage';
import { poolNumpy } from './poolNumpy';
import { PoolScene } from './PoolScene';
import { poolBackwardLine, poolSentence } from './poolSentence';
import { poolTensorflow } from './poolTensorflow';
import { poolTorch } from './poolTorch';

export const poolOperation: Operation<PoolLayer, PoolScene> = {
  open: (layer, names) => {
    requireFilled('input', layer.x);
    const scene = new PoolScene(layer, names);
    if (layer.pass === 'backward') requireGradient(presentGradient(layer.dZ), outputShape(scene.planes.geometry));
    return scene;
  },
  sentence: ({ layer, planes, names }) => poolSentence(layer, planes.geometry, names),
  size: ({ layer, planes }) =>
    layer.pass === 'forward' ? sizeLines(planes.geometry, layer.options.ceilMode) : [poolBackwardLine(layer)],
  listings: ({ layer, planes: { geometry }, names, loop }) =>
    listings({
      loop: loop.text,
      numpy: poolNumpy(layer, geometry, names),
      pytorch: poolTorch(layer, geometry, names),
      tensorflow: poolTensorflow(layer, geometry, names),
      formula: poolFormula(layer, geometry, names),
    }),
  channels: () => 1,
  frame: (scene, { t, position }) => {
    const draw = scene.layer.pass === 'forward' ? poolForwardFrame : poolBackwardFrame;
    return draw(scene, t, position);
  },
  matrix: (scene, { position }) => poolMatrixStage(scene, position),
  picture: ({ planes }) => InputPicture.of(planes.input),
  explain: (scene, cell, { t, view }) => explainPool(scene, cell, t, view),
  montage: (scene, map, { position }) => poolMontage(scene, map, position),
};
