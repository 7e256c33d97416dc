/** How many axes or colours a call of matplotlib gives: nothing is drawn, but programs loop over them. */
import type { Arguments, Py } from '../../value/Py';

type Namespace = Extract<Py, { kind: 'namespace' }>;

/** `plt.subplots(rows, columns)`, `cmap(values)`, `axes.ravel()`; undefined where the result is one thing. */
export function gridOf({ path, grid }: Namespace, { positional, named }: Arguments): readonly number[] | undefined {
  if (/\.(?:flat|ravel|flatten|reshape)$/.test(path)) return grid;
  if (/\.subplots$/.test(path)) {
    const extent = (name: string, place: number): number => {
      const given = named.get(name)?.value ?? positional[place]?.value;
      return given?.kind === 'number' ? given.value : 1;
    };
    const extents = [extent('nrows', 0), extent('ncols', 1)];
    const squeeze = named.get('squeeze')?.value;
    const kept = squeeze?.kind === 'number' && squeeze.value === 0 ? extents : extents.filter((each) => each !== 1);
    return kept.length > 0 ? kept : undefined;
  }
  const values = positional[0]?.value;
  return /\.(?:cm\.\w+|(?:get_cmap\(\)|colormaps\[\]))$/.test(path) && values?.kind === 'array'
    ? values.shape
    : undefined;
}

/** An item of the grid along its first axes. */
export function gridItem({ path, grid = [] }: Namespace, axes = 1): Namespace {
  const rest = grid.slice(axes);
  return rest.length > 0 ? { kind: 'namespace', path, grid: rest } : { kind: 'namespace', path };
}

/** `axes.flat` and the methods that flatten; undefined for other members. */
export function flatGrid({ path, grid }: Namespace, name: string): Namespace | undefined {
  if (!grid || !/^(?:flat|ravel|flatten|reshape)$/.test(name)) return undefined;
  return { kind: 'namespace', path: `${path}.${name}`, grid: [grid.reduce((count, extent) => count * extent, 1)] };
}
