package vn.chitieu.catalog.table;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks pages as they are written here, by Zstandard, without the settings of Hadoop: to read those takes longer than
 * a small table. Pages of another codec are unpacked by Parquet's own.
 */
final class ZstdCodecs implements CompressionCodecFactory {

    private static final Unpacking ZSTD = new Unpacking();

    private @Nullable CodecFactory others;

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.ZSTD ? ZSTD : others().getDecompressor(codec);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return others().getCompressor(codec);
    }

    @Override
    public void release() {
        if (others != null) {
            others.release();
        }
    }

    private CodecFactory others() {
        if (others == null) {
            others = new CodecFactory(new Configuration(), 0);
        }
        return others;
    }

    private static final class Unpacking implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput packed, int length) throws IOException {
            return BytesInput.from(unpacked(packed.toInputStream().readAllBytes(), length));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedLength, ByteBuffer unpacked, int length)
                throws IOException {
            byte[] bytes = new byte[packedLength];
            packed.get(bytes);
            unpacked.put(unpacked(bytes, length));
        }

        @Override
        public void release() {
            // holds nothing
        }

        private static byte[] unpacked(byte[] packed, int length) throws IOException {
            byte[] unpacked = new byte[length];
            long found;
            try {
                found = Zstd.decompress(unpacked, packed);
            } catch (ZstdException e) {
                throw new IOException("Expecting a page of " + length + " bytes but was " + e.getMessage(), e);
            }
            if (found != length) {
                throw new IOException("Expecting a page of " + length + " bytes but was one of " + found);
            }
            return unpacked;
        }
    }
}
