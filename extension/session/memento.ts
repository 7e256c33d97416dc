/** State that is kept over a reload of the window: enough to build the same picture again, as plain JSON of bounded size. */
import * as v from 'valibot';
import { ndarray } from '../../core/array/NdArray';
import { mostParts } from '../../core/lesson/Lesson';
import type { ParsedArray } from '../../core/read/ParseResult';
import type { FileOrigin, LensSource, Segment, TextSource } from './source/LensSource';

type Aim = Pick<TextSource, 'line' | 'callee' | 'test' | 'definedBelow'>;

/** Characters of selected text, or of printed numbers, that a memento holds itself. */
const largestKept = 200_000;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const numbers = v.pipe(v.array(whole), v.readonly());

/** At what of the text the panel was opened. */
const aim = {
  line: v.optional(v.pipe(v.tuple([v.number(), v.number()]), v.readonly())),
  callee: v.optional(v.string()),
  test: v.optional(v.object({ name: v.string(), start: v.number() })),
  definedBelow: v.optional(v.pipe(v.array(v.string()), v.readonly())),
};

const textSource = v.object({
  ...aim,
  kind: v.literal('text'),
  name: v.string(),
  languageId: v.optional(v.string()),
  uri: v.optional(v.string()),
  segments: v.array(v.object({ offset: whole, text: v.string() })),
  surroundings: v.optional(v.array(v.object({ offset: v.optional(whole), text: v.string() }))),
  printed: v.optional(v.array(v.object({ offset: whole, text: v.string() }))),
  stated: v.optional(
    v.object({
      stride: numbers,
      pad: v.pipe(v.array(v.union([v.number(), v.literal('same')])), v.readonly()),
      dilation: v.optional(numbers),
      paddingMode: v.optional(v.picklist(['circular', 'reflect', 'replicate'])),
      ceilMode: v.optional(v.literal(true)),
      unsized: v.optional(v.literal(true)),
      factor: v.optional(v.string()),
      added: v.optional(v.number()),
      namesBias: v.optional(v.literal(true)),
      bias: v.optional(v.literal(true)),
      turned: v.optional(v.literal(true)),
      full: v.optional(v.literal(true)),
      pool: v.optional(
        v.object({
          modes: v.pipe(v.array(v.picklist(['max', 'average'])), v.readonly()),
          window: v.optional(v.pipe(v.tuple([whole, whole]), v.readonly())),
          global: v.optional(v.literal(true)),
          convolves: v.boolean(),
          isMeant: v.optional(v.literal(true)),
        }),
      ),
    }),
  ),
});

/** Too large to be kept: read again from the document. */
const documentSource = v.object({
  ...aim,
  kind: v.literal('document'),
  name: v.string(),
  uri: v.string(),
  languageId: v.optional(v.string()),
  ranges: v.array(v.tuple([whole, whole])),
  surroundings: v.optional(v.array(v.tuple([whole, whole]))),
});

const arraySource = v.object({
  kind: v.literal('arrays'),
  name: v.string(),
  uri: v.optional(v.string()),
  arrays: v.array(
    v.object({
      name: v.optional(v.string()),
      dtype: v.optional(v.string()),
      notation: v.optional(v.picklist(['numpy', 'pytorch', 'tensorflow'])),
      single: v.boolean(),
      shape: v.array(whole),
      numbers: v.string(),
    }),
  ),
});

const filesSource = v.object({
  kind: v.literal('files'),
  name: v.string(),
  uris: v.array(v.string()),
  beside: v.optional(textSource),
});

/** A check of code: its run is not kept. */
const checkSource = v.object({
  kind: v.literal('check'),
  name: v.string(),
  uri: v.string(),
  /** Name of the function; absent in mementos of earlier versions. */
  function: v.optional(v.string()),
});

/** Too large, without a place to read it from again. */
const lostSource = v.object({ kind: v.literal('lost'), name: v.string() });

const keptSource = v.variant('kind', [textSource, documentSource, arraySource, filesSource, checkSource, lostSource]);

const granularity = v.picklist(['product', 'channel', 'window', 'filter', 'row', 'example']);

const answers = v.record(v.string(), v.picklist(['missed', 'right', 'late']));

