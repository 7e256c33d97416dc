/** ReLU in NumPy, PyTorch, TensorFlow and as a formula. */
import type { CodeListing } from '../Stepper';
import { listings } from '../shared/listings/listings';
import { equation, identifier, indexed, math, operator, row } from '../shared/words/mathml';
import type { Names } from '../shared/words/names';
import type { ReluScene } from './ReluScene';

export function reluListings({ layer, names, loop }: ReluScene): CodeListing[] {
  const forward = layer.pass === 'forward';
  return listings({
    loop: loop.text,
    numpy: forward ? numpyForward(names) : numpyBackward(names),
    pytorch: forward ? torchForward(names) : torchBackward(names),
    tensorflow: forward ? tensorflowForward(names) : tensorflowBackward(names),
    formula: forward ? formulaForward(names) : formulaBackward(names),
  });
}

function numpyForward({ x, z }: Names): string {
  return `import numpy as np\n\n${z} = np.maximum(0, ${x})`;
}

function numpyBackward({ x, dX, dZ }: Names): string {
  return `import numpy as np\n\n${dX} = np.where(${x} <= 0, 0, ${dZ})`;
}

function torchForward({ x, z }: Names): string {
  return `import torch\nimport torch.nn.functional as F\n\n${z} = F.relu(torch.as_tensor(${x}))`;
}

function torchBackward({ x, dX, dZ }: Names): string {
  return [
    'import torch',
    'import torch.nn.functional as F',
    '',
    `x = torch.as_tensor(${x}).clone().requires_grad_()`,
    `F.relu(x).backward(torch.as_tensor(${dZ}))`,
    `${dX} = x.grad`,
  ].join('\n');
}

function tensorflowForward({ x, z }: Names): string {
  return `import tensorflow as tf\n\n${z} = tf.nn.relu(${x})`;
}

function tensorflowBackward({ x, z, dX, dZ }: Names): string {
  return [
    'import tensorflow as tf',
    '',
    `${x} = tf.Variable(${x})`,
    'with tf.GradientTape() as tape:',
    `    ${z} = tf.nn.relu(${x})`,
    `${dX} = tape.gradient(${z}, ${x}, output_gradients=${dZ})`,
  ].join('\n');
}

function formulaForward({ x, z }: Names): string {
  const value = row(`${identifier('max')}${operator('(')}<mn>0</mn>${operator(',')}${cell(x)}${operator(')')}`);
  return math(equation(cell(z), value));
}

function formulaBackward({ x, dX, dZ }: Names): string {
  const passes = row(`${operator('[')}${cell(x)}${operator('>')}<mn>0</mn>${operator(']')}`);
  return math(equation(cell(dX), `${cell(dZ)}${operator('·')}${passes}`));
}

function cell(name: string): string {
  return indexed(name, 'i', 'h', 'w', 'c');
}
