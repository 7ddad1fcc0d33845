/** What was published of an area as accounts see it: items, periods, families of one vintage, levels and rates. */
@NullMarked
package vn.chitieu.account.reading;

import org.jspecify.annotations.NullMarked;
