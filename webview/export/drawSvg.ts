/** SVG pictures on a canvas. */

/** The first picture gives the canvas its size; later ones are made to fit it. */
export async function drawSvg(svg: string, canvas: HTMLCanvasElement, scale: number, isFirst: boolean): Promise<void> {
  const image = new Image();
  // An object URL of an SVG would make the canvas unreadable in some browsers.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  if (isFirst) Object.assign(canvas, { width: Math.round(width), height: Math.round(height) });
  const context = canvasContext(canvas);
  const fit = Math.min(1, canvas.width / width, canvas.height / height);
  // The rest has the picture's background.
  context.drawImage(image, 0, 0, 1, 1, 0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  context.fillStyle = `rgb(${red} ${green} ${blue})`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, Math.round(width * fit), Math.round(height * fit));
}

export function canvasContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no canvas');
  return context;
}
