/** Calls of objects that are layers of pooling or ReLU: `pool.apply(x)` after `pool = tf.layers.maxPooling2d({…})`, `pool->forward(x)`. */
import { definesClass } from './reader/definitions';
import { CodeReader } from './reader/CodeReader';
import { RELU, type LayerFunction } from './libraries';
import { convolutionCalls, type ObjectCall } from './convolutionCalls';
import { kerasCalls } from './kerasCalls';
import type { CallNode, Node } from './reader/nodes';

const CLASS =
  '(?:[A-Za-z_]\\w*(?:\\.|::))*((?:Max|Avg|Average|max|avg|average)_?[pP]ool(?:ing)?_?[12][dD](?:Config|Layer)?|(?:ReLU|Relu|RELU|reLU)(?:_?(?:Layer|Activation))?)';
const APPLIED = /^(?:forward|apply|predict|process|call|inferring|callAsFunction)$/i;
const GENERIC = '(?:<\\w+>)?';

/** `code`: the text without comments and strings, with the same places. */
export function objectCalls(text: string, code: string): ObjectCall[] {
  const named = [
    ...code.matchAll(
      new RegExp(`(?<!\\w)([A-Za-z_]\\w*)\\s*:?=\\s*(?:new\\s+)?${CLASS}(?:::new)?${GENERIC}\\s*[({]`, 'g'),
    ),
  ].map(({ 1: name, 2: owner }) => ({ name: name!, owner: owner! }));
  const declared = [...code.matchAll(new RegExp(`(?<![\\w.:])${CLASS}\\s+([A-Za-z_]\\w*)\\s*[({;]`, 'g'))].map(
    ({ 1: owner, 2: name }) => ({ name: name!, owner: owner! }),
  );
  const found = [...named, ...declared]
    .filter(({ owner }) => !definesClass(code, owner))
    .flatMap(({ name, owner }) => callsOf(text, code, name, owner));
  return [...found, ...inlineCalls(text, code), ...convolutionCalls(text, code), ...kerasCalls(text, code)];
}

function callsOf(text: string, code: string, name: string, owner: string): ObjectCall[] {
  const pattern = new RegExp(`(?<![\\w.$])${name}(?:(?:\\.|->)(\\w+))?\\(`, 'g');
  return [...code.matchAll(pattern)].flatMap((match): ObjectCall[] => {
    const [whole, method] = match;
    if (method !== undefined && !APPLIED.test(method)) return [];
    // The declaration itself: `MaxPool2d pool(2)`.
    if (new RegExp(`${CLASS}\\s+$`).test(code.slice(Math.max(0, match.index - 80), match.index))) return [];
    const reader = new CodeReader(text, match.index + whole.length - 1);
    const call = reader.call(name, undefined, match.index);
    return [applied(text, call, { kind: 'name', path: name }, owner, whole.slice(0, -1))];
  });
}

/** `tf.layers.maxPooling2d({…}).apply(x)`. */
function inlineCalls(text: string, code: string): ObjectCall[] {
  return [...code.matchAll(new RegExp(`(?<![\\w.$])${CLASS}(?:::new)?\\s*\\(`, 'g'))].flatMap((match): ObjectCall[] => {
    let node = new CodeReader(text, match.index).expression();
    // What is done with the result: `.print()`.
    while (node.kind === 'call' && !APPLIED.test(node.call.name) && node.call.receiver) node = node.call.receiver;
    if (definesClass(code, match[1]!)) return [];
    if (node.kind !== 'call' || !APPLIED.test(node.call.name) || !node.call.receiver) return [];
    return [applied(text, node.call, node.call.receiver, match[1]!, match[1]!)];
  });
}

function applied(text: string, call: CallNode, object: Node, owner: string, callee: string): ObjectCall {
  const inputs = [...call.args, ...call.named.values()].filter((each) => each.kind !== 'unknown').slice(-1);
  if (/^relu/i.test(owner))
    return { call: { ...call, name: owner, receiver: undefined, args: inputs, named: new Map() }, callee, row: RELU };
  const isTensorFlow = /\btf\.layers\b|\btfjs\b|\bimport TensorFlow\b/.test(text);
  const row: LayerFunction = {
    operation: /max/i.test(owner) ? 'max' : 'average',
    signature: ['x', 'options'],
    layout: isTensorFlow ? 'nhwc' : 'nchw',
    stride: 'kernel',
    ...(isTensorFlow && { countIncludePad: false as const }),
    ...(/1d/i.test(owner) && { isLine: true as const }),
  };
  return {
    call: { ...call, name: owner, receiver: undefined, args: [...inputs, object], named: new Map() },
    callee,
    row,
  };
}
