/** A document cut into code, output and prose: Markdown and its relatives, cell scripts, HTML, transcripts, plain text. */
import type { Block } from './Block';
import { hasLatexMatrix } from '../../text/literals/readLatexMatrix';
import { cellBlocks, hasCells } from './cellBlocks';
import { consoleBlocks } from './consoleBlocks';
import { fencedBlocks, hasFences } from './fencedBlocks';
import { hasMarkup, hasTables, htmlBlocks, pageBlock, scriptBlocks } from './htmlBlocks';
import { notebookBlocks } from './notebookBlocks';
import { plainBlocks } from './plainBlocks';
import { unmarkedBlocks } from './unmarkedBlocks';

const DOCUMENTS = new Set([
  'markdown',
  'rmd',
  'rmarkdown',
  'quarto',
  'myst',
  'mdx',
  'latex',
  'restructuredtext',
  'html',
]);
const PLAIN = new Set(['plaintext', 'text', 'log']);

/** The blocks in the order of the text, without gaps between code and output that belong together. Never throws. */
export function blocksOf(text: string, languageId?: string): Block[] {
  const id = languageId?.toLowerCase();
  const notebook =
    id === undefined || /^(?:jsonc?|plaintext|text|jupyter)$/.test(id) ? notebookBlocks(text) : undefined;
  if (notebook) return notebook;
  const code = id !== undefined && !DOCUMENTS.has(id) && !PLAIN.has(id);
  const scripts = id === 'html' ? scriptBlocks(text) : [];
  if (scripts.length > 0) return scripts;
  if (!code && hasMarkup(text)) return htmlBlocks(text);
  if (!code && hasTables(text) && !hasFences(text)) return [pageBlock(text)];
  if (!code && hasFences(text)) return fencedBlocks(text);
  if ((!code || id === 'python') && hasCells(text)) return cellBlocks(text);
  const session =
    !code || /^(?:octave|matlab|julia|r|wolfram|mathematica)$/.test(id)
      ? consoleBlocks(text, code ? id : undefined)
      : undefined;
  if (session && (!code || isPrompted(text, session))) return session;
  const octave = code && !/^(?:octave|matlab)$/.test(id) ? octaveTests(text) : undefined;
  if (octave) return [octave];
  if (code && id !== 'python') return [{ kind: 'code', languageId: id, range: [0, text.length] }];
  const plain = (code ? undefined : unmarkedBlocks(text)) ?? plainBlocks(text);
  return !code && (DEBUGGER.test(text) || areOnlySettings(text, plain))
    ? [{ kind: 'prose', range: [0, text.length] }]
    : plain;
}

/** A session of a debugger of C, whose lines are neither Python nor a program. */
const DEBUGGER = /^\((?:gdb|lldb)\) /m;

/** Whether the lines that look like code, next to matrices of LaTeX, only give a name a number: `b = 0.5`. */
function areOnlySettings(text: string, blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap(({ kind, range }) => (kind === 'code' ? text.slice(...range).split('\n') : []));
  return hasLatexMatrix(text) && lines.every((line) => /^\s*(?:[A-Za-z]\w*\s*=\s*[-+\d.]+[\s,;.\\]*)?$/.test(line));
}

/** The tests of Octave in the comments of its sources, from the first to the end. */
function octaveTests(text: string): Block | undefined {
  const start = text.search(/^%!(?:test|assert)\b/m);
  return start < 0 ? undefined : { kind: 'code', languageId: 'octave', range: [start, text.length] };
}

/** Whether nothing but blanks is before the first prompt: prompts in the comments of a script are examples. */
function isPrompted(text: string, [session]: readonly Block[]): boolean {
  return text.slice(0, session?.range[0]).trim() === '';
}
