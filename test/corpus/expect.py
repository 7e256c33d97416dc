"""Runs the fetched texts under real NumPy, SciPy and PyTorch and writes what their functions return: FOLDER/expected.json.

    python3 test/corpus/expect.py FOLDER [SOURCES.json]

Goes on where an earlier run stopped; a text gets at most a minute. Only for texts that you trust: their code is executed. Every cell gets a signature of each array that a function returned
while it ran, or that is a variable after it. A cell that fails, for example because a package is missing, has none.
"""
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import io
import json
import math
import os
import pathlib
import re
import signal
import sys
import threading
import types
import unittest.mock

HERE = pathlib.Path(__file__).parent
SHOWING = ("matplotlib", "seaborn", "IPython", "cv2", "PIL", "imageio", "h5py", "pylab", "tqdm", "d2l", "d2lzh", "d2lzh_pytorch", "d2lzh_tensorflow2", "public_tests", "test_utils", "outputs")
BOOKS = ("d2l", "d2lzh", "d2lzh_pytorch", "d2lzh_tensorflow2")
SECONDS = 10
SECONDS_PER_TEXT = 60


class Stub(types.ModuleType):
    """A package that only shows something."""

    __path__ = []

    def __getattr__(self, name):
        # `from d2l import torch` imports the module d2l.torch.
        if name.startswith("__") or self.__name__ in BOOKS and name in ("torch", "tensorflow", "mxnet", "jax"):
            raise AttributeError(name)
        return unittest.mock.MagicMock(name=name)


def book():
    """The functions of the book's own package that its chapters use."""
    try:
        import torch
    except ImportError:
        return {}

    def corr2d(X, K):
        h, w = K.shape
        rows, cols = X.shape[0] - h + 1, X.shape[1] - w + 1
        return torch.stack([torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(cols)]) for i in range(rows)])

    return {"corr2d": corr2d}


class Stubs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in SHOWING:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        module = Stub(spec.name)
        if spec.name.split(".")[0] in BOOKS:
            vars(module).update(book())
        return module

    def exec_module(self, module):
        pass


def cells_of(path):
    text = path.read_text()
    if path.suffix != ".ipynb":
        return [text]
    notebook = json.loads(text)
    cells = notebook.get("cells") or notebook["worksheets"][0]["cells"]
    return ["".join(cell.get("source", cell.get("input", ""))) for cell in cells if cell["cell_type"] == "code"]


def plain(cell):
    return re.sub(r"^(\s*)[%!].*$", r"\1pass", cell, flags=re.M)


def signature(values):
    """Size, sum, sum of squares, least, greatest, and a weighted sum of the sorted values: independent of the layout."""
    import numpy as np

    values = np.sort(np.asarray(values, dtype=float).ravel())
    weights = np.cos(np.arange(values.size))
    return [values.size, values.sum(), (values**2).sum(), values[0], values[-1], (values * weights).sum()]


def arrays_in(value, depth=0):
    import numpy as np

    if isinstance(value, np.ndarray) or isinstance(value, (np.floating, float)):
        yield value
    elif type(value).__module__.startswith("torch") and hasattr(value, "detach") and hasattr(value, "numpy"):
        yield value.detach().numpy()
    elif isinstance(value, (tuple, list)) and depth < 3:
        for item in value[:50]:
            yield from arrays_in(item, depth + 1)


class Capture:
    def __init__(self):
        self.found = {}

    def add(self, value, always=False):
        """`always`: also after many results, for what a cell leaves behind its loops."""
        if len(self.found) > 3000 and not always:
            return
        for array in arrays_in(value):
            try:
                size = getattr(array, "size", 1)
                if 0 < size <= 2_000_000:
                    numbers = signature(array)
                    if all(math.isfinite(number) for number in numbers):
                        self.found[repr(numbers)] = numbers
            except (TypeError, ValueError):
                pass

    def __call__(self, frame, event, argument):
        if event == "return" and "importlib" not in frame.f_code.co_filename:
            sys.setprofile(None)
            self.add(argument)
            if "/torch/" not in frame.f_code.co_filename and "/numpy/" not in frame.f_code.co_filename:
                for value in list(frame.f_locals.values()):
                    self.add(value)
            sys.setprofile(self)


def wrap_torch():
    try:
        import torch.nn.functional as F
    except ImportError:
        return
    for name in ("conv2d", "conv_transpose2d", "avg_pool2d", "max_pool2d"):
        original = getattr(F, name)
        setattr(F, name, lambda *args, original=original, **named: original(*args, **named))


def run_one(path):
    sys.meta_path.insert(0, Stubs())
    sys.path[:0] = [str(path.parent), str(path.parent.parent)]
    os.chdir(path.parent)
    wrap_torch()
    # So that code behind `if __name__ == "__main__"` runs.
    scope = {"__name__": "__main__", "__file__": str(path)}
    results = []
    for cell in cells_of(path):
        capture = Capture()
        error = None
        signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(TimeoutError()))
        signal.alarm(SECONDS)
        try:
            code = compile(plain(cell), "cell", "exec")
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                sys.setprofile(capture)
                try:
                    exec(code, scope)
                finally:
                    sys.setprofile(None)
        except BaseException as failure:
            error = f"{type(failure).__name__}: {failure}"[:200]
        signal.alarm(0)
        for value in list(scope.values()):
            capture.add(value, always=True)
        results.append({"error": error, "arrays": list(capture.found.values())})
    json.dump(results, sys.__stdout__)


def run_forked(path):
    """Runs a text in a child process, which has the libraries already; None where it gives no result in its time."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        sys.__stdout__ = os.fdopen(writing, "w")
        try:
            run_one(path)
            sys.__stdout__.flush()
        finally:
            os._exit(0)
    os.close(writing)
    timer = threading.Timer(SECONDS_PER_TEXT, os.kill, (child, signal.SIGKILL))
    timer.start()
    with os.fdopen(reading) as output:
        text = output.read()
    os.waitpid(child, 0)
    timer.cancel()
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return None


def import_libraries():
    for name in ("numpy", "scipy.signal", "scipy.ndimage", "torch"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def main():
    import_libraries()
    folder = pathlib.Path(sys.argv[1]).resolve()
    file = folder / "expected.json"
    expected = json.loads(file.read_text()) if file.exists() else {}
    sources = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "sources.json"
    for source in json.loads(sources.read_text()):
        path = folder / source["repository"] / source["path"]
        if path.suffix not in (".py", ".ipynb") or not path.exists():
            continue
        key = f"{source['repository']}/{source['path']}"
        if key in expected:
            continue
        expected[key] = run_forked(path)
        file.write_text(json.dumps(expected))


main()
