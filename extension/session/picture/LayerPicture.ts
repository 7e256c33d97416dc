/** A layer opened for looking at: what was selected, what was chosen, the step and the view. A value; changes make new ones. */
import { createStepper } from '../../../core/step/createStepper';
import type { Message } from '../../../core/message';
import { msg } from '../../../core/message';
import type { Field, LayerState } from '../../../core/panel/protocol';
import type { ParseResult } from '../../../core/read/ParseResult';
import type { LoopPosition } from '../../../core/step/Frame';
import type { Granularity, Stepper, View } from '../../../core/step/Stepper';
import type { Choices, Setup, Wish } from '../../../core/setup/Setup';
import { withLargeOutput } from './LayerOutput';
import type { Tools } from '../../../core/setup/Tools';
import { withMarkedChanges } from '../../../core/setup/markChanges';
import { withChoices, type LayerMeaning } from '../open/interpret';
import { setUpMeaning } from '../open/setUpMeaning';
import { moveYours, stepperOf, yoursFields, type Yours } from './Yours';
import { yoursSentence, yoursState } from './yoursState';
import { withProblems, type FieldProblems } from '../fieldProblems';

export interface LayerPicture {
  readonly kind: 'layer';
  readonly meaning: LayerMeaning;
  readonly parsed: ParseResult;
  readonly wish: Wish;
  readonly choices: Choices;
  readonly setup: Setup;
  readonly stepper: Stepper;
  readonly view: View;
  readonly t: number;
  /** The user's results that are compared with the layer's. */
  readonly yours?: Yours;
  /** Variables to which the text assigns the call's results. */
  readonly assigned?: readonly string[];
  /** Whether the results that the text prints agree. */
  readonly printed?: Message;
  /** The layer's own steps, where `stepper` covers answers or highlights cells. */
  readonly plain?: Stepper;
  /** While `stepper` covers open answers. */
  readonly quiz?: Quiz;
}

/** Which questions of a quiz are closed. A value. */
export interface Quiz {
  /** A scene's quiz asks at the steps that its notes cover; the user's at every step. */
  readonly by: 'user' | 'scene';
  /** Key of the question of a step; undefined for a step that is not asked. */
  readonly keyOf: (t: number, view: View) => string | undefined;
  readonly closed: ReadonlySet<string>;
  /** Questions that were answered wrongly at least once. */
  readonly missed: ReadonlySet<string>;
  readonly right: number;
}

export interface LayerRequest {
  readonly meaning: LayerMeaning;
  readonly wish: Wish;
  readonly choices: Choices;
}

/** Where the timeline stood, to be kept as far as the new layer has such a place. */
export interface Place {
  readonly view: View;
  readonly t: number;
  /** Kept instead of `t` where the loop may have changed. */
  readonly position?: LoopPosition;
}

/** Throws a LensError when nothing can be computed. */
export function openLayer(
  { meaning: before, wish, choices }: LayerRequest,
  place: Place | undefined,
  tools: Tools,
): LayerPicture {
  const meaning = withChoices(before, wish, choices);
  const { parsed } = meaning;
  const setup = setUpMeaning(meaning, wish, choices, tools);
  const stepper = withMarkedChanges(
    createStepper(withLargeOutput(setup.layer, tools), setup.names),
    setup,
    parsed.arrays,
  );
  return { kind: 'layer', meaning, parsed, wish, choices, setup, stepper, ...placeIn(stepper, place) };
}

/** Maximum number of buttons of a strip. */
const mostStrip = 12;

/** Maximum number of errors that are listed. */
const mostErrors = 3;

/** The step that the panel shows, without its drawing. */
function positionOf({ stepper, t, view }: LayerPicture): LoopPosition {
  return stepper.frame(t, view).position;
}

/** Whether a number field moves the view instead of changing the layer. */
export function isViewField(id: string): boolean {
  return id === 'example' || id === 'filter' || id === 'channel';
}

/** Fields that move the view instead of changing the layer; undefined for other fields. */
export function moveView(picture: LayerPicture, id: string, value: string): LayerPicture | undefined {
  const yours = picture.yours && moveYours(picture.yours, id, value);
  if (yours) return { ...picture, yours, stepper: stepperOf(yours) };
  const { stepper, view, t } = picture;
  const index = Number(value);
  const within = (extent: number) => Math.min(Math.max(0, Math.trunc(index) || 0), extent - 1);
  switch (id) {
    case 'granularity': {
      const to = stepper.timeline(view.granularity).granularities.find((each) => each === value);
      if (!to) return picture;
      return { ...picture, t: stepper.convert(t, view, to), view: { ...view, granularity: to } };
    }
    case 'example': {
      const position = { ...positionOf(picture), i: within(stepper.loop.i) };
      return { ...picture, t: stepper.stepAt(position, view.granularity) };
    }
    case 'filter': {
      const c = within(stepper.loop.c);
      const position = { ...positionOf(picture), c };
      return { ...picture, view: { ...view, filter: c }, t: stepper.stepAt(position, view.granularity) };
    }
    case 'channel':
      return { ...picture, view: { ...view, channel: within(stepper.channels) } };
    case 'picture':
      return { ...picture, view: { ...view, picture: value === 'true' } };
    case 'matrix':
      return { ...picture, view: { ...view, matrix: value === 'true' } };
    default:
      return undefined;
  }
}

/** What to keep of a picture when another takes its place. */
export function placeOf(picture: LayerPicture): Place {
  return { view: picture.view, t: picture.t, position: positionOf(picture) };
}

