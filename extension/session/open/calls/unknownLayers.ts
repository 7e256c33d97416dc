/** Calls by whose names a text computes a layer, but which are not supported: no other layer may be opened for them. */
import { oneOf } from '../../../../core/anyOf';
import type { TextRange } from '../../../../core/read/ParseResult';
import { isInDefinition } from './layerCalls';

export interface UnknownLayer {
  readonly callee: string;
  readonly range: TextRange;
}

const CALL = /(?<![\w.$])((?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*))\(/g;
/** `convolve2d`, `conv2`, `max_pool`, `MaxPooling2D`, `correlate2d`, `filter2D`, `make_node`; not `convert`. */
const LAYER = oneOf(String.raw`
  \w*conv(?:\d|_|n$|ol|Transpose|forward|backward|$)\w* \w*Conv(?:\d|ol|Transpose|$)\w* \w*pool(?:\d|_|ing|$)\w*
  \w*Pool(?:\d|ing|Op|Layer|$)\w* \w*correlat(?:e|ion)\w* corr2d\w* filter2D? imfilter imgaussfilt\w* \w+_filter(?:\d\w*)?
  [gG]aussian_?[bB]lur [sS]obel\w* prewitt\w* [lL]aplac(?:e|ian) medianBlur blur boxFilter make_node reduce_window
`);
/** `zeros_pad`, `pad_with_zeros`; not `np.pad`. */
const PADDING = /^(?:pad_\w+|\w+_pad(?:ding)?)$/;
/** Functions of the Wolfram Language, whose arguments are in brackets; `ListCorrelate[k, x]` is the layer of its names. */
const WOLFRAM =
  /(?<![\w.$])(?!ListCorrelate\[\s*\w+\s*,\s*\w+\s*\])((?:List|Image)(?:Convolve|Correlate)|(?:Convolution|Pooling)Layer)\[/g;
/** Names of layers inside of a name: `TestMaxPoolFloat`. */
const INNER = /(?:Max|Avg|Average|Mean)Pool|Conv(?:olution)?[12]?D?(?=[A-Z]|$)/;
/** An object or a class of a layer, in languages whose calls are not read: `maxpool2d.Forward(`, `tf.pad(`. */
const OBJECT =
  /(?:max|avg|average|mean)_?pool|conv(?:olution(?:al)?)?_?[12]d|convolution|(?:^|\.)(?:conv|pad)$|(?:^|\.|->)(?:conv|pool)\w*(?:\.|->)(?:forward|backward|apply|run|call|predict|infer)$/i;
/** An object of C++ that is declared: `max_pooling_layer l(4, 4)`. */
const DECLARED = /(?<![\w.$])((\w*(?:pool|conv)\w*)(?:<[^<>\n]*>)?)[ \t]+\w+[({]/gi;
const PATH = /(?<![\w.$:])((?:[A-Za-z_]\w*(?:\.|::))*([A-Za-z_]\w*))\(/g;
/** Classes of layers: `ConvLayer`, `CNN.Pool_Layer`. */
const LAYER_CLASS = /^(?:Max|Avg|Average)?(?:Conv(?:olution(?:al)?)?|Pool(?:ing)?)_?(?:[12]D_?)?(?:Layer|Block)$/i;
/** Checks and drawings of layers. */
const OTHER =
  /_?test(?:s|_\w+)?$|^(?:test|plot|show|draw|print|check|title|set)_?|_(?:param|params|shape|size|dim|numbers|layers?|block|names?)$/i;

/** The object of a class that a line of Python makes and applies at once, and the class: `BatchNormalization()(x)`. */
export function appliedClass(line: string): readonly [made: string, name: string] | undefined {
  const [, made, name] = /(?<![\w.])((?:[A-Za-z_]\w*\.)*([A-Z]\w*)\([^()\n]*\))\(/.exec(line) ?? [];
  return made && name ? [made, name] : undefined;
}

/** Calls of such layers outside of definitions whose function neither the text nor the text before it defines. */
export function unknownLayers(text: string, comment: RegExp, before = ''): UnknownLayer[] {
  const code = text.replace(comment, (part) => ' '.repeat(part.length));
  const found = [...code.matchAll(CALL)].filter(({ 1: callee, 2: name, index }) => {
    const named = (LAYER.test(name!) || PADDING.test(callee!)) && !OTHER.test(name!);
    if (!named && !LAYER_CLASS.test(name!)) return false;
    const defined = `\\b(?:def|function|class)\\s+(?:[\\w\\[\\], ~]+=\\s*)?${callee}\\b|\\b${callee}\\s*(?:<-|=)\\s*function\\b`;
    if (new RegExp(defined).test(`${before}\n${code}`)) return false;
    // A network of R that is only defined.
    if (name!.startsWith('nnf_') && /\bnn_module\(/.test(code.slice(0, index))) return false;
    // An object that another call made: that call is the layer.
    if (new RegExp(`(?:^|[\\n;])[ \\t]*${callee}[ \\t]*<-\\s*[\\w.:]+\\(`).test(code)) return false;
    return !/\b(?:def|class|function|import)\s+$/.test(code.slice(0, index)) && !isInDefinition(code, index);
  });
  return [...found, ...code.matchAll(WOLFRAM)]
    .sort((a, b) => a.index - b.index)
    .map(({ 1: callee = '', index }) => ({ callee, range: [index, index + callee.length] }));
}

/** The name of an operation: `builder("depthwise_conv2d")`. */
const OPERATION = /"(\w*(?:conv_?2d|max_?pool|avg_?pool|average_?pool)\w*|Conv)"/gi;

/** What follows the name of a test or an example, a function without parameters: `void sobelOfStrideTwo() {`. */
const TEST_BODY = /^\s*(?:void\s*)?\)\s*(?:throws[\w\s.,]+)?\{/;

/** The same in a language whose calls are not read, where every sign of a layer counts. */
export function unreadLayers(text: string, comment: RegExp): UnknownLayer[] {
  const code = text.replace(comment, (part) => ' '.repeat(part.length));
  const calls = [...code.matchAll(PATH)].filter(
    ({ 0: head, 1: callee, 2: name, index }) =>
      !TEST_BODY.test(code.slice(index + head.length, index + head.length + 80)) &&
      ((OBJECT.test(callee!) && !/^(?:test_|print|show|display|dump)/.test(name!)) ||
        ((LAYER.test(name!) || INNER.test(name!)) && !OTHER.test(name!))),
  );
  const declared = [...code.matchAll(DECLARED)].filter(({ 2: type }) => OBJECT.test(type!));
  return [...calls, ...declared, ...code.matchAll(OPERATION)]
    .sort((a, b) => a.index - b.index)
    .map(({ 1: callee = '', index }) => ({ callee, range: [index, index + callee.length] }));
}
