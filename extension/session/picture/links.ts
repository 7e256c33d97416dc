/** Cell ↔ number in the text: both directions, through the layer's roles. */
import type { ArrayRole } from '../../../core/step/Frame';
import type { ParsedArray, TextRange } from '../../../core/read/ParseResult';
import type { Origin } from '../../../core/setup/Setup';
import { inspectedIndex, type InspectPicture } from './InspectPicture';
import type { LayerPicture } from './LayerPicture';

/** Element `index` (flat, in the course's layout) of the array that plays a role. */
export interface ArrayElement {
  readonly role: ArrayRole;
  readonly index: number;
}

type Picture = LayerPicture | InspectPicture;

/** Range of the element's number in the document, if it has one. */
export function rangeOf(picture: Picture, { role, index }: ArrayElement): TextRange | undefined {
  const origin = originsOf(picture)[role];
  const ranges = origin && picture.parsed.arrays[origin.array]?.ranges;
  if (!ranges) return undefined;
  const element = origin.sourceIndex ? origin.sourceIndex[index] : index;
  if (element === undefined || 2 * element + 1 >= ranges.length) return undefined;
  return [ranges[2 * element]!, ranges[2 * element + 1]!];
}

/** The element whose number is at an offset, its end included. */
export function elementAt(picture: Picture, offset: number): ArrayElement | undefined {
  for (const [role, origin] of Object.entries(originsOf(picture)) as [ArrayRole, Origin][]) {
    const array = picture.parsed.arrays[origin.array];
    const element = array && numberAt(array, offset);
    if (element === undefined) continue;
    const index = origin.sourceIndex ? origin.sourceIndex.indexOf(element) : element;
    if (index >= 0) return { role, index };
  }
  return undefined;
}

function originsOf(picture: Picture): Partial<Readonly<Record<ArrayRole, Origin>>> {
  return picture.kind === 'layer' ? picture.setup.origins : { array: { array: inspectedIndex(picture) } };
}

/** Not a binary search: in column-major notations the numbers of an array are in another order. */
function numberAt({ ranges, range }: ParsedArray, offset: number): number | undefined {
  if (!ranges || offset < range[0] || offset > range[1]) return undefined;
  for (let k = 0; k + 1 < ranges.length; k += 2) {
    if (ranges[k]! <= offset && offset <= ranges[k + 1]!) return k / 2;
  }
  return undefined;
}
