"""A process of its own, which may use no more memory than it is told, reads files that have no end to a line.

`python endless.py FOLDER SIZE MEMORY`: a line for each reader, its name and what was said.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
BESIDE = (HERE.parent / name for name in ("documents", "newswire", "tables", "tools"))
sys.path[:0] = [str(HERE), str(HERE.parent), *map(str, BESIDE), str(HERE.parents[1])]

LIBRARIES = ("pyarrow.parquet", "openpyxl", "docx", "pypdf", "trafilatura", "feedparser", "striprtf.striprtf")
PIECE = b"word after word " * 2**16


def main(folder: Path, size: int, memory: int) -> None:
    import resource

    from hostile_cases import HEADS, laid
    from seed_files import readers

    from annotator.exchange.protocols import ReadOptions
    from annotator.model.errors import ExchangeError

    big = folder / "big"
    with big.open("wb") as file:
        for _ in range(size // len(PIECE)):
            file.write(PIECE)
    for name in LIBRARIES:
        __import__(name)
    now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + memory, -1))
    for name, head in HEADS.items():
        for key, data in laid(name, b"").items():
            (folder / key).write_bytes(data)
        path = folder / next(iter(laid(name, b"")))
        with big.open("r+b") as file:
            file.write(head + PIECE[: 64 - len(head)])
        big.rename(path)
        try:
            said = repr(list(readers()[name].read(path, options=ReadOptions())))
        except ExchangeError as error:
            said = error.sentence
        except BaseException as error:
            said = f"! {type(error).__name__}"
        print(f"{name}\t{said}", flush=True)
        path.rename(big)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
