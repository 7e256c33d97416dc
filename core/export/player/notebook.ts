/** A Jupyter notebook (nbformat 4.5) with one cell that shows a page: with its outputs, and as code that makes it again. */
import { strToU8, zlibSync } from 'fflate';
import { encodeBase64 } from '../base64';

/** CSS pixels. */
const height = 720;

/**
 * `page`: a whole HTML document; `picture`: SVG of its first step, for viewers that run no scripts. The cell needs nothing but IPython.
 */
export function notebookOf(page: string, title: string, picture: string): string {
  const packed = encodeBase64(zlibSync(strToU8(page), { level: 9 }));
  const source = [
    `# ${title.replace(/\s+/g, ' ')}`,
    'import base64, html, zlib',
    'from IPython.display import HTML',
    '',
    // One line, so that the output is on the screen below the code.
    `page = zlib.decompress(base64.b64decode("${packed}")).decode()`,
    `HTML(f'<iframe srcdoc="{html.escape(page)}" width="100%" height="${height}" style="border: 0"></iframe>')`,
  ];
  const frame = `<iframe srcdoc="${escaped(page)}" width="100%" height="${height}" style="border: 0"></iframe>`;
  const cell = {
    cell_type: 'code',
    execution_count: null,
    id: 'layer-lens-steps',
    // JupyterLab folds the code.
    metadata: { jupyter: { source_hidden: true } },
    outputs: [output({ 'image/svg+xml': [picture] }, title), output({ 'text/html': [frame] }, title)],
    source: source.map((line, index) => (index + 1 < source.length ? `${line}\n` : line)),
  };
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

function output(data: Readonly<Record<string, readonly string[]>>, title: string): object {
  return { output_type: 'display_data', metadata: {}, data: { ...data, 'text/plain': [title] } };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
