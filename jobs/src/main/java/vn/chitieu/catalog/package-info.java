/** Names, schemas and keys of tables; reading, writing and publishing them. */
@NullMarked
package vn.chitieu.catalog;

import org.jspecify.annotations.NullMarked;
