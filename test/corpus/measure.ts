/** Opens every layer call that has a lens in the fetched texts, and compares the layer with what the text computes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenedText } from '../../extension/session/openText';
import { openText } from '../../extension/session/openText';
import type { TextRange } from '../../core/read/ParseResult';
import { findLenses, type FoundLens } from '../../extension/session/lens/findLenses';
import { openingLenses } from '../../extension/session/lens/openingLenses';
import { around } from '../../extension/session/open/document/around';
import type { TextSource } from '../../extension/session/source/LensSource';
import { readSource } from '../../extension/session/source/readSource';
import { layerResults } from './layerResults';

export interface Source {
  readonly kind: string;
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  /** Texts that were measured before anything was changed for them have the name of their batch. */
  readonly unseen?: string;
}

/** What a cell's functions returned under the real libraries; see expect.py. */
interface Executed {
  readonly error: string | null;
  readonly arrays: readonly Signature[];
}

type Signature = readonly number[];

export type Verdict = 'right' | 'refused' | 'stated' | 'wrong' | 'unchecked' | 'array' | 'slow';

export interface Row {
  readonly kind: string;
  readonly place: string;
  readonly line: string;
  readonly verdict: Verdict;
  readonly note: string;
  /** Whether the editor shows a lens over the call. */
  readonly lens: boolean;
}

/** Measures a source. `folder` holds the texts as owner/name/path, and expected.json. */
export function createMeasure(folder: string): (source: Source) => AsyncIterable<Row> {
  const file = join(folder, 'expected.json');
  const expected = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<
    string,
    Executed[] | null
  >;
  return (source) => rowsOf(source, folder, expected[`${source.repository}/${source.path}`] ?? []);
}

async function* rowsOf(source: Source, folder: string, executed: readonly Executed[]): AsyncIterable<Row> {
  const path = join(folder, source.repository, source.path);
  if (!existsSync(path)) return;
  const cells = cellsOf(readFileSync(path, 'utf8'), path);
  const languageId = languageOf(path);
  for (const [index, text] of cells.entries()) {
    const { lenses } = findLenses(text, { languageId, from: 0, to: text.length });
    const shown = await opening(lenses, text, languageId, cells.slice(0, index));
    for (const lens of lenses) {
      const { offset, purpose, call } = lens;
      if (!call) continue;
      const operation = purpose === 'conv' ? 'convolution' : purpose === 'pool' ? 'pooling' : undefined;
      const opened = openText({
        text,
        languageId,
        before: cells.slice(0, index),
        after: cells.slice(index + 1),
        cursor: offset,
        ...(operation && { operation }),
      });
      const line = text.slice(offset, offset + 100).split('\n', 1)[0]!;
      const place = `${source.repository}/${source.path}#${index}`;
      yield { kind: source.kind, place, line, lens: shown.has(lens), ...judged(opened, executed[index]) };
    }
  }
}

/** The lenses that the editor shows. */
async function opening(
  lenses: readonly FoundLens[],
  text: string,
  languageId: string,
  before: readonly string[],
): Promise<Set<FoundLens>> {
  const sourceOf = ([start, end]: TextRange): TextSource => {
    const segments = [{ offset: start, text: text.slice(start, end) }];
    // Calls are found in Python only.
    return { kind: 'text', name: '', languageId: 'python', segments, ...around(text, languageId, segments, before) };
  };
  return new Set(await openingLenses(lenses, sourceOf, (read) => Promise.resolve(readSource(read))));
}

/** Right where one of the layer's results is among what the text itself computed. */
function judged(opened: OpenedText, executed: Executed | undefined): Pick<Row, 'verdict' | 'note'> {
  if (opened.kind === 'refused') return { verdict: 'refused', note: opened.message };
  if (opened.kind === 'array') return { verdict: 'array', note: '' };
  const summary = `${opened.operation} ${JSON.stringify(shapesOf(opened.roles))} ${JSON.stringify(opened.options)}`;
  const said = [...opened.problems, ...opened.assumptions].join(' | ');
  if (!executed || executed.arrays.length === 0) return { verdict: 'unchecked', note: `${summary} — ${said}` };
  let results: ArrayLike<number>[];
  try {
    results = layerResults(opened);
  } catch (error) {
    return { verdict: 'wrong', note: `${summary}: ${String(error)}` };
  }
  const found = results.map(signatureOf).some((own) => executed.arrays.some((other) => agrees(own, other)));
  if (found) return { verdict: 'right', note: summary };
  if (executed.error !== null) return { verdict: 'unchecked', note: `${summary} — ${said} — ${executed.error}` };
  return {
    verdict:
      opened.problems.length > 0 || /seed 0|is not reproduced|returns other values/.test(said) ? 'stated' : 'wrong',
    note: `${summary} — ${said}`,
  };
}

function shapesOf(roles: Readonly<Record<string, { readonly shape: readonly number[] }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(roles).map(([role, { shape }]) => [role, shape.join('×')]));
}

function signatureOf(values: ArrayLike<number>): Signature {
  const sorted = Float64Array.from(values).sort();
  const sum = (term: (value: number, index: number) => number) =>
    sorted.reduce((total, value, i) => total + term(value, i), 0);
  const [least, greatest] = [sorted[0]!, sorted[sorted.length - 1]!];
  return [
    sorted.length,
    sum((value) => value),
    sum((value) => value * value),
    least,
    greatest,
    sum((value, index) => value * Math.cos(index)),
  ];
}

function agrees(a: Signature, b: Signature): boolean {
  if (a[0] !== b[0]) return false;
  const scale = Math.sqrt(Math.abs(a[2]!)) + 1e-9;
  return a.every((value, index) => Math.abs(value - b[index]!) <= 2e-4 * (index === 2 ? scale * scale : scale));
}

function cellsOf(text: string, path: string): string[] {
  if (!path.endsWith('.ipynb')) return [text];
  const notebook = JSON.parse(text) as Notebook;
  const cells = notebook.cells ?? notebook.worksheets?.[0]?.cells ?? [];
  return cells
    .filter((cell) => cell.cell_type === 'code')
    .map(({ source, input }) => [source ?? input ?? ''].flat().join(''));
}

interface Notebook {
  readonly cells?: readonly NotebookCell[];
  readonly worksheets?: readonly { readonly cells: readonly NotebookCell[] }[];
}

interface NotebookCell {
  readonly cell_type: string;
  readonly source?: string | readonly string[];
  readonly input?: string | readonly string[];
}

function languageOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return { m: 'matlab', jl: 'julia', R: 'r', Rmd: 'rmd', qmd: 'quarto', md: 'markdown' }[extension] ?? 'python';
}
