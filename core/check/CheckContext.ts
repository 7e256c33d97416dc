/** What the checks of all functions of a text share. */
import type { AxisLayout } from './adapt/Adapter';
import { withKeywordArguments } from './adapt/roles/keywordOptions';
import { tableOf, withItems } from './adapt/roles/parameterItems';
import type { Convention } from './convention/Convention';
import type { Candidate } from './repair/Candidate';
import { RandomState } from '../random/RandomState';
import type { Run } from './Run';
import { numberValue, type ProgramValue } from './run/ProgramValue';
import { openProgramRunner } from './run/openProgramRunner';
import { WORK_OF_CALL, type OpenRunner, type RecordedCall, type Runner } from './run/Runner';
import { codeOf } from './source/codeOf';
import { definitionsOf, type Definitions, type SourceFunction } from './source/Definition';
import { PythonTree } from './source/PythonTree';
import { withoutReimports } from './source/withoutReimports';

export interface CheckOptions {
  /** Runs Python; the built-in interpreter by default. */
  readonly open?: OpenRunner;
  /**
   * Milliseconds that the searches for the repairs of all functions may take, counted as work of the interpreter, so that the
   * result does not depend on what else the machine does; 0: none is searched.
   */
  readonly budget?: number;
  readonly now?: () => number;
}

export interface CheckContext {
  /** The text as it is. */
  readonly source: string;
  /** Its code, at the same offsets. */
  readonly tree: PythonTree;
  readonly definitions: Definitions;
  readonly calls: readonly RecordedCall[];
  /** What the top level printed, and the error that ended it. */
  readonly ran: Pick<ReturnType<Runner['run']>, 'output' | 'error'>;
  readonly open: OpenRunner;
  readonly now: () => number;
  /** Milliseconds for the repairs of all functions. */
  readonly budget: number;
  /** Repairs found in helpers, applied first. */
  readonly known: Candidate[];
  /** Names of functions and methods that agree, and of those that differ without a known repair. */
  readonly agreeing: Set<string>;
  readonly unrepaired: Set<string>;
  /** Conventions that forward functions follow, by the name of the function or of the class. */
  readonly conventions: Map<string, Convention>;
  /** Classes about whose forward method nothing is claimed. */
  readonly unclaimed: Set<string>;
  /** Work of all runs so far, in the interpreter's units. */
  readonly work: { spent: number };
  /** The best run of each function with the name of a layer: that of a forward method shows the layout of the gradient. */
  readonly runs: Map<SourceFunction, Run>;
  /** Functions that take too long to be tried in every layout. */
  readonly slow: Set<string>;
  /** Orders of axes under which functions of the text agree. */
  readonly layouts: Set<AxisLayout>;
}

/** Work of the top level, in the interpreter's units: numerical gradients of several layers before the last call. */
export const WORK_OF_TOP_LEVEL = 4 * WORK_OF_CALL;

/** Parses the text and runs its top level once, to see its calls. */
export function openCheckContext(
  source: string,
  { open = openProgramRunner, budget = 6_000, now = Date.now }: CheckOptions = {},
): CheckContext {
  const code = withoutReimports(codeOf(source));
  const tree = new PythonTree(code);
  const definitions = withItems(tree, definitionsOf(tree));
  const ran = open(code + tablesSource(definitions), WORK_OF_TOP_LEVEL).run();
  const tables = new Map(ran.calls.flatMap(({ name, args }) => (name === TABLES ? [...args] : [])));
  const own = ran.calls.filter(({ name }) => name !== TABLES);
  const made = own.map((call) =>
    withKeywordArguments(withNamed(underOwnName(call, definitions), definitions, tables), definitions),
  );
  const calls = withReturned(made, definitions)
    .map(withFields)
    .map((call) => withTupleItems(call, definitions))
    .map(withDrawn);
  return {
    source,
    tree,
    definitions,
    calls,
    ran,
    open,
    now,
    budget,
    known: [],
    agreeing: new Set(),
    unrepaired: new Set(),
    conventions: new Map(),
    unclaimed: new Set(),
    work: { spent: 0 },
    runs: new Map(),
    slow: new Set(),
    layouts: new Set(),
  };
}

const TABLES = '_lens_tables';

/** A call that records the dictionaries of filters from which functions take one by its name. */
function tablesSource({ functions }: Definitions): string {
  const names = new Set(functions.flatMap(({ parameters }) => parameters.flatMap((each) => tableOf(each) ?? [])));
  const list = [...names].join(', ');
  return list === '' ? '' : `\ndef ${TABLES}(${list}): pass\n${TABLES}(${list})\n`;
}

