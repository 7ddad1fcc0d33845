package vn.chitieu.catalog.table;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What becomes of the rows of a partition, one after the other and never all at once. */
public final class RowIterators {

    private RowIterators() {}

    /** Returns what each element becomes. */
    public static <S, T> Iterator<T> mapped(Iterator<S> elements, Function<? super S, ? extends T> each) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public T next() {
                return each.apply(elements.next());
            }
        };
    }

    /** Returns all that each element becomes, which may be nothing. */
    public static <S, T> Iterator<T> flatMapped(Iterator<S> elements, Function<? super S, ? extends Iterator<T>> each) {
        return new Iterator<>() {
            private Iterator<T> current = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && elements.hasNext()) {
                    current = each.apply(elements.next());
                }
                return current.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return current.next();
            }
        };
    }
}
