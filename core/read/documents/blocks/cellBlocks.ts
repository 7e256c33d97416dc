/** Scripts in cells: `# %%`, `#%%`, Jupytext's `# %% [markdown]`, Databricks' `# COMMAND ----------`. */
import type { Block } from './Block';

const MARK = /^[ \t]*(?:#[ \t]?%%|# In\[[\d ]*\]:|# COMMAND -{3,})(.*)$/gm;
const PROSE = /\[(?:markdown|md|raw)\]/i;

export function hasCells(text: string): boolean {
  return text.search(MARK) >= 0;
}

export function cellBlocks(text: string): Block[] {
  const marks = [...text.matchAll(MARK)];
  const starts = [0, ...marks.map(({ index }) => index)];
  return starts.flatMap((start, cell): Block[] => {
    const end = starts[cell + 1] ?? text.length;
    if (text.slice(start, end).trim() === '') return [];
    const title = cell === 0 ? '' : marks[cell - 1]![1]!;
    const range = [start, end] as const;
    return [PROSE.test(title) ? { kind: 'prose', range } : { kind: 'code', languageId: 'python', range }];
  });
}
