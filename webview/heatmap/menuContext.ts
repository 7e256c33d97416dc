/** What VS Code passes to the commands of a map's context menu. `cells`: those that are selected. */
export function menuContext(id: string, cells?: object): string {
  const context = { webviewSection: 'map', layerLensMap: id, preventDefaultContextMenuItems: true };
  return JSON.stringify(cells ? { ...context, layerLensCells: cells } : context);
}
