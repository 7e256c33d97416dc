/** The picture of a source: the layer or the array that it means. */
import { LensError, msg, type Message } from '../../../core/message';
import type { ParseResult } from '../../../core/read/ParseResult';
import { roleOfName } from '../../../core/setup/roles/roles';
import type { Choices } from '../../../core/setup/Setup';
import { interpret } from '../open/interpret';
import { requestedKind } from '../open/purpose';
import { openInspect } from '../picture/InspectPicture';
import type { ResultTools } from '../picture/LayerOutput';
import type { LayerPicture, TimelinePlace } from '../picture/LayerPicture';
import { openWithFallbacks } from '../picture/openWithFallbacks';
import { openYours } from '../picture/openYours';
import { assignedNames } from '../picture/assignedNames';
import { printedResults } from '../picture/printedResults';
import { withResult } from '../picture/withResult';
import type { ShownScene } from '../scene/answers';
import { withNotes } from '../scene/withNotes';
import type { LensSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import type { Picture } from './SessionState';

export interface BuildRequest {
  readonly source: LensSource;
  readonly purpose: Purpose;
  readonly choices: Choices;
  /** View and step to be kept as far as the new picture has them. */
  readonly place?: TimelinePlace;
  /** The user's results that the layer is compared with. */
  readonly result?: LensSource;
  /** The layer before; its comparison is kept. */
  readonly before?: LayerPicture;
  /** The scene whose notes the layer shows. */
  readonly scene?: ShownScene;
}

export interface Built {
  readonly picture: Picture;
  /** Values that were replaced by defaults, by field. */
  readonly errors?: ReadonlyMap<string, Message>;
  /** Why another picture is shown than the one that was asked for. */
  readonly notice?: LensError;
}

/** Throws a LensError where the source has no picture, OutputNeeded where its output has to be computed first. */
export function buildPicture(request: BuildRequest, tools: ResultTools): Built {
  const { source, purpose, choices, place } = request;
  if (source.kind === 'check') return { picture: openYours(source, place) };
  const meaning = interpret(source, purpose, choices);
  switch (meaning.kind) {
    case 'refused':
      throw meaning.error;
    case 'array': {
      const picture = openInspect(meaning.parsed, choices);
      return purpose === 'inspect' ? { picture } : { picture, notice: withoutLayer(meaning.parsed) };
    }
    case 'layer': {
      const { picture, errors } = openWithFallbacks(
        { meaning, requested: requestedKind(purpose), choices },
        place,
        tools,
      );
      return { picture: completePicture(picture, request, tools), errors };
    }
  }
}

/** A new picture of a layer, compared with the same results as the one before, else with what the text prints, and with notes. */
export function completePicture(
  picture: LayerPicture,
  { source, result, before, scene }: Pick<BuildRequest, 'source' | 'result' | 'before' | 'scene'>,
  tools: ResultTools,
): LayerPicture {
  const opened = { ...picture, assigned: assignedNames(picture, source) };
  if (result) return withNotes(withResult(opened, result, tools, before ?? 'step'), scene);
  const printed = printedResults(opened, source, tools);
  return withNotes(printed ? { ...opened, printed } : opened, scene);
}

/** Why arrays are shown without a layer. */
function withoutLayer({ arrays }: ParseResult): LensError {
  const areNoResults = arrays.every(({ name }) => name !== undefined && roleOfName(name) !== 'result');
  return new LensError(
    areNoResults
      ? msg('the text names no layer of these arrays: Step Through Convolution or Step Through Pooling opens one')
      : msg('these are results: a layer needs its inputs as well'),
  );
}
