/** What VS Code passes to the commands of a map's context menu. `cells`: those that are selected. */
export function menuContext(id: string, cells?: object): string {
  const context = { webviewSection: 'map', layerLensMap: id, preventDefaultContextMenuItems: true };
  return JSON.stringify(cells ? { ...context, layerLensCells: cells } : context);
}

/** As `menuContext`, of a page that shows a layer; VS Code joins it with those of the elements inside. */
export function pageContext(): string {
  return JSON.stringify({ layerLensLayer: true });
}
