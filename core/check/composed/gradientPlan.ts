/** How the gradient of functions of the text that are put together is called after the forward function that the text calls before it. */
import type { NdArray } from '../../array/NdArray';
import { checkedMethod } from '../adapt/classes/buildClassAdapter';
import { isSameValue } from '../adapt/cache/replayed';
import { roleOf } from '../adapt/roles/roles';
import type { CheckContext } from '../CheckContext';
import type { ProgramValue } from '../run/ProgramValue';
import type { RecordedCall } from '../run/Runner';
import type { Target } from '../Target';
import { madeBefore } from './madeBefore';
import { returnedTexts } from '../adapt/roles/returnedResults';

export interface GradientPlan {
  /** Functions and classes that are called. */
  readonly roots: readonly string[];
  /** Statements that end with the output of the forward function, `_out`, from the cells of its arrays, `x`. */
  readonly forward: readonly string[];
  /** Statements after them that end with the result of the gradient, `_result`, of `g`. */
  readonly backward: readonly string[];
  /** Number of cells of the arrays of the forward function. */
  readonly size: number;
  readonly gradient: NdArray['shape'];
  /** The arrays that have a gradient among the results. */
  readonly compared: readonly Compared[];
  /** Every array has one. */
  readonly isWhole: boolean;
}

interface Input {
  readonly name: string;
  readonly from: number;
  readonly shape: NdArray['shape'];
}

interface Compared extends Input {
  /** Source of its gradient. */
  readonly result: string;
}

/** Undefined where the text calls no forward function with results that the gradient belongs to. */
export function gradientPlan(context: CheckContext, { definition, owner }: Target): GradientPlan | undefined {
  const own = (call: RecordedCall): boolean => !owner || isOf(call, owner.name);
  const recorded = context.calls.find((call) => call.name === definition.name && own(call));
  if (!recorded) return undefined;
  const method = owner && checkedMethod(owner, 'conv_forward');
  const made = owner && madeBefore(context, owner.name);
  if (owner && (!method || !made)) return undefined;
  const names = owner ? [method!.name] : [...context.definitions.functions.map(({ name }) => name)];
  const callee = (name: string): string => (made ? `${made.name}.${name}` : name);
  for (const call of context.calls) {
    if (!names.includes(call.name) || !own(call) || call.error || !call.result) continue;
    const plan = planOf(context, { definition, recorded, call, callee });
    if (plan)
      return {
        ...plan,
        roots: owner ? [owner.name, ...made!.roots] : [definition.name, call.name],
        forward: [...(made?.statements ?? []), ...plan.forward],
      };
  }
  return undefined;
}

function isOf({ args }: RecordedCall, name: string): boolean {
  const [object] = args.values();
  return object?.kind === 'other' && object.description === name;
}

interface PlanRequest {
  readonly definition: Target['definition'];
  readonly recorded: RecordedCall;
  /** Of the forward function. */
  readonly call: RecordedCall;
  readonly callee: (name: string) => string;
}

function planOf(
  { tree }: CheckContext,
  { definition, recorded, call, callee }: PlanRequest,
): Omit<GradientPlan, 'roots'> | undefined {
  const isOne = call === recorded;
  const [place, output] = outputOf(call.result!) ?? [];
  const inputs: Input[] = [];
  const sources = new Map<string, string>();
  for (const [name, value] of call.args) {
    if (name === 'self') continue;
    const source = isOne && isGradient(name, value, output) ? 'g.copy()' : sourceOf(name, value, inputs);
    if (source === undefined) return undefined;
    sources.set(name, source);
  }
  const args: string[] = [];
  let isGiven = isOne && [...sources.values()].includes('g.copy()');
  for (const [name, value] of isOne ? [] : recorded.args) {
    if (name === 'self') continue;
    const kept = !isGiven && isGradient(name, value, output) ? 'g.copy()' : undefined;
    const same = [...call.args].find(([, each]) => each.kind !== 'other' && isSameValue(each, value))?.[0];
    const source =
      kept ?? pathIn(call.result!, value) ?? (same === undefined ? undefined : sources.get(same)) ?? literal(value);
    if (source === undefined) return undefined;
    isGiven ||= kept !== undefined;
    args.push(`${name}=${source}`);
  }
  const listed = resultsOf(recorded.result, returnedTexts(tree, definition.node)).filter(
    ({ source }) => !isOne || source !== `_result${place}`,
  );
  const compared = inputs.flatMap((input): Compared[] => {
    const result = resultFor(input, inputs, listed);
    return result === undefined ? [] : [{ ...input, result }];
  });
  if (!output || !isGiven || compared.length === 0) return undefined;
  const given = [...sources].map(([name, source]) => `${name}=${source}`);
  return {
    forward: [`_made = ${callee(call.name)}(${given.join(', ')})`, `_out = _made${place}`],
    backward: [isOne ? '_result = _made' : `_result = ${callee(definition.name)}(${args.join(', ')})`],
    size: inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
    gradient: output,
    compared,
    isWhole: compared.length === inputs.length,
  };
}

