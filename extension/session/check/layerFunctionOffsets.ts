/** Offsets of the functions of a Python text whose names are those of layers in the course and in CS231n. */

const definition =
  /^[ \t]*(?=def[ \t]+(?:(?:\w+_)?(?:conv|pool)(?:\dd)?(?:_\w*)?|zero_pad|create_mask_from_window|distribute_value)[ \t]*\()/gm;

export function layerFunctionOffsets(text: string): number[] {
  return [...text.matchAll(definition)].map(({ index, 0: indent }) => index + indent.length);
}
