package vn.chitieu.account.leastsquares;

/** An identity that holds exactly: {@code form(cells) = value}. */
public record Constraint(String name, LinearForm form, double value) {}
