/** What the panel draws around the step of a layer. */
import { msg, type Message } from '../../../core/message';
import type { Field, LayerState, OutdatedVerdict, ShownListing } from '../../../core/panel/protocol';
import { codeTokens } from '../../../core/read/python/syntax/text/codeTokens';
import type { CodeListing } from '../../../core/step/Stepper';
import { tourOf } from '../../../core/step/tour';
import { withProblems, type FieldProblems } from '../fieldProblems';
import type { LayerMeaning } from '../open/meaning';
import { positionOf, type LayerPicture } from './LayerPicture';
import { viewFields } from './viewFields';
import { yoursFields } from './Yours';
import { yoursSentence, yoursState } from './yoursState';

/** Maximum number of errors that are listed. */
const mostErrors = 3;

export function layerState(
  picture: LayerPicture,
  source: Message,
  problems: FieldProblems,
  { outdatedVerdict: outdated }: { readonly outdatedVerdict?: OutdatedVerdict } = {},
): LayerState {
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
      ...setup.assumptions.map((each) => (each.field ? { ...each, field: marked(each.field) } : each)),
      ...(printed ? [{ message: printed }] : []),
      ...problemsOf(meaning).map((message) => ({ message })),
    ],
    listings: stepper.listings.map(shownListing),
    timeline: stepper.timeline(view.granularity),
    t,
    position,
    tour: yours ? [] : tourOf(stepper, view.granularity, setup.names),
    ...(yours && { yours: { ...yoursState(yours), ...(outdated && { outdated }) } }),
  };
}

/** A picture's listings are sent with each of its states. */
const shownListings = new WeakMap<CodeListing, ShownListing>();

function shownListing(listing: CodeListing): ShownListing {
  const known = shownListings.get(listing);
  if (known) return known;
  const shown = { ...listing, tokens: listing.language === 'python' ? codeTokens(listing.text) : [] };
  shownListings.set(listing, shown);
  return shown;
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
