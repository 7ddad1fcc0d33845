package vn.chitieu.catalog.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A value that a task made, as the bytes in which it came: of all areas together the values are small so, and become
 * objects one at a time. To be kept no longer than the classes ({@link SealedFile}): others cannot read it.
 *
 * @param <T> what it is
 */
public final class Sealed<T extends Serializable> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A file can be another's, and what is no value of ours is not to come to life. */
    private static final ObjectInputFilter OURS =
            ObjectInputFilter.Config.createFilter("vn.chitieu.**;java.lang.*;java.math.*;java.time.*;java.util.*;!*");

    private final byte[] bytes;

    Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Seals a value. */
    public static <T extends Serializable> Sealed<T> of(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting a value that can travel but was " + e, e);
        } finally {
            fast.end();
        }
        return new Sealed<>(bytes.toByteArray());
    }

    /** Returns the value, made anew each time. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // nothing but values of ours passes
    public T open() {
        ClassLoader loader = Sealed.class.getClassLoader();
        try (ObjectInputStream in = new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws ClassNotFoundException {
                return Class.forName(described.getName(), false, loader);
            }
        }) {
            in.setObjectInputFilter(OURS);
            return (T) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting a value as it was sealed but was " + e, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Expecting the classes of the value in this program but was " + e, e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Returns how many bytes it takes. */
    public int size() {
        return bytes.length;
    }
}
