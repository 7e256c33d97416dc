/** The readers of external input, each with the inputs that it is tried on. */
import { decodeNumbers } from '../../../core/read/files/decodeNumbers';
import { readImageHeader } from '../../../core/read/files/imageHeader';
import { readNpy } from '../../../core/read/files/readNpy';
import { listNpz, readNpz } from '../../../core/read/files/readNpz';
import { readSafetensors } from '../../../core/read/files/readSafetensors';
import { accessChain } from '../../../core/read/debug/accessChain';
import { literalOfPrint } from '../../../core/read/debug/literalOfPrint';
import { isPointer, numberOfPart, pointerIn, withoutAddresses } from '../../../core/read/debug/printedNumber';
import { readProbe } from '../../../core/read/debug/pythonReplies';
import { typedArrayPreview } from '../../../core/read/debug/typedArrayPreview';
import { parseArrays } from '../../../core/read/parseArrays';
import { readPrinted } from '../../../core/read/prints/readPrinted';
import { findCalls } from '../../../core/read/python/findCalls';
import { findArrays } from '../../../core/read/text/findArrays';
import { readMemento } from '../../../extension/session/memento';
import { readPanelMessage } from '../../../extension/session/panelMessage';
import { checkCode } from '../../../core/check';
import { parseSearch } from '../../../core/inspect/search';
import { readLesson } from '../../../core/lesson/readLesson';
import { readNumber } from '../../../core/quiz/checkAnswer';
import { readScene } from '../../../core/scene/readScene';
import { unpackScene } from '../../../core/scene/writeScene';
import { readPadding, readPaddingMode, readPair, readOneNumber } from '../../../core/setup/options/optionText';
import { readToolInput } from '../../../extension/session/api/toolInput';
import { readRange } from '../../../extension/session/export/stepRange';
import { decodeFile } from '../../../extension/session/files/decodeFile';
import { findLenses } from '../../../extension/session/lens/findLenses';
import { openText, type OpenRequest } from '../../../extension/session/openText';
import { readTyped } from '../../../extension/session/source/formatLike';
import { LensError } from '../../../core/message';
import { documentSeeds, openRequestText } from './documents';
import { lessonText, linkText } from './lessons';
import { sceneText } from './scenes';
import { tableBytes, typedText } from './tables';
import { imageBytes, npyBytes, npzBytes, safetensorsBytes } from './files';
import type { Random } from './Random';
import { mutatedText, type SeedText } from './texts';

/** Bytes that the files of these tests may unpack to. */
const maxBytes = 1_000_000;

/** Numbers of a debugger's answer. */
const mostPrinted = 10_000;

export interface Target {
  readonly name: string;
  /** Whether twice the input must take about twice the time; a program may do more with each line. */
  readonly grows?: boolean;
  /** Milliseconds after which an input is a failure; default: 1000. A program may use its whole budget of work. */
  readonly longest?: number;
  /** Its share of the time, relative to the others. */
  readonly share: number;
  readonly make: (random: Random, seeds: readonly SeedText[]) => string | Uint8Array;
  /** Throws a LensError for what cannot be read. */
  readonly read: (input: string | Uint8Array) => unknown;
}

/** Languages whose texts may be evaluated. */
const evaluated: ReadonlySet<string | undefined> = new Set([undefined, 'python', 'markdown']);

/** The seeds that fit, found once: tens of thousands of inputs are made from them each second. */
function choice(fits: (seed: SeedText) => boolean): (seeds: readonly SeedText[]) => readonly SeedText[] {
  let [given, chosen]: (readonly SeedText[])[] = [[], []];
  return (seeds) => {
    if (seeds !== given) [given, chosen] = [seeds, seeds.filter(fits)];
    return chosen!;
  };
}

const foreign = choice(({ languageId }) => !evaluated.has(languageId));
const programs = choice(({ languageId }) => evaluated.has(languageId));
const functions = choice(({ text }) => text.includes('def '));

const text = (random: Random, seeds: readonly SeedText[]): string => {
  const { text, languageId } = mutatedText(random, seeds);
  return `${languageId ?? ''}\n${text}`;
};

/** The first line names the language. */
const split = (input: string | Uint8Array): { text: string; languageId: string | undefined } => {
  const whole = String(input);
  const end = whole.indexOf('\n');
  const languageId = whole.slice(0, end);
  return { text: whole.slice(end + 1), languageId: languageId === '' ? undefined : languageId };
};

const bytesOf = (input: string | Uint8Array): Uint8Array =>
  typeof input === 'string' ? new TextEncoder().encode(input) : input;

