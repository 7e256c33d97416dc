/** Prepares the search for the repair of a function and of the helpers that it uses: cases, candidates, and the work it may take. */
import type { Adapter } from '../adapt/Adapter';
import { expectedOf } from '../cases/expected';
import type { CheckContext } from '../CheckContext';
import { runCase } from '../compare/runCase';
import { withoutRefused } from '../evaluate/preconditions';
import type { Run } from '../Run';
import type { Definitions } from '../source/Definition';
import { definitionSource } from '../source/definitionSource';
import { linesAround } from '../source/linesAround';
import type { Candidate } from './Candidate';
import { candidatesOf } from './candidates';
import { searchEdits, type Repair, type RepairSearch } from './searchEdits';
import { focusOf, isOfOwnCache } from './focusOf';
import { trustedNodes } from './trustedNodes';
import { withProbes } from './withProbes';

/** Work that the interpreter does in a millisecond on a machine of 2024. */
const WORK_PER_MILLISECOND = 300_000;
/** How much slower a machine may be. */
const PATIENCE = 8;

/** Continues the search until it has taken `budget` milliseconds in all; what it has spent is in milliseconds too. */
export type SearchRepair = (budget: number) => RepairSearch;

export function searchRepair(context: CheckContext, run: Run, accepts: (repair: Repair) => boolean): SearchRepair {
  const { tree, definitions, known, now, open } = context;
  const { adapter } = run;
  const source = definitionSource(tree, adapter.roots);
  const { cases, outcomes } = forTies(withoutRefused(withProbes(run), source), source);
  const errorLine = outcomes.find(({ error }) => error)?.error?.line;
  const nodes = relevantNodes(definitions, adapter, source, context.unrepaired);
  const focus = focusOf(outcomes);
  const candidates = candidatesOf({
    tree,
    operation: adapter.operation,
    nodes,
    agreeing: new Set(
      definitions.functions
        .filter(({ name }) => context.agreeing.has(name) && !isOfOwnCache(outcomes))
        .map(({ node }) => node),
    ),
    trusted: trustedNodes(context, nodes),
    ...(errorLine ? { errorLine } : {}),
    isAlwaysError: outcomes.every(({ error }) => error),
    ...(focus ? { focus } : {}),
  });
  const inherited = known.filter(({ edits }) =>
    edits.every(({ range }) => /\S/.test(range[0] === range[1] ? linesAround(source, range) : source.slice(...range))),
  );
  const problem = {
    source,
    adapter,
    cases,
    outcomes,
    candidates: [...inherited, ...candidates],
    ...(inherited.length > 0 && { inherited: merged(inherited) }),
    open,
    now,
  };
  const search = searchEdits(problem, accepts);
  return (budget) => {
    const { spent, ...found } = search(budget * WORK_PER_MILLISECOND, now() + PATIENCE * budget);
    return { ...found, spent: spent / WORK_PER_MILLISECOND };
  };
}

/** Code that looks for one maximum with argmax is repaired to the first of equal ones, as in PyTorch. */
function forTies(run: Run, source: string): Pick<Run, 'cases' | 'outcomes'> {
  const { adapter, runner } = run;
  // The line that compares may be the one that is missing.
  const isIncomplete = run.outcomes.some(({ error }) => error?.type === 'NameError') && !/argmax/.test(source);
  if (adapter.special !== undefined || adapter.operation !== 'pool_backward' || isIncomplete || !isFirst(source))
    return run;
  const cases = run.cases.map((each) => ({ ...each, expected: expectedOf(each.layerCase, 'first') }));
  return { cases, outcomes: cases.map(({ layerCase, expected }) => runCase(runner, adapter, layerCase, expected)) };
}

/** Whether code looks for one maximum of a window, or compares no cell with it. */
function isFirst(source: string): boolean {
  return (
    /argmax/.test(source) ||
    (/max|>/.test(source) &&
      !/==|>=|~|\[[^\]]*<[^\]]*\]\s*=[^=]|<\s*(?:1e-|\w*(?:eps|tol))|equal|isclose|average|avg|mean/i.test(source))
  );
}

/** Several repairs of helpers as one candidate. */
function merged(candidates: readonly Candidate[]): Candidate {
  return { ...candidates[0]!, edits: candidates.flatMap(({ edits }) => edits), cost: 0 };
}

/** The function or class and the helpers that it uses; without other methods that differ and have no known repair. */
function relevantNodes(
  { functions, classes }: Definitions,
  adapter: Adapter,
  source: string,
  unrepaired: ReadonlySet<string>,
): PythonNodes {
  const used = [...functions, ...classes].filter(({ range }) => source.slice(...range).trim() !== '');
  // The forward function that makes the cache of a backward function comes after the helpers.
  const rankOf = ({ name }: { readonly name: string }): number => {
    if (name === adapter.name || name === adapter.name.split('.')[0]) return 0;
    return adapter.roots.includes(name) ? 2 : 1;
  };
  const ordered = used.filter((each) => isOwn(each, adapter)).sort((a, b) => rankOf(a) - rankOf(b));
  return ordered.flatMap((item) => {
    if (!('methods' in item)) return [item.node];
    const wanted = adapter.name.split('.')[1];
    const kept = item.methods.filter(({ name }) => name === wanted || !unrepaired.has(`${item.name}.${name}`));
    const methods = kept.sort((a, b) => Number(b.name === wanted) - Number(a.name === wanted));
    return methods.map(({ node }) => node);
  });
}

/** The functions that are put together are right. */
function isOwn({ name }: { readonly name: string }, adapter: Adapter): boolean {
  return adapter.special !== 'composed_gradient' || name === adapter.name.split('.')[0];
}

type PythonNodes = Parameters<typeof candidatesOf>[0]['nodes'];
