/** State that is kept over a reload of the window: enough to build the same picture again, as plain JSON of bounded size. */
import * as v from 'valibot';
import { ndarray } from '../../core/array/NdArray';
import type { ParsedArray } from '../../core/read/ParseResult';
import { memento, type keptSource } from './mementoSchema';
import type { FileOrigin, LensSource, Segment, TextSource } from './source/LensSource';

type Aim = Pick<TextSource, 'line' | 'callee' | 'test' | 'definedBelow' | 'around'>;

/** Characters of selected text, or of printed numbers, that a memento holds itself. */
const largestKept = 200_000;

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
export function aimOf({ line, callee, test, definedBelow, around }: Aim): Aim {
  return {
    ...(line && { line }),
    ...(callee !== undefined && { callee }),
    ...(test && { test }),
    ...(definedBelow && { definedBelow }),
    ...(around && { around }),
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
