/** Convolution: conv_forward and conv_backward. */
import { requireBias, requireFilled, requireGradient } from '../../layer/arrays';
import { outputShape } from '../../layer/geometry';
import { msg } from '../../message';
import type { Line } from '../Frame';
import type { ConvLayer } from '../Layer';
import type { Moment, Operation } from '../Operation';
import { sizeLines } from '../shared/words/header';
import { InputPicture } from '../shared/planes/InputPicture';
import { listings } from '../shared/listings/listings';
import type { Names } from '../shared/words/names';
import { presentGradient } from '../shared/presentGradient';
import { line, say } from '../shared/words/spans';
import { convBackwardFrame } from './backward/convBackward';
import { convFormula } from './listings/convFormula';
import { convForwardFrame } from './forward/convForward';
import { convMatrixStage } from './matrix/convMatrix';
import { convMontage } from './convMontage';
import { convNumpy } from './listings/convNumpy';
import { ConvScene } from './ConvScene';
import { convSentence } from './listings/convSentence';
import { convTensorflow } from './listings/convTensorflow';
import { convTorch } from './listings/convTorch';
import { explainConv } from './explain/explainConv';

export const convOperation: Operation<ConvLayer, ConvScene> = {
  open: (layer, names) => {
    requireFilled('input', layer.x);
    requireFilled('filter', layer.w);
    const scene = new ConvScene(layer, names);
    const { geometry } = scene.planes;
    requireBias(layer.b, geometry.outChannels);
    if (layer.pass === 'backward') requireGradient(presentGradient(layer.dZ), outputShape(geometry));
    return scene;
  },
  sentence: ({ layer, planes, names }) => convSentence(layer, planes.geometry, names),
  size: ({ layer, planes, names }) => [...sizeLines(planes.geometry), ...flipLine(layer, names)],
  listings: ({ layer, planes: { geometry }, names, loop }) =>
    listings({
      loop: loop.text,
      numpy: flipComment(layer, names) + convNumpy(layer, geometry, names),
      pytorch: flipComment(layer, names) + convTorch(layer, geometry, names),
      tensorflow: flipComment(layer, names) + convTensorflow(layer, geometry, names),
      formula: convFormula(layer, geometry, names),
    }),
  channels: ({ planes }) => planes.groupChannels,
  frame: (scene, moment) => {
    const draw = scene.layer.pass === 'forward' ? convForwardFrame : convBackwardFrame;
    return draw(scene, moment.t, moment.position, visibleChannel(scene, moment));
  },
  matrix: (scene, { position }) => convMatrixStage(scene, position),
  picture: ({ planes }) => InputPicture.of(planes.input),
  explain: (scene, cell, { t, view }) => explainConv(scene, cell, t, view),
  montage: (scene, map, moment) => convMontage(scene, map, moment.position, visibleChannel(scene, moment)),
};

/** States that the filter is the given kernel turned, where the text asks for a true convolution. */
function flipLine({ kernelFlipped }: ConvLayer, { w }: Names): Line[] {
  return kernelFlipped ? [line(say(msg('{0} is the kernel turned by 180° (true convolution)', w)))] : [];
}

function flipComment({ kernelFlipped }: ConvLayer, { w }: Names): string {
  return kernelFlipped ? `# true convolution: ${w} is the kernel turned by 180°, ${w} = kernel[::-1, ::-1]\n` : '';
}

function visibleChannel(scene: ConvScene, { position, view }: Moment): number {
  return scene.visibleChannel(position, view);
}
