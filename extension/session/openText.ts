/** What a text opens: a layer with its arrays, arrays, or the reason why neither. The function behind commands and lenses. */
import type { NdArray } from '../../core/array/NdArray';
import { formatMessage, LensError, msg, type Message } from '../../core/message';
import type { LayerCall, ParseResult } from '../../core/read/ParseResult';
import type { PrintedResult } from '../../core/read/prints/PrintedResult';
import { readPrinted } from '../../core/read/prints/readPrinted';
import { operationOfLayer } from '../../core/setup/callOperations';
import type { Setup } from '../../core/setup/Setup';
import { createStepper } from '../../core/step/createStepper';
import {
  callsPair,
  isOfLayer,
  isUncalledPair,
  loneInput,
  mayMeanWhole,
  meansWhole,
  otherCells,
} from './open/cursor/wholeText';
import { commentsAsText } from './open/document/commentsAsText';
import { interpret } from './open/interpret';
import { refused, type LayerMeaning, type Meaning } from './open/meaning';
import type { Purpose } from './source/Purpose';
import { setUpMeaning } from './open/setUpMeaning';
import { locate } from './open/locate';
import type { Located } from './open/Located';
import type { OpenedText, OpenedArray, OpenedLayer, OpenRequest, Refused } from './open/OpenRequest';
import { purposeOf, requestedKind } from './open/purpose';
import { readableArrays } from './open/refusals/readableArrays';
import { printedInPart } from './open/refusals/unread';
import { readSource } from './source/readSource';

export type { OpenedText, OpenedArray, OpenedArrays, OpenedLayer, OpenRequest, Refused } from './open/OpenRequest';

/**
 * What commands and lenses open for a request. A layer's arrays are channels last, whatever the axes of the text; what cannot be opened
 * is a `Refused` with the reason: only a defect throws. The whole text is meant where nothing at the cursor is a layer.
 */
export function openText(request: OpenRequest): OpenedText {
  const purpose = purposeOf(request);
  const found = meant(request, purpose);
  const words = found.meaning.kind === 'refused' ? commentsAsText(request) : undefined;
  const described = words && meant(words, purpose);
  const isShown =
    described?.meaning.kind === 'layer' || (words?.cursor !== undefined && described?.meaning.kind === 'array');
  return isShown ? opened(described, words!) : opened(found, request);
}

function meant(request: OpenRequest, purpose: Purpose): Found {
  const atCursor = meaningOfCells(request, purpose);
  if (purpose === 'inspect') return atCursor;
  const lone = loneInput(request, atCursor);
  const isPair = isUncalledPair(request, atCursor);
  if (!lone && !isPair && !mayMeanWhole(request, atCursor.meaning)) return atCursor;
  const { cursor: _, ...rest } = request;
  const whole = meaningOfCells(rest, purpose);
  const isWhole = (lone !== undefined && isOfLayer(lone, whole)) || (isPair && callsPair(atCursor, whole));
  return isWhole || meansWhole(request, atCursor.meaning, whole.meaning) ? whole : atCursor;
}

interface Found {
  readonly located: Located;
  readonly meaning: Meaning;
  /** Of a layer, which can be stepped through. */
  readonly setup?: Setup;
}

/** The meaning at the cursor; where its cell opens nothing, that of another one. */
function meaningOfCells(request: OpenRequest, purpose: Purpose): Found {
  const atCursor = meaningAt(request, purpose);
  for (const { cursor, kinds } of otherCells(request, atCursor.meaning)) {
    const other = meaningAt({ ...request, cursor }, purpose);
    const isCalled = atCursor.meaning.kind !== 'layer' || (other.meaning.kind === 'layer' && other.meaning.call);
    if (isCalled && kinds.includes(other.meaning.kind)) return other;
  }
  return atCursor;
}

function meaningAt(request: OpenRequest, purpose: Purpose): Found {
  const located = locate(request, purpose);
  const meaning = interpret(located.source, purpose);
  if (meaning.kind !== 'layer') return { located, meaning };
  try {
    return { located, meaning, setup: stepped(setUpMeaning(meaning, requestedKind(purpose))) };
  } catch (error) {
    if (error instanceof LensError) return { located, meaning: refused(error) };
    throw error;
  }
}

