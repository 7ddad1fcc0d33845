/** What follows from published figures by arithmetic: levels, growth, contributions, structure, per head. */
@NullMarked
package vn.chitieu.account.derivation;

import org.jspecify.annotations.NullMarked;
