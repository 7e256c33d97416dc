/** Finds the layer calls of C++, C#, Go, Java, JavaScript and Rust whose arguments are literals or names of literals. */
import { LensError, msg } from '../../../message';
import { ownEntry } from '../../../ownEntry';
import type { LayerCall, ReadError } from '../../ParseResult';
import type { FoundCall } from '../../python/findCalls';
import { arraysOnly } from '../languages/arraysOnly';
import { CodeReader } from './CodeReader';
import { CodeScope } from './CodeScope';
import { agreeingCalls } from '../agreement/agreeingCalls';
import { codeArrays } from './codeArrays';
import { isHead, isVisible, plainCode } from './definitions';
import type { GivenArguments } from './LayerArguments';
import { optionNamed, optionsOfValue } from './layerOptions';
import { readLayer } from './layerReading';
import { libraryOf, usualLibrary, type ArgumentRole, type LayerFunction, type Library } from './libraries';
import type { CallNode, Node } from './nodes';
import { objectCalls } from './objectCalls';
import type { CodeValue } from './values';

/** Texts beyond this are not searched for calls. */
const LARGEST = 200_000;

interface Site {
  readonly call: CallNode;
  readonly callee: string;
  /** Undefined: a layer that is not read. */
  readonly row: LayerFunction | undefined;
  readonly isUsual: boolean;
  /** `x.conv2d(w)` may be a method of `x`, `torch::conv2d(x, w)` is a function. */
  readonly isPath: boolean;
}

