// @ts-check
// The borders of the modules and the order inside them; `npm run lint` holds both.

/** Packages that core may bundle. */
const corePackages = '^node_modules/(@lezer/|d3-scale-chromatic|d3-color|d3-interpolate|fflate|valibot|fast-png)';

/** Where bundles, scripts and readers of the core enter the product. */
const entryPoints = [
  '^extension/main[.]ts$',
  '^webview/((gallery|player)/)?main[.]ts$',
  // The command line's bundles (scripts/cli).
  '^extension/session/api/(checkFile|renderScene)[.]ts$',
  '^webview/export/recorderFor[.]ts$',
  // The core as a library, and the interpreter's and the host's functions in one call; tests and the corpus use them.
  '^core/index[.]ts$',
  '^core/read/python/(runCode|convertValues)[.]ts$',
  '^extension/session/openText[.]ts$',
];

/** The folders of the Python interpreter, from the lowest: each imports itself and those before it. */
const pythonFloors = [
  'syntax/text',
  'syntax/tree',
  'syntax/reader',
  'syntax',
  'runtime',
  'array',
  'autograd',
  'value',
  'library/call',
  'library/ufunc',
  'library/creation',
  'library/manipulation',
  'library/sorting',
  'library/mathematics',
  'library/indexing',
  'library/linearAlgebra',
  'library/random',
  'library/torch',
  'library/tensorflow',
  'library/jax',
  'library',
  'layers',
  'layers/torch',
  'layers/images',
  'layers/keras',
  'layers/jax',
  'layers/onnx',
  'layers/courses',
  'layers/others',
  'layers/recognize',
  'modules',
  'run/machine',
  'run/objects',
  'run/text',
  'run/operations/gradient',
  'run/operations',
  'run/methods',
  'run/builtins',
  'run/libraries/standard',
  'run/libraries/numpy',
  'run/libraries',
  'run/interpreter',
  'run/compile/target',
  'run/compile/flow',
  'run/compile/expression',
  'run/compile',
  'run/lenient',
  'trace',
].map((folder) => ({ folder, path: `^core/read/python/${folder}/[^/]+$` }));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-file-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-folder-cycles',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-imports-core-only',
      severity: 'error',
      // Generators of tables are scripts.
      from: { path: '^core/', pathNot: '\\.mjs$' },
      to: { pathNot: ['^core/', corePackages] },
    },
    ...pythonFloors.map(({ folder, path }, index) => ({
      name: `python/${folder}-imports-lower-folders`,
      severity: /** @type {const} */ ('error'),
      from: { path },
      to: { path: '^core/read/python/', pathNot: pythonFloors.slice(0, index + 1).map((lower) => lower.path) },
    })),
    {
      name: 'python-folders-are-listed',
      severity: 'error',
      from: { path: '^core/read/python/.+/', pathNot: pythonFloors.map(({ path }) => path) },
      to: {},
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
    {
      name: 'no-unused-files',
      severity: 'error',
      from: { path: entryPoints },
      to: { path: '^(core|extension|webview)/.+[.]ts$', pathNot: entryPoints, reachable: false },
    },
    { name: 'no-unresolved-imports', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The bare name 'esbuild' would be taken for the script of that name.
    exclude: { path: '\\.d\\.ts$|^esbuild\\.mjs$|core/layer/wasm/assembly' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.d.ts', '.mjs', '.js'],
      conditionNames: ['import', 'require', 'browser', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
