/** A Jupyter notebook (nbformat 4.5) with one cell that shows a page: with its output, and as code that makes it again. */
import { strToU8, zlibSync } from 'fflate';
import { encodeBase64 } from '../base64';

/** CSS pixels. */
const height = 720;

/** `page`: a whole HTML document. The cell needs nothing but IPython. */
export function notebookOf(page: string, title: string): string {
  const packed = encodeBase64(zlibSync(strToU8(page), { level: 9 }));
  const lines = packed.match(/.{1,100}/g) ?? [];
  const source = [
    `# ${title.replace(/\s+/g, ' ')}`,
    'import base64, html, zlib',
    'from IPython.display import HTML',
    '',
    'page = zlib.decompress(base64.b64decode("""',
    ...lines,
    '""")).decode()',
    `HTML(f'<iframe srcdoc="{html.escape(page)}" width="100%" height="${height}" style="border: 0"></iframe>')`,
  ];
  const frame = `<iframe srcdoc="${escaped(page)}" width="100%" height="${height}" style="border: 0"></iframe>`;
  const cell = {
    cell_type: 'code',
    execution_count: null,
    id: 'layer-lens-steps',
    metadata: {},
    outputs: [{ output_type: 'display_data', metadata: {}, data: { 'text/html': [frame], 'text/plain': [title] } }],
    source: source.map((line, index) => (index + 1 < source.length ? `${line}\n` : line)),
  };
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
