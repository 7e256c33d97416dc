/** Adapters of the functions and classes of a text. */
import type { SyntaxNode } from '@lezer/common';
import { isBackward, isConvolution, isPooling, type CourseFunction } from '../CourseFunction';
import type { RecordedCall } from '../run/Runner';
import type { ProgramValue } from '../run/ProgramValue';
import type { Definitions, SourceFunction, SourceParameter } from '../source/Definition';
import type { PythonTree } from '../source/PythonTree';
import type { Adapter, AxisLayout, Support } from './Adapter';
import type { FixedGeometry } from '../cases/FixedGeometry';
import {
  argumentSource,
  isPaddingText,
  isPair,
  isPairUnpacked,
  isZero,
  optionsSource,
  type ArgumentForm,
} from './argumentSource';
import { assignRoles } from './assignRoles';
import { modeInName } from './guessOperation';
import { replayedArguments } from './replayed';
import { returnedResults } from './returnedResults';
import { roleOf, type Role } from './roles';

export interface AdapterRequest {
  readonly tree: PythonTree;
  readonly definitions: Definitions;
  readonly definition: SourceFunction;
  readonly operation: CourseFunction;
  readonly layout: AxisLayout;
  readonly recorded?: RecordedCall;
  readonly fixed?: FixedGeometry;
  /** Of the whole text. */
  readonly calls?: readonly RecordedCall[];
}

/** Undefined where a parameter has no known role. */
export function buildAdapter(request: AdapterRequest): Adapter | undefined {
  const { tree, definition, operation, layout, recorded } = request;
  const text = tree.text(definition.node);
  const replayed = replayOf(request);
  const parameters = definition.parameters.filter(({ name }) => !replayed?.sources.has(name));
  const roles = assignRoles(operation, parameters, recorded?.args, (name) => isUnpacked(text, name));
  if (!roles) return undefined;
  const values = new Set(roles.values());
  const setup: string[] = replayed ? [`_made = ${replayed.call}`] : [];
  const roots = [definition.name, ...(replayed?.roots ?? [])];
  const form = withNamedModes(formOf(tree, definition.node, operation, layout), request);
  if (values.has('cache')) {
    const cache = cacheSource(request, form);
    setup.push(...cache.setup);
    roots.push(...cache.roots);
  }
  const isTextual = definition.parameters.some(
    (parameter) => roles.get(parameter.name) === 'pad' && isPaddingText(formFor(form, parameter, text, recorded?.args)),
  );
  const isUnbiased = definition.parameters.some(
    ({ name }) => roles.get(name) === 'bias' && isZero(recorded?.args.get(name)),
  );
  const args = definition.parameters.flatMap((parameter) => {
    const role = roles.get(parameter.name);
    const made = replayed?.sources.get(parameter.name);
    if (made !== undefined) return [`${parameter.name}=${made}`];
    if (!role || (role === 'activation' && parameter.fallback !== undefined)) return [];
    return [`${parameter.name}=${argumentSource(role, formFor(form, parameter, text, recorded?.args))}`];
  });
  return {
    operation,
    name: definition.name,
    roots,
    layout,
    body: [...setup, `return ${definition.name}(${args.join(', ')})`],
    results: replayed
      ? returnedResults(tree, definition.node, definition.name, operation, [...values, 'cache'])
      : returnedResults(tree, definition.node, definition.name, operation, [...values]),
    supports: {
      ...supportOf(tree, definition.node, definition.name, operation, [...values, ...(replayed?.roles ?? [])]),
      ...(isTextual ? { isPaddingText: true } : {}),
      ...(isUnbiased ? { bias: false } : {}),
      ...pairedOf(definition.parameters, roles, (parameter) => formFor(form, parameter, text, recorded?.args), text),
    },
    fixed: request.fixed ?? {},
  };
}

