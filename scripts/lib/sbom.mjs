// @ts-check
// The software bill of materials of a release: npm's CycloneDX document, limited to the packages that the bundles contain.

/**
 * @typedef {{ readonly 'bom-ref': string, readonly name: string, readonly version?: string, readonly purl?: string }} Component
 * @typedef {object} Bom
 * @property {{ readonly component: Component }} metadata
 * @property {readonly Component[]} components
 * @property {readonly { readonly ref: string, readonly dependsOn?: readonly string[] }[]} dependencies
 */

/**
 * Throws an error when a bundled package is not in the document.
 * @param {Bom} bom What `npm sbom --sbom-format cyclonedx` prints. @param {readonly string[]} names @returns {Bom}
 */
export function bomOfBundles(bom, names) {
  const components = bom.components.filter(({ name }) => names.includes(name));
  const missing = names.filter((name) => !components.some((component) => component.name === name));
  if (missing.length > 0) throw new Error(`not in npm's bill of materials: ${missing.join(', ')}`);
  const { component } = bom.metadata;
  const refs = new Set(components.map((each) => each['bom-ref']));
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  return {
    ...bom,
    // npm names the project after its folder.
    metadata: { ...bom.metadata, component: { ...component, name: component['bom-ref'].replace(/@[^@]*$/, '') } },
    components,
    dependencies: [{ ref: component['bom-ref'], dependsOn: [...refs] }, ...dependencies],
  };
}
