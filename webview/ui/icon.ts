/** The panel's own icons, drawn in the text's colour on a 16 × 16 grid. */

const paths = {
  first: 'M3 3h1.6v10H3zM13 3v10L6 8z',
  back: 'M12.5 3v10L5 8z',
  play: 'M4 2.5v11L13 8z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  forward: 'M3.5 3v10L11 8zM11.4 3H13v10h-1.6z',
  last: 'M2 3v10l5-5zM7 3v10l5-5zM12.4 3H14v10h-1.6z',
  settings:
    'M2 4h6.2a2 2 0 0 1 3.6 0H14v1.2h-2.2a2 2 0 0 1-3.6 0H2zM2 10.8h2.2a2 2 0 0 1 3.6 0H14V12H7.8a2 2 0 0 1-3.6 0H2z',
  previous: 'M10.5 3.4 6 8l4.5 4.6-.9.9L4 8l5.6-5.5z',
  next: 'M5.5 3.4 10 8l-4.5 4.6.9.9L12 8 6.4 2.5z',
  reveal:
    'M7.4 1h1.2v2a5 5 0 0 1 4.4 4.4h2v1.2h-2A5 5 0 0 1 8.6 13v2H7.4v-2A5 5 0 0 1 3 8.6H1V7.4h2A5 5 0 0 1 7.4 3zM8 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zm0 2.3a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  fit: 'M2 2h4.5v1.2H4.1l2.6 2.6-.9.9-2.6-2.6v2.4H2zm7.5 0H14v4.5h-1.2V4.1l-2.6 2.6-.9-.9 2.6-2.6H9.5zM2 9.5h1.2v2.4l2.6-2.6.9.9-2.6 2.6h2.4V14H2zm8.2-.2 2.6 2.6V9.5H14V14H9.5v-1.2h2.4l-2.6-2.6z',
  closer:
    'M6.8 1.5a5.3 5.3 0 0 1 4.2 8.5l3.6 3.6-.9.9-3.6-3.6a5.3 5.3 0 1 1-3.3-9.4zm0 1.2a4.1 4.1 0 1 0 0 8.2 4.1 4.1 0 0 0 0-8.2zM6.2 4.6h1.2v1.6H9v1.2H7.4V9H6.2V7.4H4.6V6.2h1.6z',
  tour: 'M2 2.5h12v8.7H7.4L4.2 14v-2.8H2zm1.2 1.2V10h2.2v1.4L6.9 10h5.9V3.7zm1.6 1.5h6.4v1.2H4.8zm0 2.2h4.4v1.2H4.8z',
  up: 'M3.4 10.6 8 6l4.6 4.6-.9.9L8 7.8l-3.7 3.7z',
  down: 'M3.4 5.4 8 10l4.6-4.6-.9-.9L8 8.2 4.3 4.5z',
  keys: 'M1 4h14v8H1zm1.2 1.2v5.6h11.6V5.2zM3.4 6.3h1.4v1.3H3.4zm2.5 0h1.4v1.3H5.9zm2.5 0h1.4v1.3H8.4zm2.5 0h1.4v1.3h-1.4zM4.8 8.7h6.4V10H4.8z',
  grid: 'M2 2h5v5H2zm1.2 1.2v2.6h2.6V3.2zM9 2h5v5H9zm1.2 1.2v2.6h2.6V3.2zM2 9h5v5H2zm1.2 1.2v2.6h2.6v-2.6zM9 9h5v5H9zm1.2 1.2v2.6h2.6v-2.6z',
  close: 'M4.2 3.3 8 7.1l3.8-3.8.9.9L8.9 8l3.8 3.8-.9.9L8 8.9l-3.8 3.8-.9-.9L7.1 8 3.3 4.2z',
  copy: 'M5 2h8v9h-2V9.8h.8V3.2H6.2V4H5zM3 5h7v9H3zm1.2 1.2v6.6h4.6V6.2z',
  done: 'M6.4 12.6 2.2 8.4l.9-.9 3.3 3.3 6.5-6.5.9.9z',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(svg.namespaceURI, 'path'));
  drawIcon(svg, name);
  return svg;
}

export function drawIcon(svg: SVGSVGElement, name: IconName): void {
  svg.firstElementChild?.setAttribute('d', paths[name]);
}