/** Whether rows and columns have strides or padding of their own: two arguments, or a pair of which both items are read. */
export function pairedOf(
  parameters: readonly SourceParameter[],
  roles: ReadonlyMap<string, Role>,
  formOfParameter: (parameter: SourceParameter) => ArgumentForm,
  text: string,
): Pick<Support, 'pairedStride' | 'pairedPad'> {
  const all = [...roles.values()];
  const isPaired = (role: Role, cols: Role): boolean =>
    (all.includes(role) && all.includes(cols)) ||
    parameters.some(
      (parameter) =>
        roles.get(parameter.name) === role &&
        isPair(formOfParameter(parameter)) &&
        (isPairUnpacked(text, parameter.name) || new RegExp(`\\b${parameter.name}\\[1\\]`).test(text)),
    );
  return {
    ...(isPaired('stride', 'strideCols') && { pairedStride: true }),
    ...(isPaired('pad', 'padCols') && { pairedPad: true }),
  };
}

interface ForwardCall {
  readonly sources: ReadonlyMap<string, string>;
  readonly call: string;
  readonly roots: readonly string[];
  readonly roles: readonly Role[];
}

/** The call of the text's own forward function whose results a backward function takes. */
function replayOf(request: AdapterRequest): ForwardCall | undefined {
  const { definition, definitions, operation, recorded, calls = [] } = request;
  if (!recorded || !isBackward(operation)) return undefined;
  const replayed = replayedArguments(definition, recorded, calls, definitions);
  if (!replayed || isCourseCache(request, replayed.sources)) return undefined;
  const { forward, sources } = replayed;
  const inner: AdapterRequest = {
    ...request,
    definition: forward,
    operation: isConvolution(operation) ? 'conv_forward' : 'pool_forward',
    recorded: replayed.recorded,
  };
  const adapter = buildAdapter(inner);
  if (!adapter) return undefined;
  const roles = assignRoles(inner.operation, forward.parameters, replayed.recorded.args);
  const call = adapter.body.at(-1)!.replace(/^return /, '');
  return { sources, call, roots: adapter.roots, roles: [...(roles?.values() ?? [])] };
}

/** A cache that is unpacked to known names is made by the driver, so that the forward function cannot spoil it. */
function isCourseCache({ tree, definition, operation }: AdapterRequest, sources: ReadonlyMap<string, string>): boolean {
  const unpacked = unpackedNames(tree, definition) ?? [];
  const isKnown = unpacked.length > 0 && unpacked.every((name) => cacheRole(name, operation) !== undefined);
  return isKnown && [...sources.keys()].every((each) => roleOf(each) === 'cache');
}

/** With the names of the modes that the text's calls give. */
function withNamedModes(form: ArgumentForm, { definition, calls = [] }: AdapterRequest): ArgumentForm {
  const given = calls
    .filter(({ name }) => name === definition.name)
    .flatMap(({ args }) =>
      [...args].flatMap(([key, value]) => (value.kind === 'text' && roleOf(key) === 'mode' ? [value.value] : [])),
    );
  const [max, average] = form.modes;
  return {
    ...form,
    modes: [given.find((each) => /max/i.test(each)) ?? max, given.find((each) => /av|mean/i.test(each)) ?? average],
  };
}

/** `(x, w) = name`, `name[0]` and `name['x']`. */
function isUnpacked(text: string, name: string): boolean {
  return new RegExp(`,[^=\\n]*=\\s*${name}\\s*$|\\b${name}\\[(?:\\d|["'])`, 'm').test(text);
}

/** What the text itself shows of the form of arguments. */
export function formOf(
  tree: PythonTree,
  node: SyntaxNode,
  operation: CourseFunction,
  layout: AxisLayout,
): ArgumentForm {
  const strings = new Set(tree.all('String', node).map((string) => tree.text(string).slice(1, -1)));
  const average = ['average', 'avg', 'mean', 'ave', 'AVG', 'Average'].find((name) => strings.has(name)) ?? 'average';
  const max = ['max', 'MAX', 'Max', 'maximum'].find((name) => strings.has(name)) ?? 'max';
  return { operation, layout, modes: [max, average] };
}

function formFor(
  form: ArgumentForm,
  parameter: SourceParameter,
  text: string,
  args?: ReadonlyMap<string, ProgramValue>,
): ArgumentForm {
  const recorded = args?.get(parameter.name);
  const keys = recorded?.kind === 'dictionary' ? [...recorded.entries.keys()].map(String) : undefined;
  return {
    ...form,
    ...(recorded ? { recorded } : {}),
    ...(isPairUnpacked(text, parameter.name) ? { isUnpacked: true } : {}),
    ...(keys ? { keys } : {}),
    ...(parameter.fallback === undefined ? {} : { fallback: parameter.fallback }),
  };
}

