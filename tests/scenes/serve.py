"""Serves moto on a free port of this machine, which it prints, until its standard input ends: with the test that started
it, however that ends."""

import os
import sys
import threading

# Should whoever started this keep the other end open by mistake, or nothing come of the start.
ends = threading.Timer(900, os._exit, [1])
ends.daemon = True
ends.start()

from moto.server import ThreadedMotoServer  # noqa: E402

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
os._exit(0)
