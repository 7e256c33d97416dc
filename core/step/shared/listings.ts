/** All the ways a layer is written down: the course's loop, vectorised NumPy, PyTorch, TensorFlow and the formula. */
import type { Geometry } from '../../layer/geometry';
import type { ConvLayer, PoolLayer } from '../Layer';
import type { Names } from './names';
import type { CodeListing } from '../Stepper';
import { convFormula, poolFormula } from './formula';
import type { LoopListing } from './LoopListing';
import { convNumpy, poolNumpy } from './numpyText';
import { convTensorflow, poolTensorflow } from './tensorflowText';
import { convTorch, poolTorch } from './torchText';

export function convListings(layer: ConvLayer, geometry: Geometry, names: Names, loop: LoopListing): CodeListing[] {
  return listings(loop, {
    numpy: convNumpy(layer, geometry, names),
    pytorch: convTorch(layer, geometry, names),
    tensorflow: convTensorflow(layer, geometry, names),
    formula: convFormula(layer, geometry, names),
  });
}

export function poolListings(layer: PoolLayer, geometry: Geometry, names: Names, loop: LoopListing): CodeListing[] {
  return listings(loop, {
    numpy: poolNumpy(layer, geometry, names),
    pytorch: poolTorch(layer, geometry, names),
    tensorflow: poolTensorflow(layer, geometry, names),
    formula: poolFormula(layer, geometry, names),
  });
}

function listings(loop: LoopListing, texts: Record<Exclude<CodeListing['id'], 'loop'>, string>): CodeListing[] {
  return [
    { id: 'loop', title: 'Loop', language: 'python', text: loop.text },
    { id: 'numpy', title: 'NumPy', language: 'python', text: texts.numpy },
    { id: 'pytorch', title: 'PyTorch', language: 'python', text: texts.pytorch },
    { id: 'tensorflow', title: 'TensorFlow', language: 'python', text: texts.tensorflow },
    { id: 'formula', title: 'Formula', language: 'mathml', text: texts.formula },
  ];
}
