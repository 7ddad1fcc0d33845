package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The generalised least squares estimate of cells under exact identities (Stone, Champernowne &amp; Meade 1942).
 *
 * <p>Cells that nothing connects are estimated apart. What the figures do not determine is seen in the null space of
 * the linearised system and keeps its first guess, which {@link #isDetermined} says.
 */
public final class LeastSquaresSolution {

    private final double[] x;
    private final int[] componentOf;
    private final List<ComponentFit> components = new ArrayList<>();
    private final FittedEquation[] fitted;
    private final List<String> contradictory = new ArrayList<>();

    LeastSquaresSolution(LeastSquaresProblem problem, double removalLimit) {
        this.x = new double[problem.size()];
        for (int cell = 0; cell < x.length; cell++) {
            x[cell] = problem.start(cell);
        }
        this.fitted = new FittedEquation[problem.equations().size()];
        this.componentOf = componentsOf(problem);
        solve(problem, removalLimit);
    }

    private void solve(LeastSquaresProblem problem, double removalLimit) {
        Map<Integer, Component> parts = new HashMap<>();
        List<Component> ordered = new ArrayList<>();
        for (int cell = 0; cell < x.length; cell++) {
            int root = componentOf[cell];
            Component part = parts.computeIfAbsent(root, r -> {
                Component fresh = new Component();
                ordered.add(fresh);
                return fresh;
            });
            part.cells.add(cell);
        }
        for (int i = 0; i < fitted.length; i++) {
            part(parts, anyCell(problem.equations().get(i).ratio())).equations.add(i);
        }
        for (Constraint constraint : problem.constraints()) {
            if (constraint.form().size() > 0) {
                part(parts, constraint.form().cell(0)).constraints.add(constraint);
            } else if (constraint.value() != 0) {
                contradictory.add(constraint.name());
            }
        }
        Map<Integer, Integer> numberOf = new HashMap<>();
        for (Component part : ordered) {
            numberOf.put(componentOf[part.cells.get(0)], components.size());
            ComponentFit fit = new ComponentFit(problem, part, x);
            fit.fit(removalLimit);
            contradictory.addAll(fit.contradictory());
            for (int i : part.equations) {
                fitted[i] = fit.fitted(i);
            }
            components.add(fit);
        }
        for (int cell = 0; cell < x.length; cell++) {
            componentOf[cell] = numberOf.getOrDefault(componentOf[cell], -1);
        }
    }

    private Component part(Map<Integer, Component> parts, int cell) {
        Component part = parts.get(componentOf[cell]);
        if (part == null) {
            throw new IllegalStateException("Expecting a component of cell " + cell + " but there is none");
        }
        return part;
    }

    private static int anyCell(Ratio ratio) {
        for (LinearForm form : ratio.numerators()) {
            if (form.size() > 0) {
                return form.cell(0);
            }
        }
        throw new IllegalArgumentException("Expecting a figure to measure at least one cell but was " + ratio);
    }

    private static int[] componentsOf(LeastSquaresProblem problem) {
        int[] parent = new int[problem.size()];
        Arrays.setAll(parent, cell -> cell);
        for (Equation equation : problem.equations()) {
            int any = anyCell(equation.ratio());
            equation.ratio().numerators().forEach(form -> join(parent, any, form));
            equation.ratio().denominators().forEach(form -> join(parent, any, form));
        }
        for (Constraint constraint : problem.constraints()) {
            if (constraint.form().size() > 0) {
                join(parent, constraint.form().cell(0), constraint.form());
            }
        }
        int[] roots = new int[parent.length];
        Arrays.setAll(roots, cell -> root(parent, cell));
        return roots;
    }

    private static void join(int[] parent, int cell, LinearForm form) {
        for (int i = 0; i < form.size(); i++) {
            int one = root(parent, cell);
            int other = root(parent, form.cell(i));
            parent[Math.max(one, other)] = Math.min(one, other);
        }
    }

    private static int root(int[] parent, int cell) {
        int root = cell;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Returns the names of identities that contradict those before them; the estimate is without them. */
    public List<String> contradictoryConstraints() {
        return List.copyOf(contradictory);
    }

    /** Returns whether the estimate of every cell settled. */
    public boolean isConverged() {
        return components.stream().allMatch(ComponentFit::isConverged);
    }

    /** Returns what became of a figure, by its number. */
    public FittedEquation fitted(int equation) {
        return fitted[equation];
    }

    /** Returns a cell's value; the first guess, moved by identities only, where the figures do not determine it. */
    public double value(int cell) {
        return x[cell];
    }

    /** Returns the value of a function of cells. */
    public double value(Ratio ratio) {
        return ratio.at(x);
    }

    /** Returns whether the figures determine a cell. */
    public boolean isDetermined(int cell) {
        return isDetermined(Ratio.level(LinearForm.of(cell)));
    }

    /** Returns whether the figures determine a function of cells, as a sum or a ratio of cells that are not. */
    public boolean isDetermined(Ratio ratio) {
        LinearForm gradient = ratio.gradient(x);
        return byComponent(gradient).entrySet().stream()
                .allMatch(part -> components.get(part.getKey()).isDetermined(LinearForm.of(part.getValue())));
    }

    /** Returns the standard error of a determined cell. */
    public double standardError(int cell) {
        return standardError(Ratio.level(LinearForm.of(cell)));
    }

    /** Returns the standard error of a determined function of cells, to first order. */
    public double standardError(Ratio ratio) {
        LinearForm gradient = ratio.gradient(x);
        double variance = 0;
        for (Map.Entry<Integer, Map<Integer, Double>> part :
                byComponent(gradient).entrySet()) {
            variance += components.get(part.getKey()).variance(LinearForm.of(part.getValue()));
        }
        return Math.sqrt(Math.max(variance, 0));
    }

    private Map<Integer, Map<Integer, Double>> byComponent(LinearForm form) {
        Map<Integer, Map<Integer, Double>> parts = new TreeMap<>();
        for (int i = 0; i < form.size(); i++) {
            parts.computeIfAbsent(componentOf[form.cell(i)], component -> new TreeMap<>())
                    .put(form.cell(i), form.weight(i));
        }
        return parts;
    }
}
