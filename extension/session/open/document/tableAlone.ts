/** A table of numbers at the cursor in words that state a pooling, in a document whose code computes with other numbers. */
import { blockText } from '../../../../core/read/documents/documents';
import { statedOptions } from '../../../../core/read/documents/stated/statedOptions';
import type { Located } from '../Located';
import type { Document } from './pieces';
import { TABLE } from './tables';

/** The words of the table, from their heading to the code below them. */
export function tableAlone({ text, blocks, pieces }: Document, cursor: number): Located | undefined {
  const block = blocks.find(({ kind, range: [start, end] }) => kind === 'prose' && start <= cursor && cursor < end);
  if (!block) return undefined;
  const words = blockText(text, block);
  const at = cursor - block.range[0];
  const table = [...words.matchAll(TABLE)].find(({ index, 0: rows }) => index <= at && at < index + rows.length);
  if (!table) return undefined;
  const from = words.lastIndexOf('\n#', table.index) + 1;
  const next = words.indexOf('\n#', at);
  const section = words.slice(from, next < 0 ? words.length : next);
  if (/(?:outputs?|results?|gives|becomes)\b[^.\n]*\n\s*$/i.test(words.slice(from, table.index))) return undefined;
  const code = pieces.map((piece) => numbersIn(piece.text)).join(' ');
  if (` ${code} `.includes(` ${numbersIn(table[0])} `)) return undefined;
  const stated = statedOptions(section);
  if (stated.pool?.window === undefined) return undefined;
  const segments = [{ offset: block.range[0] + from, text: section }];
  const source = { kind: 'text', name: '', segments, languageId: 'plaintext', stated } as const;
  return { source, piece: { text, range: [0, text.length] } };
}

function numbersIn(written: string): string {
  return (written.match(/\d+(?:\.\d*)?/g) ?? []).map(Number).join(' ');
}
