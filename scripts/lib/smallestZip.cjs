// Node's `--require` for vsce, whose zip library leaves the level of compression to zlib: the highest one.
const zlib = require('node:zlib');
const { DeflateRaw, deflateRaw } = zlib;
const level = 9;
zlib.DeflateRaw = function () {
  return new DeflateRaw({ level });
};
zlib.deflateRaw = (buffer, done) => deflateRaw(buffer, { level }, done);
