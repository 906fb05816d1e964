"""Makes the arithmetic of training the same on every machine with AVX2. Import it before numpy.

Sums and products of floating-point numbers depend on the order in which they are taken, and that on the width
of the processor's instructions: trained on another kind of processor, the pipeline came out different,
and its scores with it. OpenBLAS and numpy are told to use instructions that all have, in one thread. See
OpenBLAS's user manual ("Runtime variables") and numpy's "CPU build and dispatch options".
"""

import os
import sys

if "numpy" in sys.modules:
    raise ImportError("import arithmetic before numpy: it sets what numpy reads when it starts")

os.environ.update(
    OPENBLAS_CORETYPE="Haswell",
    OPENBLAS_NUM_THREADS="1",
    NPY_DISABLE_CPU_FEATURES="X86_V4 AVX512_ICL AVX512_SPR",
)
