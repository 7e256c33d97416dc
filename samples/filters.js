// Filters and a picture as JavaScript holds them. Select a picture and a filter (Alt+click for the second selection),
// press F1 and choose "Layer Lens: Step Through Convolution".

const picture = [
  [12, 18, 25, 36, 48, 60, 66, 70],
  [14, 22, 34, 52, 74, 90, 98, 101],
  [15, 27, 49, 88, 130, 160, 171, 176],
  [17, 35, 70, 128, 190, 226, 238, 242],
  [18, 40, 83, 149, 214, 247, 254, 255],
  [19, 41, 85, 150, 212, 243, 250, 252],
];

const sharpen = [
  [0, -1, 0],
  [-1, 5, -1],
  [0, -1, 0],
];

const blur = [
  [0.0625, 0.125, 0.0625],
  [0.125, 0.25, 0.125],
  [0.0625, 0.125, 0.0625],
];

const sobelY = [
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1],
];

const window = new Float32Array([0.5, -1.25, 3, 0x10, 1_000, 2e-3]);

export { picture, sharpen, blur, sobelY, window };
