/** The buffer of an array, to be transferred or freed. Throws a TypeError where threads share it, which no array of ours is. */
export function bufferOf({ buffer }: ArrayBufferView): ArrayBuffer {
  if (isOwn(buffer)) return buffer;
  throw new TypeError('a shared buffer cannot be transferred');
}

/** Not by `instanceof`: a web worker's buffer may have another class. */
function isOwn(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return buffer[Symbol.toStringTag] === 'ArrayBuffer';
}
