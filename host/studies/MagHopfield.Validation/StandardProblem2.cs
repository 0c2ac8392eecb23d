using System.Text;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Validation;

/// <summary>
/// µMAG standard problem 2: a bar of 5d × d × 0.1d under a field along (1, 1, 1); remanence and coercive field against d in exchange
/// lengths.
/// </summary>
internal static class StandardProblem2
{
    private const double Step = 5e-4;
    private const string Source = "Donahue and McMichael, µMAG";

    public static ProblemResult Run(ValidationContext context)
    {
        double[] sizes = context.Quick ? [5, 10, 15, 20] : [5, 7, 10, 12, 14, 16, 20, 25, 30];
        PublishedTable published = PublishedTable.Embedded("mumag-2.tsv");
        List<(double D, double Mx, double My, double Hc)> ours = [];
        for (int i = 0; i < sizes.Length; i++)
        {
            double d = sizes[i];
            int cells = context.Quick ? 10 : Math.Max(12, (int)Math.Ceiling(d / 0.6));
            PublishedTable table = context.Run(
                $"standard-problem-2-d{d}", Text(d, cells), i / (double)sizes.Length, (i + 1) / (double)sizes.Length);
            ours.Add(Read(d, table));
        }
        List<Comparison> comparisons = [];
        foreach ((double d, double mx, double my, double hc) in ours)
        {
            double[]? reference = published.Where(r => r[0] == 4 && r[1] == d).FirstOrDefault();
            if (reference is null)
                continue;
            // Coarse cells do not resolve where the bar becomes an S state, near d = 12 exchange lengths.
            double m = context.Quick ? 0.01 : 0.003;
            comparisons.Add(Comparison.Of($"d = {d} l_ex: remanence ⟨m_x⟩", reference[2], mx, m, "0.0000", "", Source));
            comparisons.Add(Comparison.Of($"d = {d} l_ex: remanence ⟨m_y⟩", reference[3], my, m, "0.0000", "", Source));
            comparisons.Add(Comparison.Of($"d = {d} l_ex: coercive field Hc/Ms", reference[4], hc, 1e-3, "0.00000", "", Source));
        }
        return new ProblemResult(
            2,
            "Problem 2: hysteresis of a bar of 5d × d × 0.1d",
            "<p>From saturation along (1, 1, 1) the field is taken back to zero, where the remanence is read, and on to the other side in "
            + "steps of "
            + $"{Step} M<sub>s</sub>, which is the resolution of the coercive field. Cells of at most 0.6 exchange lengths (with "
            + "<code>--quick</code>: a tenth of d), one layer. "
            + "Published: the solutions on the µMAG site as carried in the repository of MagTense (R. Bjørk et al., J. Magn. Magn. Mater. "
            + "535, 168057 (2021)). "
            + "Judged against Donahue and McMichael, the finest mesh; the spread among the published solutions is the measure of the "
            + "problem.</p>",
            comparisons,
            [
                ("problem2-coercivity", ProblemPlots.Coercivity(published, ours), "Coercive field."),
                ("problem2-remanence", ProblemPlots.Remanence(published, ours), "Remanence."),
            ]);
    }

    /// <summary>The problem as a file.</summary>
    /// <param name="d">Width in exchange lengths.</param>
    /// <param name="cells">Cells across the width.</param>
    public static string Text(double d, int cells)
    {
        double width = 1e9 * d * Permalloy.ExchangeLength;
        StringBuilder text = new($"""
            # µMAG standard problem 2: a bar of 5d × d × 0.1d with d = {d} exchange lengths, from saturation along (1, 1, 1) to the other side.
            # Published (Donahue and McMichael, d = 20): remanence 0.9701, 0.0819, 0; coercive field 0.0499 Ms.
            title = "µMAG standard problem 2, d = {d} l_ex"

            [mesh]
            cells = [{5 * cells}, {cells}, 1]
            cell_size = [{width / cells:R}e-9, {width / cells:R}e-9, {0.1 * width:R}e-9]  # m

            [material]
            saturation_magnetisation = 8e5           # A/m
            exchange_stiffness = 1.3e-11             # J/m
            gilbert_damping = 0.5

            [initial]
            state = "uniform"
            direction = [1.0, 1.0, 1.0]

            [output]
            columns = ["stage", "mx", "my", "mz", "Hx", "E_total", "max_torque"]

            """);
        foreach (double field in Fields())
        {
            double component = field * Permalloy.SaturationMagnetisation / Math.Sqrt(3);
            text.Append($"""

                [[stage]]                                # H = {field:0.0000} Ms
                kind = "minimise"
                max_torque = 8.0                         # A/m
                [stage.field]
                constant = [{component:0.000}, {component:0.000}, {component:0.000}]  # A/m

                """);
        }
        return text.ToString();
    }

    private static IEnumerable<double> Fields()
    {
        foreach (double h in new[] { 0.1, 0.05, 0.02, 0, -0.01, -0.02, -0.03, -0.035, -0.04 })
            yield return h;
        for (int k = 1; k <= 44; k++)
            yield return -0.04 - (k * Step);
    }

    /// <summary>Remanence and coercive field, Hc in units of Ms, from the table of a loop.</summary>
    internal static (double D, double Mx, double My, double Hc) Read(double d, PublishedTable table)
    {
        double mx = double.NaN, my = double.NaN, before = double.NaN, last = double.NaN;
        for (int i = 1; i < table.Count; i++)
        {
            double[] row = table[i];
            // A stage has a row at its start, under its own field but still with the last magnetisation, and one at its end.
            if (i + 1 < table.Count && table[i + 1][0] == row[0])
                continue;
            double h = row[4] * Math.Sqrt(3) / Permalloy.SaturationMagnetisation, along = (row[1] + row[2] + row[3]) / Math.Sqrt(3);
            if (h == 0)
                (mx, my) = (row[1], row[2]);
            if (before > 0 && along <= 0)
            {
                // A jump lies anywhere in its step; a crossing without one is where the line says.
                double share = before - along > 0.2 ? 0.5 : before / (before - along);
                return (d, mx, my, -(last + (share * (h - last))));
            }
            (before, last) = (along, h);
        }
        return (d, mx, my, double.NaN);
    }
}