function opened({ located, meaning, setup }: Found, request: OpenRequest): OpenedText {
  const printed = (located.source.printed ?? []).flatMap(({ text }) => readPrinted(text));
  if (meaning.kind === 'refused') {
    const { detail, range } = printedInPart(meaning.error, request.text) ?? meaning.error;
    return refusal(detail, range, located, request);
  }
  if (meaning.kind === 'array' || !setup) return { kind: 'array', arrays: arraysOf(meaning.parsed), printed };
  return layerOf(meaning, setup, printed);
}

/** Throws a LensError where the layer cannot be stepped through. */
function stepped(setup: Setup): Setup {
  createStepper(setup.layer, setup.names);
  return setup;
}

function layerOf(
  { call, defined, assumptions, problems, otherProblems }: LayerMeaning,
  setup: Setup,
  printed: readonly PrintedResult[],
): OpenedLayer {
  const { layer } = setup;
  const own = call && helperOf(call);
  return {
    kind: 'layer',
    operation: call?.operation ?? operationOfLayer(layer),
    pass: 'pass' in layer ? layer.pass : 'forward',
    roles: own?.roles ?? rolesOf(setup),
    options:
      own?.options ?? ('options' in layer ? { ...layer.options } : layer.kind === 'pad' ? { pad: layer.pad } : {}),
    assumptions: [...assumptions, ...(own ? (call.notes ?? []) : setup.assumptions.map(({ message }) => message))].map(
      formatMessage,
    ),
    evidence: (defined === undefined ? (setup.evidence ?? []) : [msg('the text defines {0}', defined)]).map(
      formatMessage,
    ),
    problems: problems.map(({ message }) => message),
    otherProblems,
    printed,
  };
}

/** The course's helpers have only what their call gives them. */
function helperOf(call: LayerCall): Pick<OpenedLayer, 'roles' | 'options'> | undefined {
  switch (call.operation) {
    case 'conv_single_step': {
      const { a_slice_prev, W, b } = call.arrays;
      return {
        roles: { ...role('x', a_slice_prev, 'a_slice_prev'), ...role('w', W, 'W'), ...role('b', b, 'b') },
        options: {},
      };
    }
    case 'create_mask_from_window':
      return { roles: role('x', call.arrays.x, 'x'), options: {} };
    case 'distribute_value':
      return { roles: {}, options: call.options };
    default:
      return undefined;
  }
}

function rolesOf({ layer, names }: Setup): OpenedLayer['roles'] {
  const gradient = 'dZ' in layer ? role('w' in layer ? 'dZ' : 'dA', layer.dZ, names.dZ) : {};
  return {
    ...role('x', layer.x, names.x),
    ...('w' in layer && role('w', layer.w, names.w)),
    ...('b' in layer && role('b', layer.b, names.b)),
    ...gradient,
  };
}

function role(key: string, array: NdArray | undefined, name: string | undefined): Record<string, OpenedArray> {
  return array ? { [key]: openedArray(array, name) } : {};
}

function openedArray({ shape, data }: NdArray, name: string | undefined): OpenedArray {
  return { shape, values: Array.from(data), ...(name !== undefined && { name }) };
}

function arraysOf({ arrays, values }: ParseResult): OpenedArray[] {
  const scalars = Object.entries(values).flatMap(([name, value]): OpenedArray[] =>
    typeof value === 'number' ? [{ name, shape: [], values: [value] }] : [],
  );
  return [...arrays.map(({ name, array }) => openedArray(array, name)), ...scalars];
}

function refusal(
  message: Message,
  range: readonly [number, number] | undefined,
  { piece, source }: Located,
  { text }: OpenRequest,
): Refused {
  const own = piece && range && source.kind === 'text' ? rangeInDocument(range, piece, text.length) : undefined;
  const readable = readableArrays(source);
  return {
    kind: 'refused',
    message: formatMessage(message),
    ...(own && { range: own }),
    ...(readable && { arrays: arraysOf({ ...readSource(readable), values: {} }) }),
  };
}

/** Ranges of a decoded piece are offsets in the decoded text. */
function rangeInDocument(
  [start, end]: readonly [number, number],
  { origins }: NonNullable<Located['piece']>,
  length: number,
): readonly [number, number] | undefined {
  if (start < 0) return undefined;
  if (!origins) return [start, Math.min(end, length)];
  const last = origins.length - 1;
  return [origins[Math.min(start, last)]!, origins[Math.min(end, last)]!];
}
