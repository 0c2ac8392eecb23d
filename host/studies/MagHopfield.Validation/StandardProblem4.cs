using System.Globalization;

namespace MagHopfield.Validation;

/// <summary>µMAG standard problem 4: a film of 500 nm × 125 nm × 3 nm reverses from its S state, under two fields.</summary>
internal static class StandardProblem4
{
    public static ProblemResult Run(ValidationContext context)
    {
        (int nx, int ny) = context.Quick ? (100, 25) : (200, 50);
        PublishedTable[] ours = new PublishedTable[2], mean = new PublishedTable[2];
        for (int field = 1; field <= 2; field++)
        {
            ours[field - 1] = context.Run($"standard-problem-4-field{field}", Text(field, nx, ny), 0.5 * (field - 1), 0.5 * field);
            mean[field - 1] = PublishedTable.Embedded($"mumag-4-field{field}.tsv");
        }
        PublishedTable oommf = PublishedTable.Embedded("oommf-4-field1.tsv");
        List<Comparison> comparisons =
        [
            Comparison.Of("field 1: first ⟨m_x⟩ = 0", 0.138, 1e9 * Crossing(ours[0]), 2e-3, "0.0000", " ns", "µMAG submissions"),
        ];
        string[] names = ["⟨m_x⟩", "⟨m_y⟩", "⟨m_z⟩"];
        double[][] mumax = [[-0.98461, 0.12604, 0.04327], [-0.96923, -0.12040, -0.00531]];
        if (!context.Quick)
        {
            for (int c = 0; c < 3; c++)
                comparisons.Add(
                    Comparison.Of(
                        $"field 1: {names[c]} at 1 ns",
                        oommf[oommf.Count - 1][c + 1],
                        ours[0].At(1e-9, c + 1),
                        5e-4,
                        "0.00000",
                        "",
                        "OOMMF, same cells of 2.5 nm"));
            double largest = Enumerable.Range(0, oommf.Count).Max(
                i => Enumerable.Range(1, 3).Max(c => Math.Abs(oommf[i][c] - ours[0].At(oommf[i][0], c))));
            comparisons.Add(
                new Comparison(
                    "field 1: largest deviation of any ⟨m⟩ in 1 ns",
                    "0",
                    largest.ToString("0.0e+0"),
                    "OOMMF, same cells of 2.5 nm",
                    largest,
                    2e-3));
        }
        for (int field = 0; field < 2; field++)
        {
            for (int c = 0; c < 3; c++)
                comparisons.Add(
                    Comparison.Of(
                        $"field {field + 1}: {names[c]} at 1 ns",
                        mumax[field][c],
                        ours[field].At(1e-9, c + 1),
                        context.Quick ? 0.15 : 0.03,
                        "0.0000",
                        "",
                        "mumax3's test set, cells of 3.9 nm"));
            (double share, int count) = Inside(ours[field], mean[field]);
            comparisons.Add(new Comparison(
                $"field {field + 1}: share of {count} values within twice the spread of the µMAG submissions",
                "95 %",
                (100 * share).ToString("0", CultureInfo.InvariantCulture)
                    + " %",
                "µMAG submissions, via MagTense", 0.95 - share, context.Quick ? 0.35 : 0.1));
        }
        return new ProblemResult(
            4,
            "Problem 4: reversal of a film of 500 nm × 125 nm × 3 nm",
            $"<p>Permalloy, α = 0.02, {nx} × {ny} cells. Bands: mean and spread of the solutions submitted to µMAG, as evaluated by R. "
            + "Bjørk et al., J. Magn. Magn. Mater. 535, 168057 (2021) "
            + "(their repository, MagTense). Points: OOMMF on cells of 2.5 nm (from the repository of fidimag). The averages at 1 ns of "
            + "mumax3 are those of its test set (128 × 32 cells); "
            + "under field 2 the published solutions themselves part after 0.4 ns.</p>",
            comparisons,
            [
                ("problem4-field1", ProblemPlots.Reversal(ours[0], mean[0], oommf, "field 1: µ₀H = (−24.6, 4.3, 0) mT"), "Field 1."),
                ("problem4-field2", ProblemPlots.Reversal(ours[1], mean[1], null, "field 2: µ₀H = (−35.5, −6.3, 0) mT"), "Field 2."),
            ]);
    }

    /// <summary>The problem as a file.</summary>
    /// <param name="field">1 or 2.</param>
    /// <param name="nx">Cells along the film.</param>
    /// <param name="ny">Cells across it.</param>
    public static string Text(int field, int nx, int ny) => $"""
        # µMAG standard problem 4, field {field}: a film of 500 nm × 125 nm × 3 nm switches from the S state.
        # Published: {(field == 1 ? "the average of m_x first crosses zero near 0.138 ns." : "mumax3's test set has the averages −0.9692, −0.1204, −0.0053 after 1 ns.")}
        title = "µMAG standard problem 4, field {field}"
        precision = "double"

        [mesh]
        cells = [{nx}, {ny}, 1]
        cell_size = [{500.0 / nx:R}e-9, {125.0 / ny:R}e-9, 3e-9]       # m

        [material]
        saturation_magnetisation = 8e5           # A/m
        exchange_stiffness = 1.3e-11             # J/m
        gilbert_damping = 0.02
        gyromagnetic_ratio = 2.211e5             # m/(A·s)

        [initial]                                # relaxes to the S state
        state = "uniform"
        direction = [1.0, 0.1, 0.0]

        [solver]
        integrator = "bogacki_shampine_32"       # exchange limits the step here, so few evaluations a step are best
        max_error = 1e-5

        [[stage]]
        kind = "relax"
        max_torque = 0.08                        # A/m: what is left decides the last digits at 1 ns

        [[stage]]
        kind = "run"
        time = 1e-9                              # s
        [stage.field]
        constant_tesla = [{(field == 1 ? "-24.6e-3, 4.3e-3" : "-35.5e-3, -6.3e-3")}, 0.0] # T

        [output]
        table_interval = 5e-12                   # s
        columns = ["t", "mx", "my", "mz", "E_total", "max_torque"]
        snapshot_interval = 1e-10                # s
        arrows = true

        """;

    private static double Crossing(PublishedTable table)
    {
        for (int i = 1; i < table.Count; i++)
        {
            double a = table[i - 1][1], b = table[i][1];
            if (a > 0 && b <= 0)
                return table[i - 1][0] + ((table[i][0] - table[i - 1][0]) * a / (a - b));
        }
        return double.NaN;
    }

    private static (double Share, int Count) Inside(PublishedTable ours, PublishedTable mean)
    {
        int inside = 0, count = 0;
        for (int i = 1; i < mean.Count; i++)
        {
            for (int c = 1; c <= 3; c++, count++)
                inside += Math.Abs(ours.At(mean[i][0], c) - mean[i][c]) <= 2 * mean[i][c + 3] ? 1 : 0;
        }
        return (inside / (double)count, count);
    }
}
