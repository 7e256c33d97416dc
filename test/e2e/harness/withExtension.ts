import { resolve } from 'node:path';

/** The address of a workbench, for one that also has the test-only extension of a folder of test/e2e, and its virtual folder. */
export function withExtension(address: string, folder: string, virtualFolder?: string): string {
  const url = new URL(address);
  const payload = JSON.parse(url.searchParams.get('payload') ?? '[]') as [string, string][];
  const extension = resolve('test/e2e', folder).replaceAll('\\', '/');
  payload.push(['extensionDevelopmentPath', `vscode-remote://${url.host}${extension}`]);
  url.searchParams.set('payload', JSON.stringify(payload));
  if (virtualFolder !== undefined) url.searchParams.set('folder', virtualFolder);
  return url.href;
}
