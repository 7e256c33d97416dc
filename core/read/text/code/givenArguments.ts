/** The arguments of a layer call in a C-like language by what they are. */
import { LensError, msg } from '../../../message';
import { CodeScope } from './reader/CodeScope';
import type { GivenArguments } from './LayerArguments';
import { optionNamed, optionsOfValue } from './layerOptions';
import type { ArgumentRole, LayerFunction } from './libraries';
import type { CallNode, Node } from './reader/nodes';
import type { CodeValue } from './reader/values';

/** The values of the arguments by what they are, with the options of records and objects. */
export function givenArguments(
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
  const signature = isMethod ? row.signature.slice(1) : row.signature;
  const names = withoutRecord(signature, call.args);
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
    if (argument === 'options' || (!/^(?:x|w|anchor)$/.test(argument) && isOptions(value))) {
      const options = argument === 'options' ? (shorthand(node, scope) ?? value) : value;
      for (const [name, option] of optionsOfValue(options, callee, call.range)) values.set(name, option);
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
  return { callee, range: call.range, above: text.slice(0, call.range[0]), texts, values };
}

/** Earlier versions of burn and of WebNN take the options one by one: `conv2d(x, w, None, [1, 1], [0, 0])`. */
function withoutRecord(signature: readonly ArgumentRole[], args: readonly Node[]): readonly ArgumentRole[] {
  const at = signature.indexOf('options');
  const given = args[at];
  if (given?.kind !== 'list') return signature;
  const before = signature.slice(0, at);
  if (before.at(-1) === 'b') return [...before, 'stride', 'padding', 'dilation', 'groups'];
  const isWhole = given.items.length === 4 && before.at(-1) === 'w';
  return isWhole ? [...before, 'padding', 'stride', 'dilation', 'groups', 'format'] : signature;
}

/** JavaScript's `{strides, padding}`, which looks like a list. */
function shorthand(node: Node, scope: CodeScope): CodeValue {
  if (node.kind !== 'list' || node.items.length === 0) return undefined;
  const entries = node.items.map((item): [string, CodeValue] => [
    item.kind === 'name' ? item.path : '',
    scope.value(item),
  ]);
  return entries.every(([name]) => name !== '') ? new Map(entries) : undefined;
}

function isOptions(value: CodeValue): boolean {
  return typeof value === 'object' && value !== null && ('made' in value || value instanceof Map);
}

/** `x.conv2d(w)` where `x` is a variable without a known value. */
export function isVariable(code: string, { receiver }: CallNode): boolean {
  if (receiver?.kind === 'call') return !/^(?:new|default|instance)$/i.test(receiver.call.name);
  if (receiver?.kind !== 'name' || receiver.path.includes('.')) return false;
  const isModule = new RegExp(
    `\\b${receiver.path}[ \\t]*=[ \\t]*(?:await[ \\t]+)?(?:require\\b|import\\b|navigator\\b|(?:new[ \\t]+)?(?:\\w+\\.)*\\w*Builder\\b)`,
  );
  // What a function gets of its caller: `it('adds', math => { math.conv2d(x, w, …) })`.
  if (isModule.test(code) || new RegExp(`[(,]\\s*${receiver.path}\\s*=>`).test(code)) return false;
  return new RegExp(
    `(?:\\b(?:let|const|var|auto|Tensor|Mat)(?:\\s+mut)?\\s+&?|[(,|&]\\s*)${receiver.path}\\s*[=:,)|(]|\\b${receiver.path}\\s*:?=`,
  ).test(code.replace(/^import\s*\([^)]*\)/m, ''));
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
