"""Reads the MNIST files: gzipped IDX, as published."""

import gzip
import struct

import numpy as np

IMAGES_MAGIC = 2051
LABELS_MAGIC = 2049


def read_images(path):
    """Returns the images of an IDX3 file as float32, shape (count, rows, columns, 1), 0 to 1."""
    with gzip.open(path, "rb") as stream:
        magic, count, rows, columns = struct.unpack(">IIII", stream.read(16))
        if magic != IMAGES_MAGIC:
            raise ValueError("%s holds no IDX images (magic number %d)" % (path, magic))
        pixels = np.frombuffer(stream.read(count * rows * columns), dtype=np.uint8)
    return pixels.reshape(count, rows, columns, 1).astype(np.float32) / 255.0


def read_labels(path):
    """Returns the labels of an IDX1 file as int64, shape (count,)."""
    with gzip.open(path, "rb") as stream:
        magic, count = struct.unpack(">II", stream.read(8))
        if magic != LABELS_MAGIC:
            raise ValueError("%s holds no IDX labels (magic number %d)" % (path, magic))
        labels = np.frombuffer(stream.read(count), dtype=np.uint8)
    return labels.astype(np.int64)


class DataSet(object):
    """Images with their labels."""

    def __init__(self, images_path, labels_path):
        self.images = read_images(images_path)
        self.labels = read_labels(labels_path)
        if len(self.images) != len(self.labels):
            raise ValueError(
                "%d images in %s, but %d labels in %s"
                % (len(self.images), images_path, len(self.labels), labels_path)
            )

    def batches(self, size, seed):
        """Yields batches for ever; every epoch is shuffled anew."""
        if size > len(self.images):
            raise ValueError("a batch of %d from %d images" % (size, len(self.images)))
        random = np.random.RandomState(seed)
        while True:
            order = random.permutation(len(self.images))
            for start in range(0, len(order) - size + 1, size):
                chosen = order[start : start + size]
                yield self.images[chosen], self.labels[chosen]

    def slices(self, size):
        """Yields everything once, in order; the last slice may be shorter."""
        for start in range(0, len(self.images), size):
            yield self.images[start : start + size], self.labels[start : start + size]
