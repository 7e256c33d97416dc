import { expect, test } from 'vitest';
import { hasUnsavedChanges } from '../../../extension/session/document/hasUnsavedChanges';

const documents = [
  { uri: 'file:///a.layerlens.json', isDirty: true },
  { uri: 'file:///b.layerlens.json', isDirty: false },
];

test('a file has unsaved changes when an open document of it is dirty', () => {
  expect(hasUnsavedChanges(documents, 'file:///a.layerlens.json')).toBe(true);
  expect(hasUnsavedChanges(documents, 'file:///b.layerlens.json')).toBe(false);
  expect(hasUnsavedChanges(documents, 'file:///c.layerlens.json')).toBe(false);
});