interface CacheSource {
  readonly setup: readonly string[];
  readonly roots: readonly string[];
}

/** The cache as the course makes it, or made by the text's own forward function where it holds more. */
function cacheSource(request: AdapterRequest, form: ArgumentForm): CacheSource {
  const { tree, definition, definitions, operation } = request;
  const forward = forwardOf(definition, definitions);
  const unpacked = unpackedNames(tree, definition);
  const recorded = recordedCache(request);
  const named = unpacked?.map((name) => cacheRole(name, operation));
  const roles = recorded ? rolesOfCache(recorded, named) : named;
  const known = roles?.every((role) => role !== undefined) ? roles : undefined;
  if (!known && forward) {
    const inner = buildAdapter({
      ...request,
      definition: forward,
      operation: operation === 'conv_backward' ? 'conv_forward' : 'pool_forward',
      recorded: request.calls?.find(({ name }) => name === forward.name),
    });
    if (inner) {
      const call = inner.body[inner.body.length - 1]!.replace(/^return /, '');
      return { setup: [`cache = ${call}[-1]`], roots: inner.roots };
    }
  }
  const items = known ?? (operation === 'conv_backward' ? CONV_CACHE : POOL_CACHE);
  const dictionary =
    recorded?.kind === 'sequence' ? recorded.items.find(({ kind }) => kind === 'dictionary') : undefined;
  const keys = dictionary?.kind === 'dictionary' ? { keys: [...dictionary.entries.keys()].map(String) } : {};
  const sources = items.map((role) =>
    role === 'options' ? optionsSource({ ...form, ...keys }) : argumentSource(role, form),
  );
  return { setup: [`cache = (${sources.join(', ')},)`], roots: [] };
}

const CONV_CACHE: readonly Role[] = ['input', 'filter', 'bias', 'options'];
const POOL_CACHE: readonly Role[] = ['input', 'options'];

function recordedCache({ definition, recorded }: AdapterRequest): ProgramValue | undefined {
  const parameter = definition.parameters.find(({ name }) => roleOf(name) === 'cache');
  const value = parameter && recorded?.args.get(parameter.name);
  return value?.kind === 'sequence' ? value : undefined;
}

/** Arrays of the cache in the course's order: input, filter, bias; numbers by the names that they are unpacked to. */
function rolesOfCache(
  cache: ProgramValue,
  named: readonly (Role | undefined)[] = [],
): (Role | undefined)[] | undefined {
  if (cache.kind !== 'sequence') return undefined;
  const arrays: Role[] = ['input', 'filter'];
  return cache.items.map((item, k) => {
    if (item.kind === 'dictionary') return 'options';
    if (item.kind === 'number' || item.kind === 'text') return named[k];
    if (item.kind !== 'array') return undefined;
    if (item.array.shape.length === 4 && item.array.shape.slice(0, 3).some((extent) => extent > 1))
      return arrays.shift();
    return item.array.shape.length <= 1 || item.array.shape.length === 4 ? 'bias' : undefined;
  });
}

export function cacheRole(name: string, operation: CourseFunction): Role | undefined {
  const preferred: readonly Role[] = isConvolution(operation)
    ? ['options', 'filter', 'bias', 'stride', 'pad']
    : ['options', 'kernel', 'kernelRows', 'kernelCols', 'stride', 'mode'];
  const role = roleOf(name, preferred);
  const allowed: readonly (Role | undefined)[] = isConvolution(operation)
    ? ['input', 'filter', 'bias', 'options', 'stride', 'pad']
    : ['input', 'options', 'kernel', 'kernelRows', 'kernelCols', 'stride', 'mode'];
  return allowed.includes(role) && !/col|index|arg|mask|out/i.test(name) ? role : undefined;
}

/** The names in `(A_prev, W, b, hparameters) = cache`. */
export function unpackedNames(tree: PythonTree, { node, parameters }: SourceFunction): string[] | undefined {
  const cache = parameters.find(({ name }) => roleOf(name) === 'cache')?.name;
  for (const assignment of tree.all('AssignStatement', node)) {
    const match = /^\(?([\w\s,]+?)\)?\s*=\s*(\w+)$/.exec(tree.text(assignment).trim());
    if (match?.[2] === cache && match?.[1])
      return match[1]
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
  }
  return undefined;
}

