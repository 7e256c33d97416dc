/** A layer as a panel shows it: what was selected, what was chosen, the step and the view. Immutable: changes make new ones. */
import { createStepper } from '../../../core/step/createStepper';
import type { Message } from '../../../core/message';
import type { ParseResult } from '../../../core/read/ParseResult';
import type { LoopPosition } from '../../../core/step/Frame';
import type { Granularity, Stepper, View } from '../../../core/step/Stepper';
import type { Choices, Setup, RequestedKind } from '../../../core/setup/Setup';
import { withLargeOutput } from './LayerOutput';
import type { Tools } from '../../../core/setup/Tools';
import { withMarkedChanges } from '../../../core/setup/markChanges';
import { withChoices } from '../open/interpret';
import type { LayerMeaning } from '../open/meaning';
import { setUpMeaning } from '../open/setUpMeaning';
import { moveYours, stepperOf, type Yours } from './Yours';

export interface LayerPicture {
  readonly kind: 'layer';
  readonly meaning: LayerMeaning;
  readonly parsed: ParseResult;
  readonly requested: RequestedKind;
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

/** Which questions of a quiz are closed. Immutable. */
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
  readonly requested: RequestedKind;
  readonly choices: Choices;
}

/** Position of the timeline, to be kept as far as the new layer has such a place. */
export interface TimelinePlace {
  readonly view: View;
  readonly t: number;
  /** Kept instead of `t` where the loop may have changed. */
  readonly position?: LoopPosition;
}

/** Throws a LensError when nothing can be computed. */
export function openLayer(
  { meaning: before, requested, choices }: LayerRequest,
  place: TimelinePlace | undefined,
  tools: Tools,
): LayerPicture {
  const meaning = withChoices(before, requested, choices);
  const { parsed } = meaning;
  const setup = setUpMeaning(meaning, requested, choices, tools);
  const stepper = withMarkedChanges(
    createStepper(withLargeOutput(setup.layer, tools), setup.names),
    setup,
    parsed.arrays,
  );
  return { kind: 'layer', meaning, parsed, requested, choices, setup, stepper, ...placeIn(stepper, place) };
}

/** The step that the panel shows, without its drawing. */
export function positionOf({ stepper, t, view }: LayerPicture): LoopPosition {
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
export function timelinePlace(picture: LayerPicture): TimelinePlace {
  return { view: picture.view, t: picture.t, position: positionOf(picture) };
}

function placeIn(stepper: Stepper, place: TimelinePlace | undefined): { t: number; view: View } {
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
