/** Where a tooltip is shown: below or above its map, else its cell, and never over the cell or over what explains the cell. Pure. */

/** In CSS pixels of the window. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const distance = 5;
const margin = 4;

/**
 * Top left corner; undefined where no place is free. `map`: what the tooltip covers only where nothing else is free. The map's
 * title and its buttons are above it. `results`: numbers that it covers only where nothing else is free.
 */
export function placeTooltip(
  { width, height }: Size,
  window: Size,
  cell: Edges,
  map: Edges = cell,
  explanation?: Edges,
  results: readonly Edges[] = [],
): { readonly left: number; readonly top: number } | undefined {
  const centre = (cell.left + cell.right - width) / 2;
  const lefts = [centre, map.right - width, map.left].map((left) =>
    Math.max(margin, Math.min(window.width - width - margin, left)),
  );
  const tops = [map, cell].flatMap((each) => [each.bottom + distance, each.top - height - distance]);
  const places = tops
    .flatMap((top) => lefts.map((left) => ({ left, top, right: left + width, bottom: top + height })))
    .filter((place) => {
      const isInside = place.top >= margin && place.bottom <= window.height - margin;
      return isInside && !overlap(place, cell) && !(explanation && overlap(place, explanation));
    });
  const place = places.find((each) => !results.some((result) => overlap(each, result))) ?? places[0];
  return place && { left: place.left, top: place.top };
}

function overlap(first: Edges, second: Edges): boolean {
  const isApart = first.right <= second.left || second.right <= first.left;
  return !isApart && first.top < second.bottom && second.top < first.bottom;
}
