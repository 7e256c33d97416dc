/** Values of a name that no line binds, which are elsewhere in the text: an option, an attribute, what a helper returns. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../../../adapt/roles/roles';
import { childNodes } from '../../../../source/PythonTree';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { isTwin } from '../../../../source/twins';
import { otherAxisOf } from '../../../scope/otherAxis';

export function* optionValues(scope: FunctionScope, name: string, use: SyntaxNode): Iterable<string> {
  yield* mirrored(scope, name);
  yield* ofOtherAxis(scope, name);
  yield* helperCalls(scope, name, use);
  const role = roleOf(name);
  const isSame = (other: string): boolean => other === name || (role !== undefined && roleOf(other) === role);
  const keys = keysOf(scope.tree.source);
  const ordered = [...keys.filter(isSame), ...keys.filter((key) => !isSame(key))].slice(0, 8);
  for (const options of scope.names.filter((each) => roleOf(each) === 'options'))
    for (const key of ordered) yield `${options}["${key}"]`;
  for (const attribute of scope.attributes) if (isSame(attribute.replace(/^self\./, ''))) yield attribute;
  if (!['shape', 'inputShape', 'kernel'].includes(role ?? '')) return;
  for (const size of scope.names.filter((each) => roleOf(each, ['kernel']) === 'kernel' && each !== name))
    yield `(${size}, ${size})`;
}

/** Keys of the dictionaries of a text. */
function keysOf(source: string): string[] {
  return [...new Set([...source.matchAll(/["'](\w+)["']\s*[:\]]/g)].map(([, key]) => key!))];
}

/** What the other loop of two alike ones computes: `y_max = y + stride * oh` for `z_max = z + stride * ow`. */
function* mirrored(scope: FunctionScope, name: string): Iterable<string> {
  const variables = scope.loops.map((loop) => loop.name);
  for (const own of variables) {
    for (const other of variables) {
      const twin = name.replace(new RegExp(`(?<![a-z])${own}(?![a-z])`), other);
      if (own === other || twin === name) continue;
      const statement = scope
        .all('AssignStatement')
        .find((each) => each.firstChild && scope.text(each.firstChild) === twin);
      const value = statement && childNodes(statement)[2];
      if (!value) continue;
      const renamed = (text: string): string => text.replace(new RegExp(`\\b${other}\\b`, 'g'), own);
      const otherAxis = otherAxisOf(scope);
      yield renamed(otherAxis(scope.text(value)));
      yield otherAxis(renamed(scope.text(value)));
    }
  }
}

/** `size(A.shape[1], f)` for the rows, where the columns are `size(A.shape[2], f)`. */
function* ofOtherAxis(scope: FunctionScope, name: string): Iterable<string> {
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (!value || target?.name !== 'VariableName' || !isTwin(scope.text(target), name)) continue;
    const otherAxis = otherAxisOf(scope, [name]);
    const text = otherAxis(scope.text(value));
    for (const step of [-1, 1]) yield text.replace(/(?<=\w\[)-?\d(?=\])/g, (axis) => String(Number(axis) + step));
    yield text;
  }
}

/** Arguments of one parameter that are tried, and calls of one helper. */
const MOST_ARGUMENTS = 3;
const MOST_CALLS = 16;

/** `mask = create_mask_from_window(window)`: a helper of the text whose name has a word of the name. */
function* helperCalls(scope: FunctionScope, name: string, use: SyntaxNode): Iterable<string> {
  const words = name
    .toLowerCase()
    .split('_')
    .filter((word) => word.length > 2);
  for (const definition of scope.tree.all('FunctionDefinition')) {
    const called = definition.getChild('VariableName');
    if (!called || (definition.from <= use.from && definition.to >= use.to) || definition.parent?.name === 'Body')
      continue;
    const helper = scope.text(called);
    if (!words.some((word) => helper.toLowerCase().includes(word))) continue;
    let calls = [''];
    for (const parameter of definition.getChild('ParamList')?.getChildren('VariableName') ?? []) {
      if (parameter.prevSibling?.name === 'AssignOp') continue;
      const given = argumentsFor(scope, scope.text(parameter), use);
      calls = calls
        .flatMap((call) => given.map((each) => (call === '' ? each : `${call}, ${each}`)))
        .slice(0, MOST_CALLS);
    }
    for (const call of calls) if (call !== '') yield `${helper}(${call})`;
  }
}

/** The variable of the same name; otherwise those with its role, the last one that is bound before the use first. */
function argumentsFor(scope: FunctionScope, parameter: string, use: SyntaxNode): string[] {
  const own = [...scope.names, ...scope.attributes].filter(
    (each) => each.replace(/^self\./, '').toLowerCase() === parameter.toLowerCase(),
  );
  const role = roleOf(parameter);
  const roles = (each: string): boolean => roleOf(each.replace(/^self\./, ''), role ? [role] : []) === role;
  const alike = role === undefined ? [] : [...scope.names, ...scope.attributes].filter(roles);
  const before = alike.filter((each) => scope.tree.source.slice(scope.node.from, use.from).includes(each));
  return [...new Set([...own, ...before.reverse(), ...alike])].slice(0, MOST_ARGUMENTS);
}
