/** What a panel shows: arrays and calls, where they came from, and how to get them again after a reload. */
import type { TracedRun } from '../../../core/check/trace/TracedRun';
import type { Message } from '../../../core/message';
import type { OptionsInWords } from '../../../core/read/documents/stated/statedOptions';
import type { ParseResult, TextRange } from '../../../core/read/ParseResult';
import type { Finding } from '../check/Finding';

/** A selected piece of a document, at an offset in it. */
export interface Segment {
  readonly offset: number;
  readonly text: string;
}

/** Text around the segments that may define the names they use: lines above them, earlier cells. */
export interface Surrounding {
  readonly text: string;
  /** Offset in the source's document; absent: in another document, before all segments. */
  readonly offset?: number;
}

/** Text that is parsed; ranges of the result are offsets into the document. */
export interface TextSource {
  readonly kind: 'text';
  /** As the user knows it: `samples/pool_backward.py`. */
  readonly name: string;
  readonly segments: readonly Segment[];
  /** Read only when the segments cannot be read alone. */
  readonly surroundings?: readonly Surrounding[];
  /** What the segments' code printed. */
  readonly printed?: readonly Segment[];
  readonly languageId?: string;
  /** The text around an only segment, as far as it may be about it. */
  readonly around?: { readonly before: string; readonly after: string };
  /** What the words around the segments state. */
  readonly stated?: OptionsInWords;
  /** The line of the cursor, where the source is the code around it. */
  readonly line?: TextRange;
  /** The line of the cursor in the body of a function that the segments call. */
  readonly bodyLine?: TextRange;
  /** A function of the text: its last call in the segments is meant. */
  readonly callee?: string;
  /** The test at the cursor, a function that the text does not call, and the offset of its `def`: only its layers are meant. */
  readonly test?: { readonly name: string; readonly start: number };
  /** Functions that the segments call and only the text below them defines. */
  readonly definedBelow?: readonly string[];
  /** The document that contains the text; absent for text from elsewhere (the clipboard). */
  readonly uri?: string;
}

/** Arrays that no text holds: from a file, a variable. */
export interface ArraySource {
  readonly kind: 'arrays';
  readonly name: string;
  readonly arrays: ParseResult['arrays'];
  /** What identifies the source, so that its panel is reused. */
  readonly uri?: string;
  /** What they were read from; they are read again after a reload and when a file changes. */
  readonly files?: FileOrigin;
  /** The arrays are variables of a program: whether they are read again whenever it stops. */
  readonly follow?: FollowSwitch;
}

/** Files read together; enough to read them again. */
export interface FileOrigin {
  /** As the user knows them: `data/X.npy + W.npy`. */
  readonly name: string;
  /** In the order in which they were chosen. */
  readonly uris: readonly string[];
  /** Text whose arrays are used together with those of the files. */
  readonly beside?: TextSource;
}

export interface FollowSwitch {
  readonly on: boolean;
  set(on: boolean): void;
}

/** A function of the user that was run next to the layer. */
export interface CheckSource {
  readonly kind: 'check';
  /** As the user knows it: `student.py – pool_backward`. */
  readonly name: string;
  /** The document that contains the function. */
  readonly uri: string;
  /** `student.py:41`. */
  readonly place: string;
  readonly run: TracedRun;
  /** Mistakes of the function, with their places and verified repairs. */
  readonly findings: readonly Finding[];
  /** A convention that differs from the course's. */
  readonly convention?: Message;
}

export type LensSource = TextSource | ArraySource | CheckSource;

/** Key of a source: it has one panel. */
export function sourceKey(source: LensSource): string {
  if (source.kind === 'check') return `check:${source.uri}#${source.run.name}`;
  if (source.kind === 'arrays' && source.files) return filesKey(source.files);
  return source.uri ?? `${source.kind}:${source.name}`;
}

/** Key of files, the same before and after they are read. */
export function filesKey({ uris, beside }: FileOrigin): string {
  return `files:${[...uris, ...(beside ? [sourceKey(beside)] : [])].join('|')}`;
}
