/**
 * Offsets of the functions of a Python text whose names are those of layers in the course and in CS231n, and of its classes with
 * the name of a layer; a base with a point in its name, as `nn.Module`, is a framework's, whose layers are not the text's own.
 */

const definition =
  /^[ \t]*(?=def[ \t]+(?:(?:\w+_)?(?:conv|pool)(?:\dd)?(?:_\w*)?|zero_pad|create_mask_from_window|distribute_value)[ \t]*\(|class[ \t]+\w*(?:Conv(?!ert)|Pool)\w*[ \t]*(?:\([\w, \t]*\))?:)/gm;

export function layerFunctionOffsets(text: string): number[] {
  return [...text.matchAll(definition)].map(({ index, 0: indent }) => index + indent.length);
}
