/** Methods of the arrays of Rust's ndarray; undefined for others. */
export function ofNdarray(object: string, name: string, [place]: readonly string[]): string | undefined {
  if (name === 'slice') return place?.startsWith('s[') ? `${object}${place.slice(1)}` : undefined;
  if (place !== undefined) return undefined;
  if (name === 'dim' || name === 'shape') return `${object}.shape`;
  if (name === 'nrows' || name === 'ncols') return `${object}.shape[${name === 'nrows' ? 0 : 1}]`;
  if (name === 'sum' || name === 'mean') return `np.${name}(${object})`;
  return /^(?:view|unwrap)$/.test(name) ? object : undefined;
}
