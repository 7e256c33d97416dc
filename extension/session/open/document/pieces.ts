/** A text as pieces of code with the output that follows each: a script is one piece, a document has one for each block of code. */
import { blockText, blocksOf, type Block } from '../../../../core/read/documents/documents';
import { parseArrays } from '../../../../core/read/parseArrays';
import { hasCells } from '../../../../core/read/documents/blocks/cellBlocks';
import { examplesIn } from '../../../../core/read/documents/examples';
import { EXERCISE, partsAt } from './exercises';
import { layerOfPart } from './layerHeads';
import { layerCalls, nearestCall } from '../calls/layerCalls';
import type { TextRange } from '../../../../core/read/ParseResult';
import { GRADIENT_WORDS } from '../../../../core/read/text/tables/gridNames';
import { lineAt } from '../../source/assignment';
import type { Segment } from '../../source/LensSource';

export interface Piece {
  readonly text: string;
  readonly languageId?: string;
  /** In the document. */
  readonly range: TextRange;
  /** Document offsets of the characters where they differ from the code's: HTML. */
  readonly origins?: Uint32Array;
  /** One example of a problem: its values belong together. */
  readonly example?: true;
}

export interface Document {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly blocks: readonly Block[];
  /** Whether the document has prose, cells or output besides one piece of code. */
  readonly divided: boolean;
}

export function readDocument(text: string, languageId: string | undefined): Document {
  const examples = isText(languageId) && layerCalls(text).length === 0 ? examplesIn(text) : undefined;
  if (examples) {
    const pieces = examples.blocks.filter(({ kind }) => kind === 'code');
    return {
      ...examples,
      pieces: pieces.map((block) => ({ ...pieceOf(examples.text, block), example: true as const })),
      divided: true,
    };
  }
  const blocks = blocksOf(text, languageId);
  const code = blocks.filter(({ kind }) => kind === 'code');
  const script = languageId === 'python' && !hasCells(text);
  const areBare =
    isText(languageId) &&
    (isPart(text, code) ||
      sentencesName(text, blocks) ||
      areOptions(text, code) ||
      areTables(text, code) ||
      areBelowTable(text, code) ||
      areListed(text, code) ||
      areFormulas(text, code));
  if (script || areBare || code.length === 0 || (blocks.length === 1 && isWhole(blocks[0]!, languageId))) {
    const id = isPythonAlone(text, blocks) ? 'python' : languageId;
    const only: Piece = { text, range: [0, text.length], ...(id !== undefined && { languageId: id }) };
    return { text, pieces: [only], blocks, divided: false };
  }
  return { text, pieces: code.map((block) => pieceOf(text, block)), blocks, divided: true };
}

/** Whether code has nothing but brackets with numbers, and sentences name them or have others of the layer. */
function sentencesName(text: string, blocks: readonly Block[]): boolean {
  const code = blocks.filter(({ kind }) => kind === 'code');
  return (
    code.length > 0 &&
    code.every((block) =>
      /^[-+\d.,\seE[\]]+$/.test(
        blockText(text, block).replace(OTHER_SCRIPTS, '').replace(LABELS, '').replace(CONSTRUCTED, '$1'),
      ),
    ) &&
    blocks.some(({ kind, range: [start, end] }) => {
      const words = kind === 'prose' ? text.slice(start, end).replace(MARKUP, '') : '';
      return (
        SENTENCE_ARRAY.test(words) ||
        STATES.test(words.slice(-REACH)) ||
        WEIGHTS.test(words) ||
        KERNEL_LABEL.test(words) ||
        (code.length > 1 && (GRADIENT_WORDS.test(words) || /\bdepth-?wise\b/i.test(words)))
      );
    })
  );
}

/** Whether a text is the part of a log about one layer, without calls. */
function isPart(text: string, code: readonly Block[]): boolean {
  return layerOfPart(text) !== undefined && code.every((block) => !CALL.test(blockText(text, block)));
}

