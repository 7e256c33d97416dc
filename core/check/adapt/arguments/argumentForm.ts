/** The form that the arguments of a function have: names of modes, keys of dictionaries, pairs. */
import type { SyntaxNode } from '@lezer/common';
import type { CourseFunction } from '../../CourseFunction';
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceFunction, SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import type { AxisLayout } from '../Adapter';
import type { AdapterRequest } from '../AdapterRequest';
import { argumentSource, type ArgumentForm } from './argumentSource';
import { defaultsToWindow } from './defaultsToWindow';
import { sideOrder } from '../roles/paddingSides';
import { isEitherForm, isPairUnpacked } from './pairs';
import { isLeftOut, roleOf, type Role } from '../roles/roles';

/** `W_col @ X_col + b`, `np.dot(W_col, X_col) + b`, `b[f, 0]` */
const COLUMN_BIAS =
  /(?<![.\w])(?:b|bias\w*)\[[a-z]\w*, *0\]|(?:\b[Ww]\w*\s*@\s*\w*col\w*|\bdot\(\s*[Ww]\w*\s*,\s*\w*col\w*\s*\))\s*\+\s*b\b(?!\s*[.[])/i;

/** Names of the modes of a pooling. */
const AVERAGE =
  /^(?:ave?(?:g|rage)?|mean|prom(?:edio)?|med(?:ia|io)?|mittel(?:wert)?|durchschnitt|moy(?:enne)?|平均.*|均值.*)$/i;
const MAXIMUM = /^(?:max(?:im(?:um|o|al))?|最大.*)$/i;

/** What the text itself shows of the form of arguments. */
export function formOf(
  tree: PythonTree,
  node: SyntaxNode,
  operation: CourseFunction,
  layout: AxisLayout,
  arePairs?: boolean,
): ArgumentForm {
  const stringsIn = (within?: SyntaxNode): string[] =>
    tree.all('String', within).map((string) => tree.text(string).slice(1, -1));
  // A table of functions may be outside of the function.
  const inText = [stringsIn(node), stringsIn()];
  const named = (name: string, pattern: RegExp): string =>
    inText.flatMap((all) => (all.includes(name) ? [name] : all.filter((each) => pattern.test(each))))[0] ?? name;
  const [average, max] = [named('average', AVERAGE), named('max', MAXIMUM)];
  const text = tree.text(node);
  const readKeys = [...text.matchAll(/(?:\[|\.get\()\s*["'](\w+)["']/g)].map(([, key]) => key!);
  const keys = /\.values\(\)|\.items\(\)/.test(text) ? writtenKeys(tree, text) : undefined;
  return {
    operation,
    layout,
    sides: sideOrder(text),
    modes: [max, average],
    readKeys,
    ...(keys && { keys }),
    ...(COLUMN_BIAS.test(text) && { isColumnBias: true }),
    ...(operation === 'conv_single_step' && isGivenNumber(tree, node) && { isNumberBias: true }),
    ...activationOf(text),
    ...(/\brng\.rand(?:n|int)?\(/.test(text) && { isRandomState: true }),
    ...(takesTensors(text, tree) && { areTensors: true }),
    ...(arePairs !== undefined && { arePairs }),
  };
}

/** What only PyTorch's modules and tensors have. */
const OF_TENSORS =
  /\b(?:torch|F|nn)\.[a-z]|\.(?:new_(?:zeros|ones|empty|full)|unsqueeze|permute|contiguous|scatter_\w*|index_add_|view_as|expand_as)\(/;

/** Whether a function, or the whole text, computes with PyTorch alone, and makes no tensors of what it is given. */
export function takesTensors(text: string, { source }: PythonTree): boolean {
  const isOnly =
    /^[ \t]*(?:import|from)[ \t]+torch\b/m.test(source) && !/\b(?:numpy|jax|tensorflow|scipy)\b/.test(source);
  return (
    (isOnly || OF_TENSORS.test(text)) && !/\b(?:np|numpy|jnp|tf)\.|\btorch\.(?:from_numpy|tensor|Tensor)\(/.test(text)
  );
}

/** Whether the text's own call of a function ends with one item of an array: `step(window, w[f], b[f])`. */
function isGivenNumber(tree: PythonTree, node: SyntaxNode): boolean {
  const name = tree.text(node.getChild('VariableName') ?? node);
  return tree
    .all('CallExpression')
    .some(
      (call) => tree.text(call.firstChild!).split('.').at(-1) === name && /\[\w+\]\s*,?\s*\)$/.test(tree.text(call)),
    );
}

/** Keys, in their order, of the dictionary that the text has under the name whose values the function takes. */
function writtenKeys({ source }: PythonTree, text: string): string[] | undefined {
  const [, name] = /(\w+)\.(?:values|items)\(\)/.exec(text) ?? [];
  const [, written] = new RegExp(`\\b${name}\\s*=\\s*\\{([^{}]*)\\}`).exec(source) ?? [];
  const keys = [...(written ?? '').matchAll(/["'](\w+)["']\s*:/g)].map(([, key]) => key!);
  return keys.length > 0 ? keys : undefined;
}

function activationOf(text: string): Pick<ArgumentForm, 'activation'> {
  const [named] = /["'](?:linear|identity|none)["']/i.exec(text) ?? [];
  const isNone =
    /\bactivation\w*\s*(?:is|==|!=)\s*(?:not\s+)?None\b|\bif\s+(?:not\s+)?(?:self\.)?activation\w*\s*:/.test(text);
  const [, only] = /\bactivation\w*\s*==\s*(["']relu["'])/i.exec(text) ?? [];
  const activation = named ?? (isNone ? 'None' : only);
  return activation === undefined ? {} : { activation };
}

export function formFor(
  form: ArgumentForm,
  parameter: SourceParameter,
  text: string,
  args?: ReadonlyMap<string, ProgramValue>,
): ArgumentForm {
  const recorded = args?.get(parameter.name);
  const given = recorded?.kind === 'dictionary' ? [...recorded.entries.keys()].map(String) : undefined;
  const known = new Set(given?.map((key) => roleOf(key)));
  const left = given && optionalKeys(text, parameter.name).filter((key) => !known.has(roleOf(key)));
  const keys = given && [...given, ...left!];
  return {
    ...form,
    ...(recorded ? { recorded } : {}),
    ...(isPairUnpacked(text, parameter.name) ? { isUnpacked: true } : {}),
    ...(isEitherForm(text, parameter.name) ? { isEither: true } : {}),
    ...(keys ? { keys } : {}),
    ...(isWindowStride(form, parameter, text) ? { isWindowStride: true } : {}),
    ...(isIndexedOnce(text, parameter.name) ? { isFlatBias: true } : {}),
    ...(parameter.fallback === undefined ? {} : { fallback: parameter.fallback }),
  };
}

export function isWindowStride(
  { operation }: Pick<ArgumentForm, 'operation'>,
  { name, fallback }: SourceParameter,
  text: string,
): boolean {
  return operation.startsWith('pool') && fallback === 'None' && defaultsToWindow(text, name);
}

/** The arguments of a call of a method, by their names. */
export function methodArguments(
  tree: PythonTree,
  { node, parameters }: SourceFunction,
  roles: ReadonlyMap<string, Role>,
  form: ArgumentForm,
): string {
  const text = tree.text(node);
  const args = parameters.slice(1).flatMap((parameter) => {
    const role = roles.get(parameter.name);
    if (!role || isLeftOut(role, parameter.fallback)) return [];
    return [`${parameter.name}=${argumentSource(role, formFor(form, parameter, text))}`];
  });
  return args.join(', ');
}

/** Keys that the text reads with a default value: a call may leave them out. */
function optionalKeys(text: string, name: string): string[] {
  const read = new RegExp(`\\b${name}\\.get\\(\\s*["'](\\w+)["']`, 'g');
  return [...text.matchAll(read)].map(([, key]) => key!);
}

/** The form with the names of the modes that the text's calls give. */
export function withNamedModes(form: ArgumentForm, { definition, calls = [] }: AdapterRequest): ArgumentForm {
  const given = calls
    .filter(({ name }) => name === definition.name)
    .flatMap(({ args }) =>
      [...args].flatMap(([key, value]) => (value.kind === 'text' && roleOf(key) === 'mode' ? [value.value] : [])),
    );
  const [max, average] = form.modes;
  return {
    ...form,
    modes: [
      given.find((each) => /max|最大/i.test(each)) ?? max,
      given.find((each) => AVERAGE.test(each) || /av|mean/i.test(each)) ?? average,
    ],
  };
}

/** `name[f]`, or `grad[f]` of `grad = np.zeros_like(name)`: one axis. */
function isIndexedOnce(text: string, name: string): boolean {
  const made = new RegExp(`\\b(\\w+) *= *np\\.zeros(?:_like)?\\(${name}\\b`, 'g');
  const names = [name, ...[...text.matchAll(made)].map(([, each]) => each!)];
  return new RegExp(`(?<!\\.)\\b(?:self\\.)?(?:${names.join('|')})\\[[A-Za-z_]\\w*\\](?!\\[)`).test(text);
}

/** `(x, w) = name`, `name[0]` and `name['x']`. */
export function isUnpacked(text: string, name: string): boolean {
  return new RegExp(`,[^=\\n]*=\\s*${name}\\s*$|\\b${name}\\[(?:\\d|["'])`, 'm').test(text);
}
