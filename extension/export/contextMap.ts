/** The map whose menu was used, as the panel states it in `data-vscode-context`. */
export function contextMap(context: unknown): string | undefined {
  if (typeof context !== 'object' || context === null || !('layerLensMap' in context)) return undefined;
  return typeof context.layerLensMap === 'string' ? context.layerLensMap : undefined;
}
