/** ReLU in R: `pmax` with 0, also in a function of the text's own. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const matrix = 'z <- matrix(c(1, -2, 3, -4, 5, -6), nrow = 2)\n';

it.each([
  ['pmax', 'y <- pmax(z, 0)\n'],
  ['the number first', 'y <- pmax(0, z)\n'],
  ['an own function', 'act <- function(v) pmax(v, 0)\ny <- act(z)\n'],
])('%s opens', (_, code) => {
  const { operation, roles } = layer({ text: matrix + code, languageId: 'r' });
  expect(operation).toBe('relu_forward');
  expect(roles['x']).toMatchObject({ shape: [1, 2, 3, 1], values: [1, 3, 5, -2, -4, -6] });
});

it('in R Markdown, at the cursor', () => {
  const text = `Negative numbers become zero.\n\n\`\`\`{r}\n${matrix}cut <- function(v) pmax(v, 0)\ny <- cut(z)\ny\n\`\`\`\n`;
  const opened = layer({ text, languageId: 'rmd', cursor: text.indexOf('y <- cut') });
  expect(opened.operation).toBe('relu_forward');
  expect(opened.evidence.join()).toContain('pmax');
});

it.each(['y <- pmax(z, 0.1 * z)\n', 'y <- pmin(pmax(z, 0), 4)\n', 'y <- pmax(z, 1)\n'])(
  '%s is another function',
  (code) => {
    const opened = openText({ text: matrix + code, languageId: 'r' });
    expect(opened.kind === 'layer' ? opened.operation : opened.kind).not.toBe('relu_forward');
  },
);
