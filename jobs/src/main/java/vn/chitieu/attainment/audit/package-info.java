/** Whether the targets of one programme agree with each other and with what is known of the territory. */
@NullMarked
package vn.chitieu.attainment.audit;

import org.jspecify.annotations.NullMarked;