/** Subscript and shape of the first array of a result. */
function outputOf(result: ProgramValue): readonly [place: string, shape: NdArray['shape']] | undefined {
  if (result.kind === 'array') return ['', result.array.shape];
  if (result.kind !== 'sequence') return undefined;
  const k = result.items.findIndex(({ kind }) => kind === 'array');
  const item = result.items[k];
  return item?.kind === 'array' ? [`[${k}]`, item.array.shape] : undefined;
}

function isGradient(name: string, value: ProgramValue, output: NdArray['shape'] | undefined): boolean {
  const isNamed = roleOf(name, ['gradient']) === 'gradient' || /^(?:d|g|up|err|delta)/i.test(name);
  return isNamed && value.kind === 'array' && output !== undefined && String(value.array.shape) === String(output);
}

/** Source of an argument of the forward function; its arrays are cells of `x`. */
function sourceOf(name: string, value: ProgramValue, inputs: Input[]): string | undefined {
  if (value.kind !== 'array') return literal(value, (key, item) => sourceOf(key, item, inputs));
  const { shape } = value.array;
  if (value.integer && shape.length < 2) return undefined;
  const from = inputs.reduce((sum, each) => sum + sizeOf(each.shape), 0);
  inputs.push({ name, from, shape });
  return `x[${from}:${from + sizeOf(shape)}].reshape(${tuple(shape)})`;
}

function sizeOf(shape: NdArray['shape']): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

export function tuple(items: readonly (number | string)[]): string {
  return `(${items.map((item) => `${item},`).join(' ')})`;
}

function literal(
  value: ProgramValue,
  array: (key: string, item: ProgramValue) => string | undefined = () => undefined,
): string | undefined {
  const itemOf = (key: string, item: ProgramValue): string | undefined =>
    item.kind === 'array' ? array(key, item) : literal(item, array);
  switch (value.kind) {
    case 'number':
      return String(value.value);
    case 'text':
      return JSON.stringify(value.value);
    case 'none':
      return 'None';
    case 'sequence': {
      const items = value.items.map((item) => itemOf('', item));
      return items.every((item) => item !== undefined) ? tuple(items) : undefined;
    }
    case 'dictionary': {
      const items = [...value.entries].map(([key, item]) => [JSON.stringify(key), itemOf(String(key), item)] as const);
      if (items.some(([, item]) => item === undefined)) return undefined;
      return `{${items.map(([key, item]) => `${key}: ${item}`).join(', ')}}`;
    }
    default:
      return undefined;
  }
}

/** Where a value is in the result of the forward function. */
function pathIn(result: ProgramValue, value: ProgramValue, path = '_made'): string | undefined {
  const isHeld = ['array', 'sequence', 'dictionary'].includes(value.kind);
  if (isHeld && isSameValue(result, value)) return path;
  if (!isHeld || result.kind !== 'sequence') return undefined;
  const found = result.items.map((item, k) => pathIn(item, value, `${path}[${k}]`));
  return found.find((each) => each !== undefined);
}

interface Result {
  readonly source: string;
  readonly name: string;
  /** Undefined where the call ended with an error. */
  readonly shape?: string;
}

/** The results of the gradient with the names that the text gives them. */
function resultsOf(value: ProgramValue | undefined, names: readonly string[]): Result[] {
  if (!value) return names.map((name, k) => ({ source: names.length > 1 ? `_result[${k}]` : '_result', name }));
  const listed =
    value.kind === 'sequence'
      ? value.items.map((item, k) => [`[${k}]`, names[k] ?? '', item] as const)
      : value.kind === 'dictionary'
        ? [...value.entries].map(([key, item]) => [`[${JSON.stringify(key)}]`, String(key), item] as const)
        : [['', names[0] ?? '', value] as const];
  return listed.flatMap(([place, name, item]) =>
    item.kind === 'array' ? [{ source: `_result${place}`, name, shape: String(item.array.shape) }] : [],
  );
}

/** The gradient of an array: by its name, or the only one of its shape. */
function resultFor(input: Input, inputs: readonly Input[], results: readonly Result[]): string | undefined {
  const bare = ({ name }: Result): string => name.replace(/^(?:d_?|grads?_?)|_?grads?$/g, '').toLowerCase();
  const named = results.filter((each) => bare(each) === input.name.toLowerCase());
  if (named.length === 1) return named[0]!.source;
  if (inputs.length === 1 && results.length === 1) return results[0]!.source;
  const shape = String(input.shape);
  const alike = results.filter((each) => each.shape === shape);
  const isOnly = inputs.filter((each) => String(each.shape) === shape).length === 1;
  // After a call that ended with an error: the one that has the shape.
  if (isOnly && results.every((each) => each.shape === undefined))
    return `next((_each for _each in (_result if isinstance(_result, (tuple, list)) else [_result]) if _lens_np.shape(_each) == ${tuple(input.shape)}), None)`;
  return alike.length === 1 && isOnly ? alike[0]!.source : undefined;
}
