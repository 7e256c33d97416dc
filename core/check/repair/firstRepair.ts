/** The first repair that several searches find: to the layer, or to it under a convention that the text may mean. */
import type { RepairSearch } from './searchEdits';
import type { SearchRepair } from './searchRepair';

/** Shares of the time for each of the likeliest searches, before the first one alone is continued to the end. */
const SHARES = [0.08, 0.3];
/** Searches after the first one that have a whole share: the less likely have less. */
const LIKELIEST = 3;

/** Characters between the edits of one change at several places, such as the start and the end of a window. */
const NEAR = 200;

/** Several edits of which one belongs to another convention: under that one, fewer are needed. */
function fewestEdits(found: RepairSearch, others: Iterable<RepairSearch>): RepairSearch {
  if (sizeOf(found) === 1) return found;
  let [best, spent] = [found, found.spent];
  for (const other of others) {
    spent = other.spent;
    if (sizeOf(other) < sizeOf(best)) best = other;
  }
  return { ...best, spent };
}

function sizeOf({ repair }: RepairSearch): number {
  if (!repair) return Infinity;
  const { candidates, edits } = repair;
  const [first, ...rest] = candidates;
  const places = edits.flatMap(({ range }) => range);
  const isNear = Math.max(...places) - Math.min(...places) < NEAR;
  return isNear && rest.every(({ id }) => id === first!.id) ? 1 : candidates.length;
}

/** `open`: begins a search, the likeliest first; `budget`: milliseconds. */
export function firstRepair(open: readonly (() => SearchRepair)[], budget: number): RepairSearch {
  const searches: SearchRepair[] = [];
  const spent: number[] = [];
  const searchTo = (k: number, share: number): RepairSearch => {
    searches[k] ??= open[k]!();
    const found = searches[k]((budget * share) / Math.max(k / LIKELIEST, 1));
    spent[k] = found.spent;
    return { ...found, spent: spent.reduce((sum, each) => sum + each, 0) };
  };
  function* othersOf(): Iterable<RepairSearch> {
    for (const k of open.keys()) if (k > 0) yield searchTo(k, SHARES[0]!);
  }
  for (const share of open.length > 1 ? SHARES : []) {
    for (const k of open.keys()) {
      const found = searchTo(k, share);
      if (found.repair) return k === 0 ? fewestEdits(found, othersOf()) : found;
    }
  }
  const { partial, ...found } = searchTo(0, 1);
  return found.repair || !partial ? found : { ...found, repair: partial };
}