/** `conv_backward_naive` → `conv_forward_naive`. */
function forwardOf({ name }: SourceFunction, { functions }: Definitions): SourceFunction | undefined {
  const wanted = [/backward/i, /backprop/i, /back/i, /bwd/i].flatMap((pattern) => [
    name.replace(pattern, 'forward'),
    name.replace(pattern, 'Forward'),
    name.replace(pattern, 'fwd'),
  ]);
  return functions.find((candidate) => candidate.name !== name && wanted.includes(candidate.name));
}

/** What the signature and the text of a function allow to vary. */
export function supportOf(
  tree: PythonTree,
  node: SyntaxNode,
  name: string,
  operation: CourseFunction,
  roles: readonly Role[],
): Support {
  const text = codeOnly(tree.text(node));
  const keys = tree.all('String', node).map((string) => roleOf(tree.text(string).slice(1, -1)));
  const packed = roles.includes('options') || roles.includes('cache');
  const has = (role: Role): boolean => roles.includes(role) || (packed && keys.includes(role));
  const stateful = packed || text.includes('self.');
  const stride = has('stride') || (packed && /stride/i.test(text)) || operation === 'zero_pad';
  const pad = has('pad') || (packed && /pad/i.test(text)) || operation === 'zero_pad';
  if (!isConvolution(operation) && !isPooling(operation)) return { bias: true };
  const mode =
    isConvolution(operation) || has('mode') || (stateful && /mode/.test(text))
      ? undefined
      : (modeInName(name) ?? modeInText(text) ?? 'own');
  return {
    bias: roles.includes('bias') || stateful,
    ...(packed || sizesOf(operation).some((role) => roles.includes(role)) ? {} : { kernel: 'own' }),
    ...(stride ? {} : { stride: 1 }),
    ...(pad ? {} : { pad: 0 }),
    ...(mode ? { mode } : {}),
    ...((text.match(/\/\/\s*2\b/g) ?? []).length >= 2 ? { halves: true } : {}),
    ...(has('dilation') ? { dilated: true } : {}),
    ...(has('groups') ? { grouped: true } : {}),
    ...(isRectangular(tree, node, keys, roles) ? { rectangular: true } : {}),
  };
}

/** Rows and columns of the window are two options, or two sizes of the filter: `F, C, HH, WW = w.shape`. */
function isRectangular(
  tree: PythonTree,
  node: SyntaxNode,
  keys: readonly (Role | undefined)[],
  roles: readonly Role[],
): boolean {
  const areBoth = (found: readonly (Role | undefined)[]): boolean =>
    found.includes('kernelRows') && found.includes('kernelCols');
  if (roles.includes('kernel') || keys.includes('kernel')) return false;
  if (areBoth(roles) || areBoth(keys)) return true;
  return tree.all('AssignStatement', node).some((statement) => {
    if (isSizeOfLists(tree.text(statement))) return true;
    const [, targets, value] = /^\(?([\w\s,]+)\)?\s*=\s*([\w.]+)/.exec(tree.text(statement)) ?? [];
    return !!value?.endsWith('.shape') && areBoth((targets ?? '').split(',').map((name) => roleOf(name.trim())));
  });
}

/** `kh, kw = len(kernel), len(kernel[0])`. */
function isSizeOfLists(text: string): boolean {
  const [, filter] = /=\s*len\((\w+)\)\s*,\s*len\(\1\[0\]\)\s*$/.exec(text) ?? [];
  return filter !== undefined && roleOf(filter, ['filter']) === 'filter';
}

/** Without comments and docstrings. */
function codeOnly(text: string): string {
  return text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g, '');
}

/** The arguments that give the window its size. */
function sizesOf(operation: CourseFunction): readonly Role[] {
  return isConvolution(operation) ? ['filter', 'kernel', 'kernelRows'] : ['kernel', 'kernelRows'];
}

function modeInText(text: string): 'max' | 'average' | undefined {
  const max = /\b(?:np\.)?(?:a?max|argmax|maximum)\b/i.test(text);
  const average = /\bmean\b|average|\bavg\b/i.test(text);
  if (max === average) return undefined;
  return max ? 'max' : 'average';
}
