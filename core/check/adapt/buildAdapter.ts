/** Adapter of a function of a text: the source of its call, with what it needs before it. */
import type { SyntaxNode } from '@lezer/common';
import { isBackward, isConvolution } from '../CourseFunction';
import type { Definitions, SourceFunction, SourceParameter } from '../source/Definition';
import { definitionSource } from '../source/definitionSource';
import type { Adapter } from './Adapter';
import type { AdapterRequest } from './AdapterRequest';
import { formFor, formOf, isUnpacked, withNamedModes } from './arguments/argumentForm';
import { argumentSource, optionsSource, type ArgumentForm } from './arguments/argumentSource';
import { areByOrder } from './roles/areByOrder';
import { assignRoles } from './roles/assignRoles';
import { earlierUse, MADE_ONCE } from './cache/earlierUse';
import { baseOf, isBackwardName } from './guessOperation';
import type { ProgramValue } from '../run/ProgramValue';
import type { RecordedCall } from '../run/Runner';
import { adapterCall, argumentLists } from './arguments/adapterCall';
import {
  areKnown,
  cacheRole,
  courseCache,
  emptyCache,
  isCourseCache,
  recordedCache,
  rolesOfCache,
  unpackedNames,
} from './cache/cacheRoles';
import { namedResults, replayedArguments } from './cache/replayed';
import type { pairedOf } from './arguments/pairedOf';
import { precisionOfLayer } from './support/precisionOf';
import { isBiasOfCells, placeOfGradient, returnedResults, returnedTexts } from './roles/returnedResults';
import { typesOf } from './roles/parameterItems';
import { axesOf } from './layout/layouts';
import { isLeftOut, type Role } from './roles/roles';
import { supportsOf } from './support/supportsOf';
import { keepingForward } from './cache/sharedNames';
import { orderOfResults } from './roles/unpackedOrder';
import { updatedWeights } from './roles/updatedWeights';
import { writtenGradients } from './roles/writtenGradients';

/** Undefined where a parameter has no known role. */
export function buildAdapter(request: AdapterRequest): Adapter | undefined {
  const { tree, definition, operation, layout, recorded } = request;
  const text = tree.text(definition.node);
  const replayed = replayOf(request);
  const parameters = definition.parameters.filter(({ name }) => !replayed?.sources.has(name));
  const isReplayed = parameters.length < definition.parameters.length;
  const roles = assignRoles(operation, parameters, recorded?.args, (name) => isUnpacked(text, name), isReplayed);
  if (!roles) return undefined;
  const values = new Set(roles.values());
  const setup: string[] = replayed ? [`_made = ${replayed.call}`] : [];
  const roots = [definition.name, ...typesOf(definition.parameters), ...(replayed?.roots ?? [])];
  const form = withNamedModes(formOf(tree, definition.node, operation, layout, request.arePairs), request);
  let ownCache: string | undefined;
  if (values.has('cache')) {
    const cache = cacheSource(request, form);
    const own = ownCacheOf(request);
    setup.push(...cache.setup, ...(own?.setup ?? []));
    roots.push(...cache.roots, ...(own?.roots ?? []));
    ownCache = own?.name;
  }
  const given = givenArguments(request);
  const updated = operation === 'conv_backward' ? updatedWeights(tree, definition, roles) : undefined;
  const argumentOf = (parameter: SourceParameter): string[] => {
    const role = roles.get(parameter.name);
    const made = replayed?.sources.get(parameter.name);
    if (made !== undefined) return [`${parameter.name}=${made}`];
    if (!role || isLeftOut(role, parameter.fallback)) return [];
    const source = pooledSize(request, parameter) ?? argumentSource(role, formFor(form, parameter, text, given));
    const copy = updated?.names.get(parameter.name);
    if (copy) setup.push(`${copy} = ${source}`, `${copy}_before = ${source}`);
    return [parameter.star ? (copy ?? source) : `${parameter.name}=${copy ?? source}`];
  };
  const { result, call, before } = adapterCall(definition, operation, argumentLists(definition, argumentOf));
  setup.push(...before);
  const place = placeOfGradient(tree, result, operation);
  const written = updated ?? writtenGradients(tree, result, operation, roles, form.readKeys);
  const results = written?.results ?? resultsOf(request, result, roles, replayed);
  const order = written ? undefined : orderOfResults(tree, definition.name, result, results, values.has('cache'));
  const repeats = definition.parameters.some(({ fallback = '' }) => MADE_ONCE.test(fallback));
  return {
    operation,
    name: definition.name,
    roots,
    layout,
    body: [
      ...(repeats ? earlierUse([...setup, call]) : []),
      ...setup,
      ...(written ? [`_result = ${call}`, ...written.body] : returned(call, values)),
    ],
    ...(repeats && { repeats }),
    isByOrder: !recorded && areByOrder(parameters, roles),
    results,
    ...(order && { order }),
    ...(place !== undefined && { place }),
    supports: supportsOf(request, roles, replayed, (parameter) => formFor(form, parameter, text, given)),
    fixed: request.fixed ?? {},
    ...precisionOfLayer(definitionSource(tree, roots), operation),
    ...(ownCache !== undefined && { ownCacheOf: ownCache }),
  };
}

