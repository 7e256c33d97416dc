/** Texts of Windows' files with line feeds alone, at the same offsets: expressions for a line end at `\n`. */
import type { TextSource } from '../../source/LensSource';
import type { OpenRequest } from '../OpenRequest';

export function withLineFeeds(request: OpenRequest): OpenRequest {
  const { text, before, after } = request;
  if (![text, ...(before ?? []), ...(after ?? [])].some((each) => each.includes('\r\n'))) return request;
  return {
    ...request,
    text: lineFeeds(text),
    ...(before && { before: before.map(lineFeeds) }),
    ...(after && { after: after.map(lineFeeds) }),
  };
}

export function sourceWithLineFeeds(source: TextSource): TextSource {
  const { segments, surroundings } = source;
  if (![...segments, ...(surroundings ?? [])].some(({ text }) => text.includes('\r\n'))) return source;
  return {
    ...source,
    segments: segments.map((each) => ({ ...each, text: lineFeeds(each.text) })),
    ...(surroundings && { surroundings: surroundings.map((each) => ({ ...each, text: lineFeeds(each.text) })) }),
  };
}

/** A backslash stays the last character of its line. */
function lineFeeds(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\\\r\n', ' \\\n').replaceAll('\r\n', ' \n') : text;
}
