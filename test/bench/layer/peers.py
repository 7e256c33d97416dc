"""NumPy running the course's loops and PyTorch with one thread; answers lines of JSON: {"peer", "kind", "pass", ...} -> ms."""

import json
import sys
import time

try:
    import numpy as np
except ImportError:
    np = None
try:
    import torch

    torch.set_num_threads(1)
except ImportError:
    torch = None


def numpy_conv(spec, x, w, b, dz):
    pad, stride = spec["pad"], spec["stride"]
    rows, cols = w.shape[:2]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    m, out_rows, out_cols, filters = dz.shape

    def windows():
        for i in range(m):
            for h in range(out_rows):
                for v in range(out_cols):
                    yield i, h, v, (i, slice(h * stride, h * stride + rows), slice(v * stride, v * stride + cols))

    def forward():
        z = np.zeros(dz.shape)
        for i, h, v, at in windows():
            for c in range(filters):
                z[i, h, v, c] = np.sum(padded[at] * w[..., c]) + b[c]
        return z

    def backward():
        d_padded, dw, db = np.zeros(padded.shape), np.zeros(w.shape), np.zeros(b.shape)
        for i, h, v, at in windows():
            for c in range(filters):
                g = dz[i, h, v, c]
                d_padded[at] += w[..., c] * g
                dw[..., c] += padded[at] * g
                db[c] += g
        return d_padded, dw, db

    return {"forward": forward, "backward": backward}


def numpy_pool(spec, x, dz):
    window, stride, is_max = spec["window"], spec["stride"], spec["mode"] == "max"
    m, out_rows, out_cols, channels = dz.shape

    def cells():
        for i in range(m):
            for h in range(out_rows):
                for v in range(out_cols):
                    for c in range(channels):
                        rows = slice(h * stride, h * stride + window)
                        yield i, h, v, c, (i, rows, slice(v * stride, v * stride + window), c)

    def forward():
        a = np.zeros(dz.shape)
        for i, h, v, c, at in cells():
            a[i, h, v, c] = np.max(x[at]) if is_max else np.mean(x[at])
        return a

    def backward():
        dx = np.zeros(x.shape)
        for i, h, v, c, at in cells():
            if is_max:
                dx[at] += (x[at] == np.max(x[at])) * dz[i, h, v, c]
            else:
                dx[at] += dz[i, h, v, c] / (window * window)
        return dx

    return {"forward": forward, "backward": backward}


def torch_passes(spec, dtype):
    def tensor(shape):
        return torch.randn(shape, dtype=dtype)

    m, height, width, channels = spec["x"]
    x = tensor((m, channels, height, width))
    dz = tensor([spec["out"][axis] for axis in (0, 3, 1, 2)])
    if spec["kind"] == "conv":
        rows, cols, _, filters = spec["w"]
        w, b = tensor((filters, channels, rows, cols)), tensor((filters,))
        stride, pad = [spec["stride"]] * 2, [spec["pad"]] * 2

        def backward(mask=(True, True, True)):
            return torch.ops.aten.convolution_backward(
                dz, x, w, [filters], stride, pad, [1, 1], False, [0, 0], 1, list(mask)
            )

        return {
            "forward": lambda: torch.nn.functional.conv2d(x, w, b, stride, pad),
            "backward": backward,
            "dX": lambda: backward((True, False, False)),
        }
    window, stride = spec["window"], spec["stride"]
    if spec["mode"] == "max":
        _, indices = torch.nn.functional.max_pool2d(x, window, stride, return_indices=True)
        sizes = [window] * 2, [stride] * 2, [0, 0], [1, 1], False
        return {
            "forward": lambda: torch.nn.functional.max_pool2d(x, window, stride),
            "backward": lambda: torch.ops.aten.max_pool2d_with_indices_backward(dz, x, *sizes, indices),
        }
    sizes = [window] * 2, [stride] * 2, [0, 0], False, True, None
    return {
        "forward": lambda: torch.nn.functional.avg_pool2d(x, window, stride),
        "backward": lambda: torch.ops.aten.avg_pool2d_backward(dz, x, *sizes),
    }


passes = {}
current = None


def prepare(spec):
    if spec["peer"] == "torch":
        return torch_passes(spec, getattr(torch, spec["dtype"]))
    random = np.random.RandomState(0)
    x, dz = random.randn(*spec["x"]), random.randn(*spec["out"])
    if spec["kind"] == "pool":
        return numpy_pool(spec, x, dz)
    return numpy_conv(spec, x, random.randn(*spec["w"]), random.randn(spec["w"][3]), dz)


def answer(spec):
    global current
    if current != spec["name"]:
        passes.clear()
        current = spec["name"]
    key = json.dumps({name: value for name, value in spec.items() if name != "pass"})
    if key not in passes:
        passes[key] = prepare(spec)
    run = passes[key][spec["pass"]]
    with torch.no_grad() if torch else open("/dev/null"):
        start = time.process_time()
        run()
        return (time.process_time() - start) * 1000


versions = {"numpy": np and np.__version__, "torch": torch and torch.__version__}
print(json.dumps(versions), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
