/** TensorFlow.js as a peer, its kernels called as its own layers and gradients call them. */
import '@tensorflow/tfjs-backend-cpu';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Candidate } from './measure';
import type { Numbers, Pass } from './own';
import { outputShapeOf, type Workload } from './workloads';

export type Backend = 'cpu' | 'wasm';

export async function startTensorflow(root: string): Promise<string> {
  const require = createRequire(`${root}package.json`);
  setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
  await tf.setBackend('wasm');
  await tf.ready();
  return `tfjs ${tf.version_core}, wasm threads ${getThreadsCount()}`;
}

/** Undefined where the backend lacks the kernel. `plain`: tensors made from arrays and results read back, each time. */
export async function tensorflowCandidate(
  name: string,
  backend: Backend,
  workload: Workload,
  pass: Pass,
  numbers: Numbers<Float32Array>,
  plain = false,
): Promise<Candidate | undefined> {
  if (backend === 'wasm' && workload.kind === 'conv' && pass === 'backward') return undefined;
  await tf.setBackend(backend);
  const make = () => ({
    x: tf.tensor4d(numbers.x, [...workload.x]),
    dy: tf.tensor4d(numbers.dZ, outputShapeOf(workload)),
    ...(workload.kind === 'conv'
      ? { filter: tf.tensor4d(numbers.w, [...workload.w]), bias: tf.tensor1d(numbers.b) }
      : {}),
  });
  const compute = kernelOf(workload, pass);
  const resident = plain ? undefined : make();
  const output = workload.kind === 'pool' && pass === 'backward' ? pooled(workload, make().x) : undefined;
  return {
    name,
    run: () => {
      // The backend is global: every candidate sets its own.
      void tf.setBackend(backend);
      const inputs = resident ?? make();
      const results = compute({ ...inputs, ...(output ? { output } : {}) });
      if (!plain) return tf.dispose(results);
      for (const result of results) result.dataSync();
      tf.dispose([...results, ...Object.values(inputs)]);
    },
  };
}

type Kernel = (inputs: tf.NamedTensorMap) => tf.Tensor[];

function kernelOf(workload: Workload, pass: Pass): Kernel {
  if (workload.kind === 'pool') {
    const names = workload.mode === 'max' ? ['MaxPool', 'MaxPoolGrad'] : ['AvgPool', 'AvgPoolGrad'];
    const attributes = poolAttributes(workload);
    if (pass === 'forward') return ({ x }) => [kernel(names[0]!, { x: x! }, attributes)];
    return ({ x, dy, output }) => [
      kernel(names[1]!, { dy: dy!, input: x!, ...(workload.mode === 'max' ? { output: output! } : {}) }, attributes),
    ];
  }
  const { pad, stride } = workload;
  const attributes = {
    strides: [stride, stride],
    pad,
    dataFormat: 'NHWC',
    dilations: [1, 1],
    dimRoundingMode: 'floor',
  };
  const dX: Kernel = ({ dy, filter }) => [
    kernel('Conv2DBackpropInput', { dy: dy!, filter: filter! }, { ...attributes, inputShape: workload.x }),
  ];
  switch (pass) {
    case 'forward':
      return ({ x, filter, bias }) => [
        kernel('FusedConv2D', { x: x!, filter: filter!, bias: bias! }, { ...attributes, activation: 'linear' }),
      ];
    case 'dX':
      return dX;
    case 'backward':
      return (inputs) => [
        ...dX(inputs),
        kernel('Conv2DBackpropFilter', { x: inputs.x!, dy: inputs.dy! }, { ...attributes, filterShape: workload.w }),
        tf.sum(inputs.dy!, [0, 1, 2]),
      ];
  }
}

function pooled(workload: Workload & { kind: 'pool' }, x: tf.Tensor): tf.Tensor {
  return kernel(workload.mode === 'max' ? 'MaxPool' : 'AvgPool', { x }, poolAttributes(workload));
}

function poolAttributes({ window, stride }: Workload & { kind: 'pool' }) {
  return { filterSize: [window, window], strides: [stride, stride], pad: 'valid' };
}

function kernel(name: string, inputs: tf.NamedTensorMap, attributes: object): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attributes as tf.NamedAttrMap);
}