const CALL = /(?<!\w)(?!(?:tensor|array)\()[A-Za-z_]\w*\(/;
/** Sentences in the scripts of other languages. */
const OTHER_SCRIPTS = /^[^\n[\]]*[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0400-\u04ff][^\n[\]]*$/gm;
/** `x = torch.tensor([[1, 2], [3, 4]])`. */
const CONSTRUCTED = /^[A-Za-z]\w*[ \t]*=[ \t]*(?:np|numpy|torch)\.(?:array|[Tt]ensor)\(([-+\d.,\seE[\]]+)\)[ \t]*$/gm;
/** `k1: [[1, 0], [0, 1]]`, `X = [[1, 2], [3, 4]]`. */
const LABELS = /^[ \t]*[A-Za-z]\w*[ \t]*[:=][ \t]*(?=\[)/gm;
/** Whether the code of a page only gives its options: `stride = 1, padding = 0` below tables. */
function areOptions(text: string, code: readonly Block[]): boolean {
  return code.length > 0 && code.every((block) => OPTIONS.test(blockText(text, block))) && TABLE_ROW.test(text);
}

/** Whether what looks like code is a list of named arrays: `- Input: [[1, 2], [3, 4]]`. */
function areListed(text: string, code: readonly Block[]): boolean {
  return code.length > 0 && code.every((block) => LISTED.test(blockText(text, block)));
}

const LISTED = /^(?:\s*(?:[-*+]|\d+[.)])[ \t]+[A-Za-z]\w*[ \t]*[:=][ \t]*[-+\d.]*\[[-+\d.,\s[\]]*\])+\s*$/;

/** Whether the code of a page is nothing but tables of numbers: the words around them name them. */
function areTables(text: string, code: readonly Block[]): boolean {
  return code.length > 1 && code.every((block) => TABLE.test(blockText(text, block)));
}

/** Whether what looks like code is a result in brackets, below a table of numbers in the words. */
function areBelowTable(text: string, code: readonly Block[]): boolean {
  const [first] = code;
  if (!first || !code.every((block) => /^[-+\d.,\seE[\]]+$/.test(blockText(text, block)))) return false;
  return TABLE_ROW.test(text.slice(0, first.range[0]));
}

/** Whether the code of a page is formulas of its words, without arrays of their own: `out[i, j] = max(window)`. */
function areFormulas(text: string, code: readonly Block[]): boolean {
  if (code.length === 0 || text.includes('```') || layerCalls(text).length > 0) return false;
  return code.every((block) => {
    const written = blockText(text, block);
    if (
      block.decoded ||
      (block.languageId ?? 'python') !== 'python' ||
      written.length > LONGEST_FORMULAS ||
      STATEMENT.test(written)
    )
      return false;
    const { arrays, calls, errors } = parseArrays(written);
    return arrays.length + calls.length === 0 && errors.length > 0;
  });
}

const LONGEST_FORMULAS = 1000;
const STATEMENT = /^[ \t]*(?:import|from|def|class|for|while|return|print)\b/m;

const TABLE = /^\s*(?:[ \t]*-?\d[\d.]*(?:[ \t]+-?\d[\d.]*)+[ \t]*\n)+\s*$/;
const OPTIONS =
  /^(?:\s*(?:strides?|pad(?:ding)?|dilation|bias|[spfkb])\s*[=:]\s*(?:-?\d+(?:\.\d+)?|["']\w+["'])[ \t]*[,;.]?)+\s*$/i;
const TABLE_ROW = /^[ \t|]*-?\d[\d.]*(?:[ \t|]+-?\d[\d.]*)+[ \t|]*$/m;

/** Weights in a sentence. */
const WEIGHTS = /\b(?:weights?|kernel|filter)\b[^.\n[\]]{0,30}\[\s*[-+.\d]/i;
/** "Kernel 2:" or the heading "Kernel" above an array. */
const KERNEL_LABEL = /(?:^|\n)[ \t]*(?:[A-Za-z]+ )?(?:kernel|filter)(?: ?\w)?[ \t]*:?\s*$/i;
/** Tags, directives and signs of headings and of bold words. */
const MARKUP = /<[^<>\n]*>|^[ \t]*\.\. [\w-]+::.*$|^#+|\*\*|__|`{3,}.*$/gm;
/** The array below it is stated: "The output of the layer is". */
const STATES = /\b(?:outputs?|results?)\b[^.\n]{0,80}\b(?:is|are|was|becomes)\s*:?\s*$/i;
/** Characters of the words before an array. */
const REACH = 160;
const SENTENCE_ARRAY = /[A-Za-z]{2}[^\n[\]]{0,60}\[\s*\[\s*[-+.\d]|^[ \t]*\[\s*\[\s*[-+.\d]/m;

/** Whether a text is words with code in between, not a script. */
export function isText(languageId: string | undefined): boolean {
  return (
    languageId === undefined ||
    /^(?:plaintext|text|markdown|mdx|quarto|rmd|rmarkdown|myst|restructuredtext|html|latex|csv|tsv|log)$/.test(
      languageId,
    )
  );
}

/** Whether one block is read as the text that it is in: not decoded, and not of another language than Python. */
function isWhole({ decoded, languageId }: Block, own: string | undefined): boolean {
  return !decoded && (languageId === undefined || languageId === 'python' || languageId === own);
}

/** Code that calls a layer, in a text without a language of its own: the code of a fence, a clipboard. */
function isPythonAlone(text: string, blocks: readonly Block[]): boolean {
  const [only, ...others] = blocks;
  const isPython = only?.kind === 'code' && (only.languageId ?? 'python') === 'python';
  return isPython && others.length === 0 && layerCalls(text).length > 0;
}

function pieceOf(text: string, block: Block): Piece {
  return {
    text: blockText(text, block),
    range: block.range,
    ...(block.languageId !== undefined && { languageId: block.languageId }),
    ...(block.decoded && { origins: block.decoded.origins }),
  };
}

/** The offset in a piece's text of an offset in the document. */
export function toPiece({ range, origins }: Piece, offset: number): number {
  if (!origins) return Math.min(Math.max(offset - range[0], 0), range[1] - range[0]);
  const index = origins.findIndex((origin) => origin >= offset);
  return index < 0 ? origins.length - 1 : index;
}

/** The document's offset of an offset in a piece's text. */
export function toDocument({ range, origins }: Piece, offset: number): number {
  return origins ? origins[Math.min(offset, origins.length - 1)]! : range[0] + offset;
}

/** The output that follows `offset` before the next code after it. */
export function outputAfter({ text, blocks }: Document, offset: number): Segment[] {
  const outputs: Segment[] = [];
  for (const block of blocks) {
    if (block.range[1] <= offset) continue;
    if (block.kind === 'output') outputs.push({ offset: block.range[0], text: blockText(text, block) });
    else if (block.kind === 'code' && block.range[0] > offset) break;
  }
  return outputs;
}

/**
 * The pieces that run together with one of them, in books that show the code of one framework at a time, `#@tab pytorch`. Code for
 * all frameworks runs with PyTorch's, and in a text with such marks code without a mark is MXNet's.
 */
export function ofSameTab(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  const marks = pieces.map(({ text }) => tabsOf(text));
  const given = tabsOf(piece.text);
  const tabs = !given.includes('all') ? given : marks.flat().includes('pytorch') ? ['pytorch'] : marks.flat();
  return pieces.filter((_, index) => marks[index]!.some((tab) => tab === 'all' || tabs.includes(tab)));
}

function tabsOf(text: string): readonly string[] {
  const marked = /^[ \t]*(?:#[ \t]*@tab|%%tab)[ \t]+(.+)$/m.exec(text)?.[1];
  return marked === undefined ? ['mxnet'] : marked.trim().split(/[, ]+/);
}

/** The example nearest to the cursor, with its output; below a heading one of that part. */
export function exampleAt(
  { text, pieces, blocks }: Pick<Document, 'text' | 'pieces' | 'blocks'>,
  cursor: number,
): number {
  const examples = pieces.map(({ range: [start, end] }, index) => {
    const next = pieces[index + 1]?.range[0] ?? text.length;
    const output = blocks.filter(({ kind, range }) => kind === 'output' && start < range[0] && range[0] < next).at(-1);
    return { index, range: [start, output?.range[1] ?? end] as const };
  });
  // The words directly above an example are its title.
  const { start: from, end: to } = lineAt(text, cursor);
  const titled = examples.find(({ range: [start] }) => start > to && !text.slice(to + 1, start).includes('\n'));
  if (titled && /^[^[\]{}]*[^[\]{}\s][^[\]{}]*$/.test(text.slice(from, to))) return titled.index;
  const part = partsAt(text, EXERCISE).find(([start, end]) => start <= cursor && cursor < end);
  const own = examples.filter(({ range: [start] }) => part && part[0] <= start && start < part[1]);
  return nearestCall(text, own.length > 0 ? own : examples, cursor)?.index ?? 0;
}
