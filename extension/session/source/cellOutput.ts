/** The text that a cell printed or returned, as segments of one text of their own. */
import type { Segment } from './LensSource';

/** As VS Code's `NotebookCellOutput`. */
export interface CellOutput {
  readonly items: readonly { readonly mime: string; readonly data: Uint8Array }[];
}

/** Types of output with text by preference; errors and pictures have no arrays. */
const textTypes = [
  'application/vnd.code.notebook.stdout',
  'text/plain',
  'application/json',
  'text/csv',
  'text/markdown',
];

/** One segment per output, in order; an output without text has none. */
export function outputSegments(outputs: readonly CellOutput[]): Segment[] {
  const segments: Segment[] = [];
  let offset = 0;
  for (const output of outputs) {
    const text = textOf(output);
    if (text.trim() === '') continue;
    segments.push({ offset, text });
    offset += text.length + 1;
  }
  return segments;
}

/** A running kernel appends what is printed as further items of one output. */
function textOf({ items }: CellOutput): string {
  const type = textTypes.find((each) => items.some(({ mime }) => mime === each));
  const decoder = new TextDecoder();
  const text = items.filter(({ mime }) => mime === type).map(({ data }) => decoder.decode(data));
  return withoutColors(text.join(''));
}

/** The text without the escape sequences by which programs colour a terminal. */
function withoutColors(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