/** What the panel draws around the step. */
export function layerState(picture: LayerPicture, source: Message, problems: FieldProblems): LayerState {
  const { meaning, setup, stepper, view, t, yours, printed } = picture;
  const position = positionOf(picture);
  const sentence = yours && yoursSentence(yours);
  const marked = (field: Field): Field => withProblems(field, problems);
  return {
    kind: 'layer',
    source,
    sentence: sentence ?? stepper.sentence,
    size: sentence ? [] : stepper.size,
    fields: [...(yours ? yoursFields(yours) : []), ...setup.fields, ...viewFields(picture, position)].map(marked),
    assumptions: [
      ...meaning.assumptions.map((message) => ({ message })),
      ...setup.assumptions.map(({ message, field }) => (field ? { message, field: marked(field) } : { message })),
      ...(printed ? [{ message: printed }] : []),
      ...problemsOf(meaning).map((message) => ({ message })),
    ],
    listings: stepper.listings,
    timeline: stepper.timeline(view.granularity),
    t,
    position,
    ...(yours && { yours: yoursState(yours) }),
  };
}

/** Errors that concern the layer's arrays; of the others only their number. */
function problemsOf({ problems, otherProblems }: LayerMeaning): Message[] {
  const others = otherProblems + Math.max(0, problems.length - mostErrors);
  return [
    ...problems.slice(0, mostErrors).map(({ detail }) => detail),
    ...(others === 1 ? [msg('1 other statement was not read; it does not change these arrays')] : []),
    ...(others > 1 ? [msg('{0} other statements were not read; they do not change these arrays', others)] : []),
  ];
}

function placeIn(stepper: Stepper, place: Place | undefined): { t: number; view: View } {
  const granularity = kept(stepper, place?.view.granularity);
  const { count } = stepper.timeline(granularity);
  const view: View = {
    channel: Math.min(place?.view.channel ?? 0, Math.max(0, stepper.channels - 1)),
    filter: Math.min(place?.view.filter ?? 0, Math.max(0, stepper.loop.c - 1)),
    matrix: place?.view.matrix ?? false,
    ...(place?.view.picture === undefined ? {} : { picture: place.view.picture }),
    granularity,
  };
  if (!place) return { t: 0, view };
  if (!place.position) return { t: Math.min(place.t, count - 1), view };
  const { i, h, w, c } = place.position;
  const { loop } = stepper;
  const position: LoopPosition = {
    i: Math.min(i, loop.i - 1),
    h: Math.min(h, loop.h - 1),
    w: Math.min(w, loop.w - 1),
    c: Math.min(c, loop.c - 1),
  };
  return { t: stepper.stepAt(position, granularity), view };
}

function kept(stepper: Stepper, wanted: Granularity = 'window'): Granularity {
  const { granularities } = stepper.timeline('window');
  return granularities.includes(wanted)
    ? wanted
    : (granularities.find((each) => each === 'window') ?? granularities[0]!);
}

function viewFields({ stepper, view, setup }: LayerPicture, position: LoopPosition): Field[] {
  const { loop, channels } = stepper;
  const pooling = setup.layer.kind !== 'conv';
  const { granularities } = stepper.timeline(view.granularity);
  const granularity: Field = {
    id: 'granularity',
    label: msg('step'),
    kind: 'select',
    value: view.granularity,
    options: granularities.map((value) => ({ value, label: granularityLabel(value, pooling) })),
    help: msg('Step size'),
  };
  return [
    ...counter('example', msg('example i'), position.i, loop.i, msg('example of the batch that the step is in')),
    ...counter(
      'filter',
      pooling ? msg('channel c') : msg('filter c'),
      position.c,
      loop.c,
      pooling ? msg('channel that the step pools') : msg('filter of the step: the output channel that it computes'),
    ),
    ...counter('channel', msg('channel'), view.channel, channels, msg('input channel that the maps show')).map(asStrip),
    ...(granularities.length > 1 ? [granularity] : []),
    ...pictureField(stepper, view),
    ...(stepper.hasMatrix ? [matrixField(view.matrix ?? false)] : []),
  ];
}

function pictureField({ picture }: Stepper, view: View): Field[] {
  if (picture === 'impossible' || view.matrix) return [];
  const help = msg('the input in its colours; off: one channel at a time');
  const shown = view.picture ?? picture === 'usually';
  return [{ id: 'picture', label: msg('RGB'), kind: 'checkbox', value: String(shown), help }];
}

function matrixField(shown: boolean): Field {
  const help = msg('the same step as a product of matrices: each window is one row (im2col)');
  return { id: 'matrix', label: msg('matrix view'), kind: 'checkbox', value: String(shown), help };
}

/** A number field from 0 to extent − 1, where there is something to choose. */
function counter(id: string, label: Message, value: number, extent: number, help: Message): Field[] {
  return extent > 1 ? [{ id, label, kind: 'number', value: String(value), min: 0, max: extent - 1, help }] : [];
}

/** Few values are buttons. */
function asStrip(field: Field): Field {
  return (field.max ?? Infinity) < mostStrip ? { ...field, kind: 'strip' } : field;
}

function granularityLabel(granularity: Granularity, pooling: boolean): Message {
  switch (granularity) {
    case 'product':
      return pooling ? msg('kernel cell') : msg('product');
    case 'channel':
      return msg('channel');
    case 'window':
      return msg('window');
    case 'filter':
      return pooling ? msg('all channels') : msg('all filters');
    case 'row':
      return msg('row of the output');
    case 'example':
      return msg('example');
  }
}
