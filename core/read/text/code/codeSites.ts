/** Where a C-like text calls layers. */
import { ownEntry } from '../../../ownEntry';
import { arraysOnly } from '../languages/arraysOnly';
import { CodeReader } from './reader/CodeReader';
import { definesClass, isHead, plainCode } from './reader/definitions';
import { libraryOf, usualLibrary, type LayerFunction, type Library } from './libraries';
import { isVariable } from './givenArguments';
import { namedRow } from './namedSignature';
import type { CallNode, Node } from './reader/nodes';
import { objectCalls } from './objectCalls';

/** Texts beyond this are not searched for calls. */
const LARGEST = 200_000;

export interface CodeSite {
  readonly call: CallNode;
  readonly callee: string;
  /** Undefined: a layer that is not read. */
  readonly row: LayerFunction | undefined;
  readonly isUsual: boolean;
  /** `x.conv2d(w)` may be a method of `x`, `torch::conv2d(x, w)` is a function. */
  readonly isPath: boolean;
}

const CALLEE = /(?<![\w$])((?:[A-Za-z_$][\w$]*(?:::|\.|->))*)([A-Za-z_]\w*)(?:::)?(?:<[\w:, ]*>)?\(/g;

/** Names of layers that no row has: among layers that are read, none of them is passed over. */
const OTHER_LAYER =
  /^\w*(?:conv(?:olution)?(?:_?[123]d)?_?(?:transpose|backward)|(?:transposed?|de)_?conv|depthwise_?conv|separable_?conv|conv_?[13]d|(?:max|avg|average|adaptive|global|lp|fractional|mean)_?(?:max|avg|average)?_?pool)\w*$/i;
/** C has no methods: `tensor_conv2d(x, w, NULL, 1, 0)`. */
const OF_TENSORS = /^tensor_(?=conv2d$|conv_transpose2d$|(?:max|avg)_pool2d$)/;
const NO_LAYER =
  /^(?:test|it|bench|describe)|(?:Options|Config|Params|Test|_test)$|^(?:Max|Avg|Average)_?Pool(?:ing)?_?[12]d(?:Layer)?$/i;

export function codeSites(text: string, languageId: string | undefined): CodeSite[] {
  if (arraysOnly(languageId) === undefined || text.length > LARGEST) return [];
  const known = libraryOf(text);
  const library: Library = known ?? usualLibrary;
  const code = plainCode(text);
  const found = [...code.matchAll(CALLEE)].flatMap((match): CodeSite[] => {
    const [whole, path = '', name = ''] = match;
    // Made with their options, and applied elsewhere.
    if (/\btfl?\.layers\.$/.test(path)) return [];
    const listed = ownEntry(library, known === undefined ? name.replace(OF_TENSORS, '') : name);
    const isOther = known === undefined && /conv|pool/i.test(name);
    if (!listed && !isOther && (!OTHER_LAYER.test(name) || NO_LAYER.test(name))) return [];
    const leaf = match.index + path.length;
    const start =
      path === '' || /^[.>]$/.test(code[match.index - 1] ?? '') ? chainStart(code, match.index) : match.index;
    const reader = new CodeReader(text, match.index + whole.length - 1);
    const receiver = receiverOf(text, start, leaf);
    const call = { ...reader.call(name, receiver, start), range: [start, reader.at] as const };
    const isMethod = /[.>]$/.test(path) || /[.>]$/.test(code.slice(0, match.index));
    const isNamed = known === undefined && (listed !== undefined || isOther);
    const isMade = /\bnew\s+$/.test(code.slice(Math.max(0, start - 20), start));
    const isValue = !path.endsWith('::') && isVariable(code, call);
    const named = isNamed && !isMade ? namedRow(name, call, isValue) : undefined;
    // Nothing is assumed of a function that the text has.
    if (named?.isBare && hasBody(code, name)) return [];
    // A function of the text with the name of a method is another one, unless its class is named.
    const isOwn =
      (!isMethod || definesClass(code, path.slice(0, -1))) && (hasBody(code, name) || definesClass(code, name));
    if (isHead(code, [start, reader.at]) || isDeclared(code, match.index) || isOwn) return [];
    const row = named ?? listed;
    if (!row && (!OTHER_LAYER.test(name) || NO_LAYER.test(name))) return [];
    return [
      {
        call,
        callee: `${path}${name}`,
        row,
        isUsual: known === undefined && !row?.isNamed && row?.operation !== 'relu',
        isPath: path.endsWith('::'),
      },
    ];
  });
  const objects = objectCalls(text, code).map((each) => ({ ...each, isUsual: false, isPath: false }));
  const sites = [...found, ...objects].sort((a, b) => a.call.range[0] - b.call.range[0]);
  // A padding and an activation are parts of another layer, where the text calls one.
  const layers = sites.filter(({ row }) => row?.operation !== 'pad' && row?.operation !== 'relu');
  const all = layers.length > 0 ? layers : sites;
  return all.some(({ row }) => row) ? all : [];
}

/** `LayerConvolution2D conv2d(5, 5, 1)`: the name is that of an object. */
function isDeclared(code: string, at: number): boolean {
  const before = code.slice(Math.max(0, at - 100), at);
  return /(?:^|[;{}\n])[ \t]*(?!return|new|await|throw|else|yield|case|co_await)(?:[\w]+::)*\w+(?:<[^;{}()]*>)?[ \t]+$/.test(
    before,
  );
}

/** What is before the last name of a callee, without its point. */
function receiverOf(text: string, start: number, leaf: number): Node | undefined {
  const before = text.slice(start, leaf).replace(/(?:::|\.|->)\s*$/, '');
  return before.trim() === '' ? undefined : new CodeReader(before, 0).expression();
}

/** Whether a function or a method of that name has its body in the text, whatever its type. */
export function hasBody(code: string, name: string): boolean {
  const parameters = String.raw`\((?:[^(){};]|\([^(){};]*\))*\)`;
  // Go's types of results have no mark before them.
  return new RegExp(
    `\\b(?:func|fun|fn)\\s+(?:\\([^()]*\\)\\s*)?${name}\\s*[(<[]|(?<![\\w.])${name}\\s*(?:<[^;{}()]*>)?\\s*(?:${parameters}\\s*(?:(?:->|:|throws\\b)[^;{}=]*)?(?:\\{|=>|=(?!=))|[:=]\\s*(?:async\\s+)?(?:function\\b|\\[[^\\]]*\\]\\s*\\(|${parameters}\\s*(?::[^;{}=]*)?=>|\\w+\\s*=>))`,
  ).test(code);
}

/** The start of the expression whose method begins at `at`: over brackets and names. */
function chainStart(code: string, at: number): number {
  let start = at;
  while (/[.>]\s*$/.test(code.slice(Math.max(0, start - 20), start))) {
    const near = Math.max(0, start - 20);
    let end = near + code.slice(near, start).search(/(?:\.|->)\s*$/);
    while (end > 0 && /[\s?]/.test(code[end - 1]!)) end -= 1;
    const from = primaryStart(code, end);
    if (from === end) break;
    start = from;
  }
  return start;
}

function primaryStart(code: string, end: number): number {
  let at = end;
  while (at > 0 && /[)\]}]/.test(code[at - 1]!)) {
    let depth = 0;
    do {
      at -= 1;
      if (/[)\]}]/.test(code[at]!)) depth += 1;
      else if (/[([{]/.test(code[at]!)) depth -= 1;
    } while (at > 0 && depth > 0);
  }
  while (at > 0 && /[\w$:!]/.test(code[at - 1]!)) at -= 1;
  return at;
}
