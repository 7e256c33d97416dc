/** The part of Markdown that notes may use: paragraphs, `code`, **strong** and *emphasis*. Makes elements, never HTML text. */
import { el } from '../ui/el';

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g;

export function renderMarkdown(text: string): HTMLElement[] {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => el('p', {}, ...renderInline(paragraph.trim())));
}

function renderInline(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(inline)) {
    const [whole, code, strong, emphasis] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    if (code !== undefined) parts.push(el('code', {}, code));
    else if (strong !== undefined) parts.push(el('strong', {}, strong));
    else parts.push(el('em', {}, emphasis ?? ''));
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
