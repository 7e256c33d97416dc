// @ts-check
// The borders of the modules and the order inside them; `npm run lint` holds both.

/** Packages that core may bundle. */
const corePackages = '^node_modules/(@lezer/|d3-scale-chromatic|d3-color|d3-interpolate|fflate|valibot|fast-png)';

/** Folders whose cycles are still to be removed. */
const openCycles = ['^core/read/python'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-file-cycles', severity: 'error', from: { pathNot: openCycles }, to: { circular: true } },
    {
      name: 'no-folder-cycles',
      severity: 'error',
      scope: 'folder',
      from: { pathNot: openCycles },
      to: { circular: true },
    },
    {
      name: 'core-imports-core-only',
      severity: 'error',
      from: { path: '^core/' },
      to: { pathNot: ['^core/', corePackages] },
    },
    {
      name: 'session-imports-core-only',
      severity: 'error',
      from: { path: '^extension/session/' },
      to: { pathNot: ['^core/', '^extension/session/', '^node_modules/(valibot|fast-png)'] },
    },
    {
      name: 'extension-imports-no-panel',
      severity: 'error',
      from: { path: '^extension/' },
      to: { path: '^(webview|test|scripts)/' },
    },
    {
      name: 'webview-imports-core-only',
      severity: 'error',
      from: { path: '^webview/' },
      to: { path: '^(extension|test|scripts)/|^vscode$' },
    },
    {
      name: 'only-toolkit.ts-imports-the-toolkit',
      severity: 'error',
      from: { pathNot: '^webview/ui/toolkit' },
      to: { path: 'webview-ui-toolkit' },
    },
    { name: 'no-unresolved-imports', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$|\\.mjs$|core/layer/wasm/assembly' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      conditionNames: ['import', 'require', 'browser', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