/** The window of the pooling that a function applies to its convolution. */
function pooledSize({ fixed }: AdapterRequest, { name }: SourceParameter): string | undefined {
  return fixed?.pooled && /^pool/i.test(name) ? String(fixed.pooled.size) : undefined;
}

/** A function that returns nothing has written its result to an argument. */
function returned(call: string, roles: ReadonlySet<Role>): string[] {
  if (!roles.has('output')) return [`return ${call}`];
  return [`_result = ${call}`, 'return _out if _result is None else _result'];
}

function resultsOf(
  { tree, definition, operation, layout }: AdapterRequest,
  node: SyntaxNode,
  roles: ReadonlyMap<string, Role>,
  replayed: ForwardCall | undefined,
): Adapter['results'] {
  const all = [...new Set(roles.values()), ...(replayed ? ['cache' as const] : [])];
  const results = returnedResults(tree, node, definition.name, operation, all, replayed?.roles);
  const isOneExample = !axesOf(layout).output.includes('N');
  return isOneExample && isBiasOfCells(tree, node, roles) ? results.filter((each) => each !== 'db') : results;
}

/** Statements that take the cache from the forward function: the text passes its last result on, or calls neither. */
function ownCacheOf(request: AdapterRequest): (CacheSource & { readonly name: string }) | undefined {
  const { definition, definitions, operation, recorded, calls = [] } = request;
  if (!isBackward(operation)) return undefined;
  const replayed = recorded && replayedArguments(definition, recorded, calls, definitions);
  const [source = '_made[-1]', ...others] = replayed ? [...replayed.sources.values()] : [];
  const forward = recorded ? replayed?.forward : forwardOf(definition, definitions);
  if (!forward || others.length > 0 || (!recorded && !returnsCache(request, forward))) return undefined;
  const inner = buildAdapter({
    ...request,
    definition: forward,
    operation: isConvolution(operation) ? 'conv_forward' : 'pool_forward',
    recorded: replayed?.recorded,
  });
  if (!inner || inner.body.length > 1) return undefined;
  const made = inner.body[0]!.replace(/^return /, '');
  return {
    name: forward.name,
    roots: inner.roots,
    setup: [`if use == 'own-cache': cache = ${source.replace('_made', made)}`],
  };
}

