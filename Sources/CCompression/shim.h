#ifndef RASID_CCOMPRESSION_H
#define RASID_CCOMPRESSION_H

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

/* inflateInit2 is a macro that adds the library's version and the size of the stream. */
static inline int rasid_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

#endif