export const targets: readonly Target[] = [
  {
    name: 'text',
    grows: true,
    share: 30,
    make: (random, seeds) => text(random, foreign(seeds)),
    read: (input) => {
      const { text, languageId } = split(input);
      const options = languageId === undefined ? {} : { languageId };
      findArrays(text, options);
      return parseArrays(text, options);
    },
  },
  {
    name: 'program',
    longest: 5000,
    share: 15,
    make: (random, seeds) => text(random, programs(seeds)),
    read: (input) => {
      const { text } = split(input);
      findArrays(text, { languageId: 'python' });
      findCalls(text);
      return parseArrays(text, { languageId: 'python' });
    },
  },
  { name: 'printed', grows: true, share: 20, make: text, read: (input) => readPrinted(split(input).text) },
  { name: 'npy', share: 12, make: npyBytes, read: (input) => readNpy(bytesOf(input), { maxBytes }) },
  {
    name: 'npz',
    share: 8,
    make: npzBytes,
    read: (input) => [listNpz(bytesOf(input)), readNpz(bytesOf(input), { maxBytes })],
  },
  {
    name: 'safetensors',
    share: 10,
    make: safetensorsBytes,
    read: (input) => readSafetensors(bytesOf(input), { maxBytes }),
  },
  { name: 'image', share: 2, make: imageBytes, read: (input) => readImageHeader(bytesOf(input)) },
  {
    name: 'debugger',
    share: 5,
    make: (random, seeds) => {
      const { text } = mutatedText(random, seeds);
      const count = random.pick([0, 3, 9_999, 10_001, 2 ** 40]);
      return random.pick([
        text,
        `'array <f8 float64 numpy ${random.extent()},${random.extent()}'`,
        `Float32Array(${count}) [${text}`,
        `[0] = {${text} <repeats ${count} times>}, `.repeat(random.times(random.below(16) === 0 ? 30 : 3)),
        `{1 <repeats ${count} times>, ${text}}`,
        `{${text} = ${random.pick(['0x7fffffffe300', '{0x55555557ceb0}', 'nan(0x8000000000000)', "65 'A'"])}}`,
      ]);
    },
    read: (input) => {
      const reply = String(input);
      accessChain(reply);
      readProbe(reply);
      const preview = typedArrayPreview(reply);
      if (preview && preview.length < 100)
        decodeNumbers(new Uint8Array(8 * preview.length), 0, preview.length, preview.type);
      isPointer(reply, undefined);
      numberOfPart(reply, 'char');
      pointerIn(reply);
      return parseArrays(withoutAddresses(literalOfPrint(reply, mostPrinted)), { languageId: 'c' });
    },
  },
  {
    name: 'message',
    share: 6,
    make: (random) => JSON.stringify(anything(random, 0)),
    read: (input) => {
      const value: unknown = JSON.parse(String(input));
      return [readPanelMessage(value), readMemento(value), attempt(() => readToolInput(value))];
    },
  },
  {
    name: 'scene',
    share: 3,
    make: sceneText,
    read: (input) => readScene(String(input)),
  },
  { name: 'lesson', share: 2, make: lessonText, read: (input) => readLesson(String(input)) },
  { name: 'link', share: 1, make: linkText, read: (input) => unpackScene(String(input)) },
  {
    name: 'table',
    share: 4,
    make: tableBytes,
    read: (input) =>
      ['a.csv', 'a.tsv'].flatMap((file) =>
        attempt(() => decodeFile({ kind: 'table', file, bytes: bytesOf(input), maxElements: mostPrinted })),
      ),
  },
  {
    name: 'typed',
    share: 2,
    make: typedText,
    read: (input) => {
      const typed = String(input);
      readTyped(typed);
      readNumber(typed);
      readRange(typed, 100, 1000);
      for (const single of [false, true]) attempt(() => parseSearch(typed, single));
      return [
        readPadding,
        readPaddingMode,
        (each: string) => [readPair('kernel', each), readOneNumber('stride', each)],
      ].map((read) => attempt(() => read(typed)));
    },
  },
  {
    name: 'open',
    longest: 10_000,
    share: 12,
    make: openRequestText,
    read: (input) => openText(JSON.parse(String(input)) as OpenRequest),
  },
  {
    name: 'lens',
    grows: true,
    share: 5,
    make: (random, seeds) => text(random, random.below(2) === 0 ? documentSeeds : seeds),
    read: (input) => {
      const { text, languageId = 'plaintext' } = split(input);
      return findLenses(text, { languageId, from: 0, to: text.length });
    },
  },
  {
    name: 'check',
    longest: 60_000,
    share: 3,
    make: (random, seeds) => mutatedText(random, functions(seeds), 1).text,
    // Few inputs have the time for the search that an editor gives.
    read: (input) => checkCode(String(input), { budget: input.length % 32 === 0 ? 4000 : 0 }),
  },
];

/** What `read` gives, or the message with which it refuses: several readers of one input are each tried. */
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof LensError) return { errors: [error] };
    throw error;
  }
}

const keys = ['type', 'id', 'value', 't', 'generation', 'source', 'kind', 'text', 'segments', '__proto__', 'choices'];
const words = ['seek', 'setField', 'explain', 'ready', 'restore', 'text', 'files', 'arrays', 'constructor', ''];

function anything(random: Random, depth: number): unknown {
  const kind = random.below(depth > 4 ? 4 : 7);
  if (kind === 0) return random.pick(words);
  if (kind === 1) return random.extent();
  if (kind === 2) return null;
  if (kind === 3) return random.below(2) === 0;
  if (kind === 4) return Array.from({ length: random.below(5) }, () => anything(random, depth + 1));
  return Object.fromEntries(
    Array.from({ length: random.below(7) }, () => [random.pick(keys), anything(random, depth + 1)]),
  );
}
