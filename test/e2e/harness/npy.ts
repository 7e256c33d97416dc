/** Files as NumPy writes them, for tests. */

/** float64, C order, version 1.0. */
export function npyFile(shape: readonly number[], values: readonly number[]): Uint8Array {
  const extents = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${extents}), }`;
  const header = text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11) + '\n';
  const mark = [0x93, ...Buffer.from('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8];
  const data = Buffer.from(Float64Array.from(values).buffer);
  return Uint8Array.from([...mark, ...Buffer.from(header), ...data]);
}
