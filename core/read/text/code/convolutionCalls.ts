/** Calls of objects that are convolutions made of their arrays. */
import { CodeReader } from './reader/CodeReader';
import { definesClass } from './reader/definitions';
import { CodeScope } from './reader/CodeScope';
import type { LayerFunction } from './libraries';
import type { CallNode, Node } from './reader/nodes';
import { arrayOfValue } from './reader/values';

export interface ObjectCall {
  /** The input, then the object. */
  readonly call: CallNode;
  readonly callee: string;
  readonly row: LayerFunction;
}

const CONVOLUTION =
  /(?<!\w)([A-Za-z_]\w*)\s*:?=\s*(?:new\s+)?((?:[A-Za-z_]\w*(?:\.|::))*\w*[cC]onv(?:olution(?:al)?)?_?(?:2[dD])?(?:Layer)?\d?)(?:(?:::|\.)new)?\s*\(/g;
const FORWARD = /^(?:forward\w*|apply|predict|call|convolve|run|compute|process)$/i;

/** Calls of objects that are made of their filter, and perhaps their bias: `new ConvLayer(kernel, bias)`, then `layer.forward(x)`. */
export function convolutionCalls(text: string, code: string): ObjectCall[] {
  return [...code.matchAll(CONVOLUTION)].flatMap(({ 0: whole, 1: name = '', 2: owner = '', index }): ObjectCall[] => {
    const { args, named } = new CodeReader(text, index + whole.length - 1).call(owner, undefined, index);
    const scope = new CodeScope(text, code, index);
    const [w, b, ...others] = args.map((each) => arrayOfValue(scope.value(each)));
    const isMade = w !== undefined && w.shape.length > 1 && others.length === 0 && named.size === 0;
    // What follows the filter is its bias; `new Vector(0)` adds nothing.
    const isBias = args.length < 2 || b?.shape.length === 1 || isZero(args[1]);
    if (!isMade || !isBias || definesClass(code, owner)) return [];
    const pattern = new RegExp(`(?<![\\w.$])${name}(?:\\.|->)(\\w+)\\(`, 'g');
    return [...code.matchAll(pattern)]
      .filter(({ 1: method = '' }) => FORWARD.test(method))
      .map((match) => {
        const call = new CodeReader(text, match.index + match[0].length - 1).call(name, undefined, match.index);
        return {
          call: { ...call, args: [...call.args.slice(0, 1), args[0]!, ...(b ? [args[1]!] : [])], named: new Map() },
          callee: match[0].slice(0, -1),
          row: {
            operation: 'conv',
            signature: ['x', 'w', 'b'],
            layout: 'nchw',
            filters: 'oihw',
            stride: 1,
            isNamed: true,
          },
        };
      });
  });
}

/** `new Vector(0)`. */
function isZero(node: Node | undefined): boolean {
  const [only, ...others] = node?.kind === 'call' ? node.call.args : [];
  return others.length === 0 && only?.kind === 'number' && only.value === 0;
}
