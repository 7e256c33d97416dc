from dataclasses import dataclass
import numpy as np

@dataclass
class ConvSpec:
    kernel: np.ndarray          # (O, I, kh, kw)
    bias: np.ndarray
    stride: tuple = (1, 1)
    padding: tuple = (0, 0)
    dilation: tuple = (1, 1)

def apply_conv(x: np.ndarray, spec: ConvSpec) -> np.ndarray:
    O, I, kh, kw = spec.kernel.shape
    sh, sw = spec.stride
    ph, pw = spec.padding
    dh, dw = spec.dilation
    x = np.pad(x, ((0, 0), (0, 0), (ph, pw), (ph, pw)))
    oh = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1
    ow = (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((x.shape[0], O, oh, ow)) + spec.bias[:, None, None]
    for i in range(kh):
        for j in range(kw):
            part = x[:, :, i * dh:i * dh + oh * sh:sh, j * dw:j * dw + ow * sw:sw]
            y += np.einsum('nchw,oc->nohw', part, spec.kernel[:, :, i, j])
    return y

r = np.random.default_rng(32)
spec = ConvSpec(r.normal(size=(3, 2, 3, 2)), r.normal(size=3), stride=(2, 1), padding=(1, 2), dilation=(1, 2))
x = r.normal(size=(2, 2, 7, 8))
print(apply_conv(x, spec).shape)
plain = ConvSpec(spec.kernel, spec.bias)
print(apply_conv(x, plain)[0, 0])
