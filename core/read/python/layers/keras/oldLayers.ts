/** TensorFlow 1: `tf.layers` and `tf.contrib.layers`, functions that make a layer of Keras and apply it at once. */
import { type Call, type FunctionTable, libraryFunction } from '../../library/call/Call';
import { pyText } from '../../value/constructors';
import type { LayerObject, PassedArgument, Py } from '../../value/Py';
import { KERAS_TRANSPOSE } from './kerasTranspose';
import { KERAS } from './tensorflow';

const OLD = 'reuse? trainable? name? use_cudnn_on_gpu?';

/** Functions of `tf.layers` by name. */
export const OLD_LAYERS: FunctionTable = {
  conv2d: applied(KERAS['Conv2D']!),
  conv1d: applied(KERAS['Conv1D']!),
  max_pooling2d: applied(KERAS['MaxPooling2D']!),
  average_pooling2d: applied(KERAS['AveragePooling2D']!),
  max_pooling1d: applied(KERAS['MaxPooling1D']!),
  average_pooling1d: applied(KERAS['AveragePooling1D']!),
  conv2d_transpose: applied(KERAS_TRANSPOSE['Conv2DTranspose']!),
};

/** Functions of `tf.contrib.layers` and `slim` by name. */
export const CONTRIB_LAYERS: FunctionTable = {
  conv2d: [
    `inputs num_outputs kernel_size stride? padding? data_format? rate? activation_fn? normalizer_fn? normalizer_params? weights_initializer? weights_regularizer? biases_initializer? biases_regularizer? scope? ${OLD}`,
    (call) => {
      const [signature, make] = KERAS['Conv2D']!;
      const noBias = call.has('biases_initializer') && call.lacks('biases_initializer');
      const options = new Map<string, Py>([
        ['filters', call.value('num_outputs')],
        ...renamed(call, {
          kernel_size: 'kernel_size',
          stride: 'strides',
          rate: 'dilation_rate',
          data_format: 'data_format',
        }),
        ...renamed(call, { weights_initializer: 'kernel_initializer', biases_initializer: 'bias_initializer' }),
        ['padding', call.lacks('padding') ? pyText('SAME') : call.value('padding')],
        ['activation', call.has('activation_fn') ? call.value('activation_fn') : pyText('relu')],
        ['use_bias', { kind: 'number', value: noBias || !call.lacks('normalizer_fn') ? 0 : 1, dtype: 'bool' }],
      ]);
      return makeAndApply(signature, make, options, call);
    },
  ],
  max_pool2d: contribPool('MaxPooling2D'),
  avg_pool2d: contribPool('AveragePooling2D'),
};

function contribPool(name: string): FunctionTable[string] {
  return [
    'inputs kernel_size stride? padding? data_format? outputs_collections? scope?',
    (call) => {
      const [signature, make] = KERAS[name]!;
      const options = new Map<string, Py>([
        ...renamed(call, {
          kernel_size: 'pool_size',
          stride: 'strides',
          padding: 'padding',
          data_format: 'data_format',
        }),
      ]);
      if (!options.has('strides')) options.set('strides', { kind: 'number', value: 2, dtype: 'int64' });
      return makeAndApply(signature, make, options, call);
    },
  ];
}

function renamed(call: Call, names: Readonly<Record<string, string>>): [string, Py][] {
  return Object.entries(names).flatMap(([from, to]): [string, Py][] =>
    call.lacks(from) ? [] : [[to, call.value(from)]],
  );
}

function applied([signature, make]: FunctionTable[string]): FunctionTable[string] {
  return [`inputs ${signature.replace(/ name\?/, '')} ${OLD}`, (call) => apply(make(call), call)];
}

function makeAndApply(signature: string, make: (call: Call) => Py, options: ReadonlyMap<string, Py>, call: Call): Py {
  const { callee, range, context } = call;
  const named = new Map([...options].map(([name, value]): [string, PassedArgument] => [name, { value, range }]));
  const made = libraryFunction(callee, signature, make).call({ callee, range, positional: [], named }, context);
  return apply(made, call);
}

function apply(made: Py, call: Call): Py {
  const layer = made as LayerObject;
  const { callee, range, context } = call;
  const positional = [{ value: call.value('inputs'), range }];
  return layer.apply({ callee, range, positional, named: new Map() }, context, layer.weights);
}
