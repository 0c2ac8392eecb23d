#!/usr/bin/env python3
"""Trains a pattern, reads the conductance matrix as a block and recalls, with pyvisa and nothing of ours.

    maghopfield board serve --tcp 5025 --pty
    python3 docs/pyvisa_example.py TCPIP0::127.0.0.1::5025::SOCKET
    python3 docs/pyvisa_example.py ASRL/dev/pts/5::INSTR       # the name that --pty printed, or ASRL/dev/ttyUSB0::INSTR

Needs pyvisa and pyvisa-py (Debian: python3-pyvisa python3-pyvisa-py python3-serial).
"""
import struct
import sys
import zlib

import pyvisa


def check(board):
    """Every command that fails leaves an entry in the error queue."""
    error = board.query("SYST:ERR?")
    if not error.startswith("0,"):
        sys.exit("the board reports " + error.strip())


def operate(board, command):
    """Sends a command that takes time and waits for its end."""
    board.query(command + ";*OPC?")
    check(board)


def main(resource):
    board = pyvisa.ResourceManager("@py").open_resource(resource)
    board.read_termination = "\n"
    board.write_termination = "\n"
    board.timeout = 120_000  # ms; a calibration trains and measures seven patterns
    if resource.upper().startswith("ASRL"):
        board.baud_rate = 115200
    print("board     ", board.query("*IDN?"))
    board.write("*CLS")
    nodes = int(board.query("SYST:NOD?"))

    operate(board, "PULS:AMPL 5 V;WIDT 200 US;COUN 1;:CAL:REF")
    pattern = "+ - + -"
    operate(board, f'TRA "{pattern}"')
    operate(board, "INIT")

    # A block of big-endian doubles. FORMat:CRC is on: the last four bytes are the CRC-32 of the rest, which a raw read can check ...
    board.write("FORM REAL,64")
    board.write("FETC:COND?")
    length = 8 * nodes * nodes + 4
    head = f"#{len(str(length))}{length}".encode()
    raw = board.read_bytes(len(head) + length + 1)
    if raw[: len(head)] != head or zlib.crc32(raw[len(head) : -5]) != struct.unpack(">I", raw[-5:-1])[0]:
        sys.exit("the block came damaged")

    # ... and which pyvisa's own reader leaves aside.
    g = board.query_binary_values("FETC:COND?", datatype="d", is_big_endian=True)
    if tuple(g) != struct.unpack(f">{nodes * nodes}d", raw[len(head) : -5]):
        sys.exit("two readings of one measurement differ")
    check(board)
    for row in range(nodes):
        print("G (mS)    ", " ".join(f"{1e3 * v:9.4f}" for v in g[row * nodes : (row + 1) * nodes]))

    distorted = "+ - + +"
    board.write("REC:MODE STE")
    answer = board.query(f'REC? "{distorted}"')
    check(board)
    recalled = answer.split('"')[1]
    print("recalled  ", distorted, "->", recalled)
    negative = pattern.translate(str.maketrans("+-", "-+"))
    if recalled not in (pattern, negative):
        sys.exit("another pattern than was trained")
    board.close()
    print("right")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "TCPIP0::127.0.0.1::5025::SOCKET")
