/** What a release is checked for, and its bill of materials. */
import { describe, expect, test } from 'vitest';
import { notesOf, releaseProblems } from '../../scripts/lib/releaseChecks.mjs';
import { bomOfBundles } from '../../scripts/lib/sbom.mjs';

const changelog = '# Changelog\n\n## 1.2.0\n\n- New.\n\n## 1.1.0\n\n- Old.\n';
const ready = { version: '1.2.0', lockVersion: '1.2.0', changelog, tags: ['v1.1.0', ''], changes: '' };

describe('releaseProblems', () => {
  test('none where version, lock file, changelog, tags and repository agree', () => {
    expect(releaseProblems(ready)).toEqual([]);
    expect(notesOf(changelog, '1.2.0')).toBe('- New.');
  });

  test.each([
    [{ version: '1.2.0-beta', lockVersion: '1.2.0-beta', changelog: '## 1.2.0-beta\n\n- New.\n' }, 'major.minor.patch'],
    [{ lockVersion: '1.1.0' }, 'package-lock.json has version 1.1.0, package.json 1.2.0'],
    [{ changelog: changelog.replace('## 1.2.0', '## 1.3.0') }, 'CHANGELOG.md is for version 1.3.0'],
    [{ changelog: '# Changelog\n' }, 'CHANGELOG.md is for version none'],
    [{ changelog: changelog.replace('- New.', '') }, 'has no entries for version 1.2.0'],
    [{ tags: ['v1.2.0'] }, 'the tag v1.2.0 exists already'],
    [{ changes: ' M README.md\n' }, 'files are not committed:\n M README.md'],
  ])('%j', (change, problem) => {
    const problems = releaseProblems({ ...ready, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

describe('bomOfBundles', () => {
  const component = (name: string) => ({ 'bom-ref': `${name}@1.0.0`, name });
  const bom = {
    metadata: { component: { 'bom-ref': 'layer-lens@1.2.0', name: 'some-folder' } },
    components: [component('chart.js'), component('@kurkle/color'), component('vitest')],
    dependencies: [
      { ref: 'layer-lens@1.2.0', dependsOn: ['chart.js@1.0.0', 'vitest@1.0.0'] },
      { ref: 'chart.js@1.0.0', dependsOn: ['@kurkle/color@1.0.0'] },
      { ref: 'vitest@1.0.0', dependsOn: ['chart.js@1.0.0'] },
    ],
  };

  test('only bundled packages and what depends on them', () => {
    const { metadata, components, dependencies } = bomOfBundles(bom, ['chart.js', '@kurkle/color']);
    expect(metadata.component.name).toBe('layer-lens');
    expect(components.map(({ name }) => name)).toEqual(['chart.js', '@kurkle/color']);
    expect(dependencies).toEqual([
      { ref: 'layer-lens@1.2.0', dependsOn: ['chart.js@1.0.0', '@kurkle/color@1.0.0'] },
      { ref: 'chart.js@1.0.0', dependsOn: ['@kurkle/color@1.0.0'] },
    ]);
  });

  test('a bundled package that npm does not list is an error', () => {
    expect(() => bomOfBundles(bom, ['chart.js', 'valibot'])).toThrow("not in npm's bill of materials: valibot");
  });
});