const memento = v.object({
  version: v.literal(1),
  source: keptSource,
  purpose: v.picklist(['conv', 'pool', 'any', 'inspect']),
  choices: v.record(v.string(), v.string()),
  channel: whole,
  filter: whole,
  matrix: v.optional(v.boolean()),
  picture: v.optional(v.boolean()),
  granularity,
  t: whole,
  /** The user's results that the layer is compared with. */
  result: v.optional(keptSource),
  /** Where a scene is shown: its texts in the display language. */
  scene: v.optional(
    v.object({
      title: v.string(),
      text: v.optional(v.string()),
      /** The step size that the notes' steps count. */
      granularity,
      notes: v.array(
        v.object({
          step: whole,
          text: v.string(),
          cover: v.optional(v.boolean()),
          question: v.optional(
            v.object({
              prompt: v.string(),
              options: v.optional(v.array(v.string())),
              answer: v.optional(whole),
              value: v.optional(v.number()),
              why: v.optional(v.string()),
            }),
          ),
          highlight: v.optional(
            v.array(
              v.object({ map: v.string(), row: whole, col: whole, rows: v.optional(whole), cols: v.optional(whole) }),
            ),
          ),
        }),
      ),
      /** By the keys of `scene/answers`. */
      answers: v.optional(answers),
      pin: v.optional(v.object({ map: v.string(), row: whole, col: whole })),
    }),
  ),
  /** While a lesson is played, whose present part is the scene. */
  lesson: v.optional(
    v.object({
      uri: v.string(),
      title: v.string(),
      part: whole,
      parts: v.pipe(
        v.array(v.object({ title: v.string(), questions: whole, answers: v.optional(answers) })),
        v.maxLength(mostParts),
      ),
    }),
  ),
});

export type KeptSource = v.InferOutput<typeof keptSource>;
export type Memento = v.InferOutput<typeof memento>;

/** Undefined unless the value matches the schema. */
export function readMemento(value: unknown): Memento | undefined {
  const result = v.safeParse(memento, value);
  return result.success ? result.output : undefined;
}

export function keepSource(source: LensSource): KeptSource {
  const { name, uri } = source;
  if (source.kind === 'check') return { kind: 'check', name, uri: source.uri, function: source.run.name };
  if (source.kind === 'arrays') {
    if (source.files) return keepFiles(source.files);
    const size = source.arrays.reduce((sum, { array }) => sum + array.data.length, 0);
    if (size * 8 > largestKept) return { kind: 'lost', name };
    return { kind: 'arrays', name, ...(uri !== undefined && { uri }), arrays: source.arrays.map(keepArray) };
  }
  const { segments, surroundings = [], printed = [], stated, languageId } = source;
  const aimed = aimOf(source);
  const size = [...segments, ...surroundings, ...printed].reduce((sum, { text }) => sum + text.length, 0);
  if (size <= largestKept) {
    const kept = segments.map(({ offset, text }) => ({ offset, text }));
    return {
      kind: 'text',
      name,
      segments: kept,
      ...(surroundings.length > 0 && { surroundings: surroundings.map((each) => ({ ...each })) }),
      ...(printed.length > 0 && { printed: printed.map((each) => ({ ...each })) }),
      ...(stated && { stated }),
      ...aimed,
      ...(uri !== undefined && { uri }),
      ...(languageId !== undefined && { languageId }),
    };
  }
  if (uri === undefined) return { kind: 'lost', name };
  const rangeOf = ({ offset, text }: Segment): [number, number] => [offset, offset + text.length];
  // Text of other documents is not kept: reading it again would need all of them.
  const own = surroundings.flatMap(({ offset, text }) => (offset === undefined ? [] : [rangeOf({ offset, text })]));
  return {
    kind: 'document',
    name,
    uri,
    ...(languageId !== undefined && { languageId }),
    ranges: segments.map(rangeOf),
    ...aimed,
    ...(own.length > 0 && { surroundings: own }),
  };
}

/** At what of its text a source was opened. */
export function aimOf({ line, callee, test, definedBelow }: Aim): Aim {
  return {
    ...(line && { line }),
    ...(callee !== undefined && { callee }),
    ...(test && { test }),
    ...(definedBelow && { definedBelow }),
  };
}

/** Stores file URIs, not contents; only the text used with them must be small enough. */
export function keepFiles({ name, uris, beside }: FileOrigin): KeptSource {
  if (!beside) return { kind: 'files', name, uris: [...uris] };
  const text = keepSource(beside);
  return text.kind === 'text' ? { kind: 'files', name, uris: [...uris], beside: text } : { kind: 'lost', name };
}

/** A kept source that needs no document. */
export function sourceOf(kept: Exclude<KeptSource, { kind: 'document' | 'files' | 'check' | 'lost' }>): LensSource {
  if (kept.kind === 'text') return kept;
  const arrays = kept.arrays.map(({ name, dtype, notation, single, shape, numbers }): ParsedArray => {
    const parts = numbers === '' ? [] : numbers.split(' ').map(Number);
    return {
      array: ndarray(shape, single ? Float32Array.from(parts) : Float64Array.from(parts)),
      range: [0, 0],
      ...(name !== undefined && { name }),
      ...(dtype !== undefined && { dtype }),
      ...(notation !== undefined && { notation }),
    };
  });
  return { kind: 'arrays', name: kept.name, arrays, ...(kept.uri !== undefined && { uri: kept.uri }) };
}

function keepArray({ name, dtype, notation, array: { shape, data } }: ParsedArray) {
  return {
    ...(name !== undefined && { name }),
    ...(dtype !== undefined && { dtype }),
    ...(notation && { notation }),
    single: data instanceof Float32Array,
    shape: [...shape],
    numbers: Array.from(data, (value) => (Object.is(value, -0) ? '-0' : String(value))).join(' '),
  };
}
