"""Reads compound files, VBA compression and obscured values on its own, from the published formats.

Written apart from addin/dev/xlam, so that a mistake made there is not made again here; strict where olefile
is: chains that share a sector, unordered trees, colours that do not balance are errors.
"""

import struct

FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


class CompoundReader:
    """The streams of a compound file by path, with every structural rule asserted on the way."""

    def __init__(self, data):
        assert data[:8] == bytes.fromhex("d0cf11e0a1b11ae1")
        assert len(data) % 512 == 0
        assert struct.unpack_from("<HHHH", data, 24)[1:] == (3, 0xFFFE, 9)
        self.data = data
        self.used = set()
        fat_count, directory, _, cutoff, mini_start, mini_count, difat, difat_count = struct.unpack_from("<8I", data, 44)
        assert (cutoff, difat, difat_count) == (4096, END, 0)
        listed = [number for number in struct.unpack_from("<109I", data, 76) if number != FREE]
        assert len(listed) == fat_count
        self.fat = [entry for number in listed for entry in struct.unpack("<128I", self.sector(number))]
        assert all(self.fat[number] == FAT_SECTOR for number in listed)
        self.used.update(listed)
        self.entries = self.read_directory(self.chained(directory))
        root = self.entries[0]
        mini = self.chained(root["start"]) if root["size"] else b""
        self.mini, self.mini_used = mini[: root["size"]], set()
        mini_fat = self.chained(mini_start) if mini_count else b""
        assert len(mini_fat) == mini_count * 512
        self.mini_fat = list(struct.unpack(f"<{len(mini_fat) // 4}I", mini_fat))
        self.streams = dict(self.walk(root["child"], ""))
        assert len(self.used) == len(data) // 512 - 1, "a sector belongs to nothing"

    def sector(self, number):
        return self.data[512 * (number + 1) : 512 * (number + 2)]

    def chained(self, start):
        parts = []
        while start != END:
            assert start not in self.used, "two chains share a sector"
            self.used.add(start)
            parts.append(self.sector(start))
            start = self.fat[start]
        return b"".join(parts)

    def read_directory(self, data):
        entries = []
        for at in range(0, len(data), 128):
            length, kind, colour, left, right, child = struct.unpack_from("<HBBIII", data, at + 64)
            start, size = struct.unpack_from("<IQ", data, at + 116)
            name = data[at : at + max(length - 2, 0)].decode("utf-16-le")
            entries.append(
                {"name": name, "kind": kind, "colour": colour, "left": left, "right": right, "child": child, "start": start, "size": size}
            )
        assert (entries[0]["name"], entries[0]["kind"]) == ("Root Entry", 5)
        return entries

    def walk(self, top, folder):
        """Every stream below one storage; its names are in order and its tree is a red-black tree."""
        ordered = []
        self.black_height(top, ordered)
        keys = [(len(self.entries[number]["name"]), self.entries[number]["name"].upper()) for number in ordered]
        assert keys == sorted(set(keys))
        assert not ordered or self.entries[top]["colour"] == 1
        for number in ordered:
            entry = self.entries[number]
            path = folder + entry["name"]
            if entry["kind"] == 1:
                assert (entry["start"], entry["size"]) == (0, 0), "a storage has no sectors"
                yield from self.walk(entry["child"], f"{path}/")
            else:
                yield path, self.content(entry)

    def black_height(self, number, ordered):
        if number == NONE:
            return 0
        entry = self.entries[number]
        left = self.black_height(entry["left"], ordered)
        ordered.append(number)
        right = self.black_height(entry["right"], ordered)
        assert left == right, "the tree is not balanced"
        if entry["colour"] == 0:
            sides = [entry[side] for side in ("left", "right") if entry[side] != NONE]
            assert all(self.entries[side]["colour"] == 1 for side in sides), "red under red"
        return left + entry["colour"]

    def content(self, entry):
        if entry["size"] >= 4096:
            data = self.chained(entry["start"])
            assert 0 <= len(data) - entry["size"] < 512
            return data[: entry["size"]]
        parts, start = [], entry["start"]
        while start != END:
            assert start not in self.mini_used, "two small chains share a sector"
            self.mini_used.add(start)
            parts.append(self.mini[64 * start : 64 * start + 64])
            start = self.mini_fat[start]
        data = b"".join(parts)
        assert 0 <= len(data) - entry["size"] < 64
        return data[: entry["size"]]


def decompress(data):
    """A VBA container unpacked, after [MS-OVBA] 2.4.1.3."""
    assert data[0] == 1
    result, at = bytearray(), 1
    while at < len(data):
        (header,) = struct.unpack_from("<H", data, at)
        assert header >> 12 & 7 == 3
        end = at + (header & 0xFFF) + 3
        assert end <= len(data)
        chunk = data[at + 2 : end]
        result += unpacked_chunk(chunk) if header >> 15 else chunk
        assert header >> 15 or len(chunk) == 4096
        at = end
    return bytes(result)


def unpacked_chunk(chunk):
    out, at = bytearray(), 0
    while at < len(chunk):
        flags, at = chunk[at], at + 1
        for bit in range(8):
            if at >= len(chunk):
                break
            if not flags >> bit & 1:
                out.append(chunk[at])
                at += 1
                continue
            (token,) = struct.unpack_from("<H", chunk, at)
            at += 2
            offset_bits = 4
            while 1 << offset_bits < len(out):
                offset_bits += 1
            offset, length = (token >> 16 - offset_bits) + 1, (token & 0xFFFF >> offset_bits) + 3
            assert offset <= len(out)
            for _ in range(length):
                out.append(out[-offset])
    assert len(out) <= 4096
    return bytes(out)


def revealed(text):
    """The data behind an obscured value and the key its project id must give, after [MS-OVBA] 2.4.3.3."""
    seed, version, key, *rest = bytes.fromhex(text)
    assert seed ^ version == 2
    before, last, plain = version, key, seed ^ key
    values = []
    for byte in rest:
        value = byte ^ (before + plain & 0xFF)
        values.append(value)
        before, last, plain = last, byte, value
    skipped = (seed & 6) // 2
    length = int.from_bytes(bytes(values[skipped : skipped + 4]), "little")
    data = bytes(values[skipped + 4 :])
    assert len(data) == length
    return data, seed ^ key