/** `return Z, cache`, `return Z, (x, w)` */
function returnsCache({ tree }: AdapterRequest, { node }: SourceFunction): boolean {
  const returned = returnedTexts(tree, node);
  return returned.length > 1 && /^\(|cache/i.test(returned.at(-1)!);
}

/** The arguments of the first call, and of later calls those that the first one leaves to their default values. */
function givenArguments({
  definition,
  recorded,
  calls = [],
}: AdapterRequest): ReadonlyMap<string, ProgramValue> | undefined {
  if (!recorded) return undefined;
  const others = calls.filter(({ name }) => name === definition.name).reverse();
  return new Map([...others, recorded].flatMap(({ args }) => [...args].filter(([, { kind }]) => kind !== 'none')));
}

interface ForwardCall {
  readonly sources: ReadonlyMap<string, string>;
  readonly call: string;
  readonly roots: readonly string[];
  readonly roles: readonly Role[];
  readonly paired: Paired;
  readonly supports: Adapter['supports'];
}

type Paired = ReturnType<typeof pairedOf>;

/** The call of the text's own forward function whose results a backward function takes, or that keeps them for it. */
function replayOf(request: AdapterRequest): ForwardCall | undefined {
  const { tree, definition, definitions, operation, recorded, calls = [] } = request;
  if (!isBackward(operation)) return undefined;
  const replayed = recorded && replayedArguments(definition, recorded, calls, definitions);
  const keeping = keepingForward(tree, definition, operation, definitions);
  if (replayed && !isCourseCache(request, replayed))
    return forwardCall(request, replayed.forward, replayed.recorded, replayed.sources);
  const forward = recorded ? undefined : forwardOf(definition, definitions);
  const named = namedResults(definition, forward, forward ? returnedTexts(tree, forward.node) : []);
  if (named) return forwardCall(request, named.forward, undefined, named.sources);
  if (!keeping) return undefined;
  return forwardCall(
    request,
    keeping,
    calls.find(({ name }) => name === keeping.name),
  );
}

function forwardCall(
  request: AdapterRequest,
  forward: SourceFunction,
  recorded: RecordedCall | undefined,
  sources: ForwardCall['sources'] = new Map(),
): ForwardCall | undefined {
  const operation = isConvolution(request.operation) ? 'conv_forward' : 'pool_forward';
  const adapter = buildAdapter({ ...request, definition: forward, operation, recorded });
  if (!adapter) return undefined;
  const roles = assignRoles(operation, forward.parameters, recorded?.args);
  const call = adapter.body.at(-1)!.replace(/^return /, '');
  const { pairedStride, pairedPad, rectangular } = adapter.supports;
  const paired: Paired = {
    ...(pairedStride && { pairedStride }),
    ...(pairedPad && { pairedPad }),
    ...(rectangular && { rectangular }),
  };
  return {
    sources,
    call,
    roots: adapter.roots,
    roles: [...(roles?.values() ?? [])],
    paired,
    supports: adapter.supports,
  };
}

interface CacheSource {
  readonly setup: readonly string[];
  readonly roots: readonly string[];
}

/** The cache as the course makes it, or made by the text's own forward function where it holds more. */
function cacheSource(request: AdapterRequest, form: ArgumentForm): CacheSource {
  const { tree, definition, definitions, operation } = request;
  if (!isBackward(operation)) return { setup: [`cache = ${emptyCache(request)}`], roots: [] };
  const forward = forwardOf(definition, definitions);
  const unpacked = unpackedNames(tree, definition);
  const recorded = recordedCache(request);
  const named = unpacked?.map((name) => cacheRole(name, operation));
  const roles = recorded ? rolesOfCache(recorded, named) : named;
  const known = roles && areKnown(roles) ? roles : undefined;
  if (!known && forward) {
    const inner = buildAdapter({
      ...request,
      definition: forward,
      operation: operation === 'conv_backward' ? 'conv_forward' : 'pool_forward',
      recorded: request.calls?.find(({ name }) => name === forward.name),
    });
    if (inner) {
      const call = inner.body.at(-1)!.replace(/^return /, '');
      const filled = [...inner.body.slice(0, -1), call];
      return { setup: filled.length > 1 ? filled : [`cache = ${call}[-1]`], roots: inner.roots };
    }
  }
  const items = known ?? courseCache(operation);
  const dictionary =
    recorded?.kind === 'sequence' ? recorded.items.find(({ kind }) => kind === 'dictionary') : undefined;
  const keys = dictionary?.kind === 'dictionary' ? { keys: [...dictionary.entries.keys()].map(String) } : {};
  const sources = items.map((role) =>
    role === 'options' ? optionsSource({ ...form, ...keys }) : argumentSource(role, form),
  );
  return { setup: [`cache = (${sources.join(', ')},)`], roots: [] };
}

/** `conv_backward_naive` → `conv_forward_naive`, `max_pool_grad` → `max_pool`. */
function forwardOf({ name }: SourceFunction, { functions }: Definitions): SourceFunction | undefined {
  return functions.find((each) => !isBackwardName(each.name) && baseOf(each.name) === baseOf(name));
}
