/** Convolutions of TensorFlow.js that are layers: `tf.layers.conv2d({…})` with its weights, applied to an array. */
import { CodeReader } from './reader/CodeReader';
import type { ObjectCall } from './convolutionCalls';
import type { CallNode, Node } from './reader/nodes';

const LAYER = /(?:(\w+)\s*=\s*)?(?<![\w.$])(tfl?\.layers\.conv([12])d)\s*(?=\()/g;

/** `code`: the text without comments and strings, with the same places. */
export function kerasCalls(text: string, code: string): ObjectCall[] {
  const callAt = (at: number): CallNode => new CodeReader(text, at).call('', undefined, at);
  return [...code.matchAll(LAYER)].flatMap(({ 0: written, 1: name = '-', 2: callee = '', 3: axes, index }) => {
    const layer = callAt(index + written.length);
    const [record] = layer.args;
    const entries = record?.kind === 'record' ? record.entries : new Map<string, Node>();
    const above = code.slice(0, index).match(/\btfl?\.layers\.\w/g)?.length ?? 0;
    const setter = new RegExp(`(?:\\b${name}|\\.layers\\[${above}\\])\\.setWeights(?=\\()`).exec(code);
    const given = entries.get('weights') ?? (setter ? callAt(setter.index + setter[0].length).args[0] : undefined);
    const [w, b] = given?.kind === 'list' ? given.items : [];
    const options = [...entries].filter(([key]) => /^(?:strides|padding|dataFormat|dilationRate)$/.test(key));
    // Where it is made, by its name, or as the first layer of a model.
    const uses = new RegExp(`(?:^|\\b${name})\\s*\\.apply(?=\\()${above > 0 ? '' : '|\\.predict(?=\\()'}`, 'g');
    const start = layer.range[1];
    return [...code.slice(start).matchAll(uses)].map((use): ObjectCall => {
      const { args, range } = callAt(start + use.index + use[0].length);
      return {
        call: {
          name: callee,
          receiver: undefined,
          args: [args[0] ?? { kind: 'unknown' }, { kind: 'record', entries: new Map(options) }],
          named: new Map([...(w ? [['weights', w] as const] : []), ...(b ? [['bias', b] as const] : [])]),
          range: [start + use.index, range[1]],
        },
        callee,
        row: {
          operation: 'conv',
          signature: ['x', 'options'],
          layout: 'nhwc',
          filters: 'hwio',
          stride: 1,
          ...(axes === '1' && { isLine: true as const }),
        },
      };
    });
  });
}
