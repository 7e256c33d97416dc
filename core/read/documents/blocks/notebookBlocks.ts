/** A notebook's file opened as text: its cells with their outputs, decoded from JSON. */
import type { Block, DecodedText } from './Block';

/** A value of JSON with its place; a string with the place of each of its characters. */
type Json =
  | { readonly kind: 'string'; readonly text: string; readonly origins: readonly number[]; readonly end: number }
  | { readonly kind: 'list'; readonly items: readonly Json[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Json> }
  | { readonly kind: 'other' };

const MAX_DEPTH = 100;

/** Undefined for other texts. */
export function notebookBlocks(text: string): Block[] | undefined {
  if (!/^\s*\{/.test(text) || !text.includes('"cell_type"')) return undefined;
  const notebook = new JsonReader(text).read();
  const cells = entry(notebook, 'cells');
  if (cells?.kind !== 'list') return undefined;
  const language = languageOf(notebook);
  return cells.items.flatMap((cell): Block[] => {
    const isCode = wordOf(entry(cell, 'cell_type')) === 'code';
    const source = joined(entry(cell, 'source'));
    const outputs = entry(cell, 'outputs');
    const printed = outputs?.kind === 'list' && isCode ? outputs.items.map((each) => joined(outputText(each))) : [];
    return [
      ...blockOf(source, isCode ? 'code' : 'prose', language),
      ...printed.flatMap((each) => blockOf(each, 'output', language)),
    ];
  });
}

function blockOf(decoded: DecodedText, kind: Block['kind'], languageId: string): Block[] {
  if (decoded.text.trim() === '') return [];
  const range = [decoded.origins[0]!, decoded.origins.at(-1)!] as const;
  return [kind === 'prose' ? { kind, range, decoded } : { kind, languageId, range, decoded }];
}

function languageOf(notebook: Json | undefined): string {
  const metadata = entry(notebook, 'metadata');
  const named =
    wordOf(entry(entry(metadata, 'language_info'), 'name')) ?? wordOf(entry(entry(metadata, 'kernelspec'), 'language'));
  return named?.toLowerCase() ?? 'python';
}

/** Printed text, or the plain text of a value. */
function outputText(output: Json): Json | undefined {
  return entry(output, 'text') ?? entry(entry(output, 'data'), 'text/plain');
}

/** A text, or the lines of one. */
function joined(source: Json | undefined): DecodedText {
  const lines = source?.kind === 'list' ? source.items : source ? [source] : [];
  const strings = lines.flatMap((each) => (each.kind === 'string' ? [each] : []));
  return {
    text: strings.map(({ text }) => text).join(''),
    origins: Uint32Array.from([...strings.flatMap(({ origins }) => origins), strings.at(-1)?.end ?? 0]),
  };
}

function entry(json: Json | undefined, name: string): Json | undefined {
  return json?.kind === 'object' ? json.entries.get(name) : undefined;
}

function wordOf(json: Json | undefined): string | undefined {
  return json?.kind === 'string' ? json.text : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Reads JSON as far as it is valid. */
class JsonReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  read(): Json {
    this.skip();
    const character = this.text[this.at];
    if (character === '"') return this.string();
    if ((character !== '{' && character !== '[') || ++this.depth > MAX_DEPTH) {
      const other = /[^,\]}\s]+/y;
      other.lastIndex = this.at;
      if (other.test(this.text)) this.at = other.lastIndex;
      return { kind: 'other' };
    }
    const found = character === '{' ? this.object() : this.list();
    this.depth -= 1;
    return found;
  }

  private list(): Json {
    const items: Json[] = [];
    for (this.at += 1; !this.closes(']');) items.push(this.read());
    return { kind: 'list', items };
  }

  private object(): Json {
    const entries = new Map<string, Json>();
    for (this.at += 1; !this.closes('}');) {
      const key = this.read();
      this.skip();
      if (key.kind !== 'string' || this.text[this.at] !== ':') {
        this.at = this.text.length;
        break;
      }
      this.at += 1;
      entries.set(key.text, this.read());
    }
    return { kind: 'object', entries };
  }

  /** Whether the list or object ends here; passes over a comma. */
  private closes(bracket: string): boolean {
    this.skip();
    if (this.text[this.at] === ',') {
      this.at += 1;
      this.skip();
    }
    if (this.at < this.text.length && this.text[this.at] !== bracket) return /[\]}]/.test(this.text[this.at]!);
    this.at += 1;
    return true;
  }

  private string(): Json {
    let text = '';
    const origins: number[] = [];
    for (this.at += 1; this.at < this.text.length && this.text[this.at] !== '"';) {
      origins.push(this.at);
      const escaped = this.text[this.at] === '\\' ? this.text[this.at + 1]! : undefined;
      if (escaped === 'u') {
        text += String.fromCharCode(parseInt(this.text.slice(this.at + 2, this.at + 6), 16));
        this.at += 6;
      } else {
        text += escaped === undefined ? this.text[this.at]! : (ESCAPES[escaped] ?? escaped);
        this.at += escaped === undefined ? 1 : 2;
      }
    }
    const end = this.at;
    this.at += 1;
    return { kind: 'string', text, origins, end };
  }

  private skip(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}
