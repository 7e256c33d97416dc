/** Requests to open a text, and what they must give. */
import { expect } from 'vitest';
import { openText, type OpenedLayer, type OpenRequest } from '../../../extension/session/openText';

export const seeded = 'np.random.seed(1)\nA_prev = np.random.randn(2, 4, 4, 3)\n';

export const forward = 'hparameters = {"stride": 1, "f": 3}\nA, cache = pool_forward(A_prev, hparameters)\n';

export function layer(request: OpenRequest): OpenedLayer {
  const opened = openText(request);
  if (opened.kind !== 'layer') throw new Error(JSON.stringify(opened));
  return opened;
}

export function python(text: string, rest: Partial<OpenRequest> = {}): OpenRequest {
  return { text, languageId: 'python', ...rest };
}

/** The request without its kind of result: `refused` with the text at the range. */
export function refusal(request: OpenRequest): [message: string, at: string | undefined] {
  const opened = openText(request);
  if (opened.kind !== 'refused') throw new Error(JSON.stringify({ ...opened, roles: undefined }));
  return [opened.message, opened.range && request.text.slice(...opened.range)];
}

/** A plain text, the layer that it means, and the numbers of its arrays. */
export type TextOfLayer = readonly [
  title: string,
  text: string,
  operation: string,
  options: Readonly<Record<string, unknown>>,
  arrays: Readonly<Record<string, readonly number[]>>,
  /** Text at which the cursor is. */
  at?: string,
];

export function expectLayer([, text, operation, options, arrays, at]: TextOfLayer): void {
  const cursor = at === undefined ? {} : { cursor: text.indexOf(at) };
  const opened = layer({ text, languageId: 'plaintext', ...cursor });
  expect(opened).toMatchObject({ operation, options });
  const roles = Object.keys(arrays).map((role) => [role, Array.from(opened.roles[role]?.values ?? [], Number)]);
  expect(Object.fromEntries(roles)).toEqual(arrays);
}