/** The call with the filter that its name means. */
function withNamed(call: RecordedCall, { functions }: Definitions, tables: RecordedCall['args']): RecordedCall {
  const parameters = functions.find(({ name }) => name === call.name)?.parameters ?? [];
  const found = parameters.flatMap((each): [string, ProgramValue][] => {
    const table = tables.get(tableOf(each) ?? '');
    const name = call.args.get(each.of?.parameter ?? '');
    const filter = table?.kind === 'dictionary' && name?.kind === 'text' ? table.entries.get(name.value) : undefined;
    return filter ? [[each.name, filter]] : [];
  });
  return found.length > 0 ? { ...call, args: new Map([...call.args, ...found]) } : call;
}

/** The call of a lambda or of a static method with the name that its definition has. */
function underOwnName(call: RecordedCall, { functions }: Definitions): RecordedCall {
  const { name, written } = call;
  if (name !== '<lambda>' && call.args.has('self')) return call;
  const own = functions.find(
    (each) => each.name === written && (name === '<lambda>' || each.name.endsWith(`.${name}`)),
  );
  return own ? { ...call, name: own.name } : call;
}

/** A call of a function that returns a function as one call for each call of the returned one, with the arguments of both. */
function withReturned(calls: readonly RecordedCall[], { functions }: Definitions): readonly RecordedCall[] {
  return calls.flatMap((call, k) => {
    const returned = functions.find(({ name }) => name === call.name)?.returned?.[0];
    if (!returned || call.error) return [call];
    const isMade = ({ name }: RecordedCall): boolean => name === call.name;
    const isInner = ({ name }: RecordedCall): boolean => name === returned.name;
    // Of two functions that were made before both are called, it is not known which one a call means.
    const last = calls.slice(0, k).map(isMade).lastIndexOf(true);
    if (last >= 0 && !calls.slice(last, k).some(isInner)) return [];
    const rest = calls.slice(k + 1);
    const next = rest.findIndex(isMade);
    const inner = rest.slice(0, next < 0 ? rest.length : next).filter(isInner);
    return inner.map((each) => ({ ...each, name: call.name, args: new Map([...call.args, ...each.args]) }));
  });
}

/** The call with the fields of its objects as arguments. */
function withFields(call: RecordedCall): RecordedCall {
  const fields = [...call.args].flatMap(([name, value]) =>
    (value.kind === 'other' || value.kind === 'sequence') && name !== 'self' ? [...(value.fields ?? [])] : [],
  );
  return fields.length > 0 ? { ...call, args: new Map([...fields, ...call.args]) } : call;
}

/** The call with the items of its tuples as arguments. */
function withTupleItems(call: RecordedCall, { functions }: Definitions): RecordedCall {
  const parameters = functions.find(({ name }) => name === call.name)?.parameters ?? [];
  const items = parameters.flatMap(({ name, of }) => {
    const tuple = of?.type === '' ? call.args.get(of.parameter) : undefined;
    if (tuple?.kind !== 'sequence') return [];
    const place = parameters
      .filter((each) => each.of?.parameter === of?.parameter)
      .findIndex((each) => each.name === name);
    const item = tuple.items[place];
    return item ? [[name, item] as const] : [];
  });
  return items.length > 0 ? { ...call, args: new Map([...call.args, ...items]) } : call;
}

/** The call with a drawn number for each one of its lists that is not known, such as `random.uniform(-1, 1)`. */
function withDrawn(call: RecordedCall): RecordedCall {
  const random = new RandomState(1);
  const drawn = (value: ProgramValue): ProgramValue => {
    if (value.kind !== 'sequence') return value;
    const items = value.items.map((item) => (isUnknown(item) ? numberValue(random.randn(1).data[0]!) : drawn(item)));
    return { kind: 'sequence', items };
  };
  return {
    ...call,
    args: new Map([...call.args].map(([name, value]) => [name, hasUnknown(value) ? drawn(value) : value])),
  };
}

function isUnknown(value: ProgramValue): boolean {
  return value.kind === 'other' && value.description === 'unknown';
}

function hasUnknown(value: ProgramValue): boolean {
  return value.kind === 'sequence' && value.items.some((item) => isUnknown(item) || hasUnknown(item));
}