const CALLEE = /(?<![\w$])((?:[A-Za-z_$][\w$]*(?:::|\.|->))*)([A-Za-z_]\w*)(?:::)?(?:<[\w:, ]*>)?\(/g;

/** Where a text calls a layer; empty for other languages. */
export function findCodeCalls(text: string, languageId: string | undefined): FoundCall[] {
  const shown = shownCalls(text, languageId);
  if (shown.length > 0) return shown.map(({ callee, operation, range }) => ({ callee, operation, range }));
  return sitesIn(text, languageId).map(({ call, callee, row }) => ({
    callee,
    operation: isPooling(callee, row) ? 'pool_forward' : 'conv_forward',
    range: call.range,
  }));
}

export function readCodeCalls(text: string, languageId: string | undefined): ReadCode {
  const shown = shownCalls(text, languageId);
  return shown.length > 0 ? { calls: shown, errors: [] } : readSites(text, languageId);
}

interface ReadCode {
  readonly calls: readonly LayerCall[];
  readonly errors: readonly ReadError[];
}

/** Texts beyond this are not searched for results. */
const LARGEST_SHOWN = 40_000;
let last: { readonly text: string; readonly calls: readonly LayerCall[] } | undefined;

/** Layers without a call that is read, whose results the text has. */
function shownCalls(text: string, languageId: string | undefined): readonly LayerCall[] {
  if (
    arraysOnly(languageId) === undefined ||
    text.length > LARGEST_SHOWN ||
    !/conv|corr|filter|kernel|pool/i.test(text)
  )
    return [];
  // Lenses, the cursor and the reading ask for the same text.
  if (last?.text === text) return last.calls;
  const code = plainCode(text);
  const isRead = libraryOf(text) !== undefined && readSites(text, languageId).calls.length > 0;
  const shown =
    isRead && !/backward/.test(code)
      ? []
      : agreeingCalls(codeArrays(text, code), text, (a, b) => isVisible(code, a.range[0], b.range[0]));
  // What a known call computes is read from the call; its gradients are known by their numbers.
  const calls = isRead ? shown.filter(({ operation }) => operation.endsWith('backward')) : shown;
  last = { text, calls };
  return calls;
}

function readSites(text: string, languageId: string | undefined): ReadCode {
  const calls: LayerCall[] = [];
  const errors: ReadError[] = [];
  const code = plainCode(text);
  for (const { call, callee, row, isUsual, isPath } of sitesIn(text, languageId)) {
    const { range } = call;
    try {
      if (!row) throw new LensError(msg('{0} is not supported', callee), undefined, range);
      const given = givenArguments(text, code, call, callee, row, isPath);
      const note = msg("the order of the arguments of {0} is taken as PyTorch's", callee);
      calls.push({ ...readLayer(row, given), callee, range, notation: 'numpy', ...(isUsual && { notes: [note] }) });
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      errors.push({ message: error.message, detail: error.detail, range: error.range ?? range });
    }
  }
  return { calls, errors };
}

function isPooling(callee: string, row: LayerFunction | undefined): boolean {
  return row ? row.operation !== 'conv' : /pool/i.test(callee);
}

/** Names of layers that no row has: among layers that are read, none of them is passed over. */
const OTHER_LAYER =
  /^\w*(?:conv(?:olution)?(?:_?[123]d)?_?(?:transpose|backward)|(?:transposed?|de)_?conv|depthwise_?conv|separable_?conv|conv_?[13]d|(?:max|avg|average|adaptive|global|lp|fractional|mean)_?(?:max|avg|average)?_?pool)\w*$/i;
const NO_LAYER =
  /^(?:test|it|bench|describe)|(?:Options|Config|Params|Test|_test)$|^(?:Max|Avg|Average)_?Pool(?:ing)?_?2d(?:Layer)?$/i;

function sitesIn(text: string, languageId: string | undefined): Site[] {
  if (arraysOnly(languageId) === undefined || text.length > LARGEST) return [];
  const known = libraryOf(text);
  const library: Library = known ?? usualLibrary;
  const code = plainCode(text);
  const found = [...code.matchAll(CALLEE)].flatMap((match): Site[] => {
    const [whole, path = '', name = ''] = match;
    const row = ownEntry(library, name);
    if (!row && (!OTHER_LAYER.test(name) || NO_LAYER.test(name))) return [];
    const leaf = match.index + path.length;
    const start =
      path === '' || /^[.>]$/.test(code[match.index - 1] ?? '') ? chainStart(code, match.index) : match.index;
    const reader = new CodeReader(text, match.index + whole.length - 1);
    const receiver = receiverOf(text, start, leaf);
    const call = { ...reader.call(name, receiver, start), range: [start, reader.at] as const };
    if (isHead(code, [start, reader.at]) || definesItself(code, name)) return [];
    return [{ call, callee: `${path}${name}`, row, isUsual: known === undefined, isPath: path.endsWith('::') }];
  });
  const objects = objectCalls(text, code).map((each) => ({ ...each, isUsual: false, isPath: false }));
  const all = [...found, ...objects].sort((a, b) => a.call.range[0] - b.call.range[0]);
  return all.some(({ row }) => row) ? all : [];
}

/** What is before the last name of a callee, without its point. */
function receiverOf(text: string, start: number, leaf: number): Node | undefined {
  const before = text.slice(start, leaf).replace(/(?:::|\.|->)\s*$/, '');
  return before.trim() === '' ? undefined : new CodeReader(before, 0).expression();
}

/** The text has a function of that name: its own code computes the layer. */
function definesItself(code: string, name: string): boolean {
  return new RegExp(
    `\\b(?:fn|func|function|def|void|Tensor|auto|vector<[^;{}()]*>|Mat|float|double|int|Matrix|const)\\s+(?:\\w+::)?${name}\\s*(?:=\\s*(?:function|\\()|\\([^;]*?\\)\\s*(?:->[^{;]*)?\\{)`,
  ).test(code);
}

/** The start of the expression whose method begins at `at`: over brackets and names. */
function chainStart(code: string, at: number): number {
  let start = at;
  while (/[.>]\s*$/.test(code.slice(Math.max(0, start - 20), start))) {
    const near = Math.max(0, start - 20);
    let end = near + code.slice(near, start).search(/(?:\.|->)\s*$/);
    while (end > 0 && /\s/.test(code[end - 1]!)) end -= 1;
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

/** The values of the arguments by what they are, with the options of records and objects. */
function givenArguments(
  text: string,
  code: string,
  call: CallNode,
  callee: string,
  row: LayerFunction,
  isPath: boolean,
): GivenArguments {
  const scope = new CodeScope(text, code, call.range[0]);
  const values = new Map<ArgumentRole, CodeValue>();
  const texts = new Map<ArgumentRole, string>();
  const written = argumentTexts(text, call);
  const receiver = call.receiver && !isPath ? scope.value(call.receiver) : undefined;
  const isMethod = receiver !== undefined || (!isPath && isVariable(code, call));
  const names = isMethod ? row.signature.slice(1) : row.signature;
  if (isMethod) {
    values.set('x', receiver);
    texts.set('x', text.slice(call.range[0], call.range[1]).split(/[.(]/)[0]!);
  }
  for (const [index, node] of call.args.entries()) {
    const argument = names[index];
    if (argument === undefined) {
      const options = scope.value(node);
      for (const [name, value] of optionsOfValue(options, callee, call.range)) values.set(name, value);
      continue;
    }
    const value = scope.value(node);
    if (argument === '-') continue;
    // Options may come before the arguments that they replace.
    if (argument === 'options' || (argument !== 'x' && argument !== 'w' && isOptions(value))) {
      for (const [name, option] of optionsOfValue(value, callee, call.range)) values.set(name, option);
      continue;
    }
    values.set(argument, value);
    texts.set(argument, written[index] ?? '');
  }
  for (const [name, node] of call.named) {
    const argument = optionNamed(name);
    if (argument === undefined)
      throw new LensError(msg('{0} of {1} is not supported', name, callee), undefined, call.range);
    values.set(argument, scope.value(node));
  }
  return { callee, range: call.range, texts, values };
}

function isOptions(value: CodeValue): boolean {
  return typeof value === 'object' && value !== null && ('made' in value || value instanceof Map);
}

/** `x.conv2d(w)` where `x` is a variable without a known value. */
function isVariable(code: string, { receiver }: CallNode): boolean {
  if (receiver?.kind === 'call') return !/^(?:new|default|instance)$/i.test(receiver.call.name);
  if (receiver?.kind !== 'name' || receiver.path.includes('.')) return false;
  return new RegExp(
    `(?:\\b(?:let|const|var|auto|Tensor|Mat)(?:\\s+mut)?\\s+&?|[(,|&]\\s*)${receiver.path}\\s*[=:,)|(]|\\b${receiver.path}\\s*:?=`,
  ).test(code);
}

function argumentTexts(text: string, { range: [start, end], receiver, args }: CallNode): string[] {
  if (args.length === 0) return [];
  const open = receiver ? text.slice(start, end).search(/\w\s*(?:<[^()]*>)?\(/) : text.slice(start, end).indexOf('(');
  const found: string[] = [];
  let [depth, from] = [0, start + text.slice(start, end).indexOf('(', open) + 1];
  for (let at = from; at < end; at++) {
    const character = text[at]!;
    if ('([{'.includes(character)) depth += 1;
    else if (depth > 0 && ')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && (character === ',' || at === end - 1)) {
      found.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return found;
}
