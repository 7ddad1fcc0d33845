package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.List;

/** Cells that figures or identities connect: the numbers of the cells and of the equations, and the identities. */
final class Component {
    final List<Integer> cells = new ArrayList<>();
    final List<Integer> equations = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();
}
