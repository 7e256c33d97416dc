/** The picture of a source: the layer or the array that it means. */
import { LensError, msg, type Message } from '../../../core/message';
import type { Choices } from '../../../core/setup/Setup';
import type { Tools } from '../../../core/setup/Tools';
import { interpret } from '../open/interpret';
import { wishOf } from '../open/purpose';
import { openInspect } from '../picture/InspectPicture';
import type { Place } from '../picture/LayerPicture';
import { openForgiving } from '../picture/openForgiving';
import { openYours } from '../picture/openYours';
import type { LensSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import type { Picture } from './SessionState';

export interface BuildRequest {
  readonly source: LensSource;
  readonly purpose: Purpose;
  readonly choices: Choices;
  /** View and step to be kept as far as the new picture has them. */
  readonly place?: Place;
}

export interface Built {
  readonly picture: Picture;
  /** Values that were replaced by defaults, by field. */
  readonly errors?: ReadonlyMap<string, Message>;
  /** Why another picture is shown than the one that was asked for. */
  readonly notice?: LensError;
}

/** Throws a LensError where nothing can be made of the source, OutputNeeded where its output has to be computed first. */
export function buildPicture({ source, purpose, choices, place }: BuildRequest, tools: Tools): Built {
  if (source.kind === 'check') return { picture: openYours(source) };
  const meaning = interpret(source, purpose, choices);
  switch (meaning.kind) {
    case 'refused':
      throw meaning.error;
    case 'array': {
      const picture = openInspect(meaning.parsed, choices);
      return purpose === 'inspect' ? { picture } : { picture, notice: resultsOnly() };
    }
    case 'layer':
      return openForgiving({ meaning, wish: wishOf(purpose), choices }, place, tools);
  }
}

function resultsOnly(): LensError {
  return new LensError(msg('these are results: a layer needs its inputs as well'));
}
