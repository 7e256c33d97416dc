/** Pieces and places of a text. */

/** UTF-16 offsets into the text that was read, end exclusive. */
export type TextRange = readonly [start: number, end: number];

/** Places in a text that begins `by` characters further on; a loop, since `map` calls a function for each of them. */
export function movedPlaces(places: Uint32Array, by: number): Uint32Array {
  if (by === 0) return places;
  const moved = places.slice();
  for (let k = 0; k < moved.length; k++) moved[k] = moved[k]! + by;
  return moved;
}
