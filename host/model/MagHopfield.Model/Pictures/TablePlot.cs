using System.Globalization;
using MagHopfield.Model.Output;
using MagHopfield.Reports;
using ScottPlot;

namespace MagHopfield.Model.Pictures;

/// <summary>
/// A plot of a run's table: the quantities of one unit share a panel, over the simulated time, or over the field where only static stages
/// follow it (a loop), else over the steps or the rows. Of rows at the same time or field the last is drawn, what the magnetisation has
/// come to.
/// </summary>
internal static class TablePlot
{
    private const int Width = 900, Height = 280, LastHeight = 310, MostPoints = 2000, MostMarked = 60;
    private static readonly string[] Fields = ["Hx", "Hy", "Hz"];
    private static readonly Color[] Palette =
    [
        Colors.FireBrick,
        Colors.SeaGreen,
        Colors.SteelBlue,
        Colors.DarkOrange,
        Colors.MediumPurple,
        Colors.SaddleBrown,
        Colors.DeepPink,
        Colors.Black,
    ];

    private static readonly (string Label, string[] Columns)[] Panels =
    [
        ("⟨m⟩", ["mx", "my", "mz"]),
        ("⟨m²⟩", ["mx2", "my2", "mz2"]),
        ("energy", [.. TableQuantities.Names.Where(n => n.StartsWith("E_", StringComparison.Ordinal))]),
        ("external field", Fields),
        ("largest |m×H|", ["max_torque"]),
        ("topological charge", ["charge"]),
    ];

    // Quantities of electrodes, whose names the file makes.
    private static readonly (string Prefix, string Label, string Unit)[] Circuit =
        [("V_", "voltage", "V"), ("I_", "current", "A"), ("R_", "resistance", "Ω"), ("G_", "conductance", "S")];

    private static string UnitOf(string name) =>
        TableQuantities.All.FirstOrDefault(q => q.Name == name)?.Unit
            ?? Circuit.First(c => name.StartsWith(c.Prefix, StringComparison.Ordinal)).Unit;

    /// <summary>Draws the table; null where it has fewer than two rows or nothing to draw over them.</summary>
    /// <param name="lines">Lines of the table, its header first.</param>
    public static Figure? Draw(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Dictionary<string, List<double>> columns = Read(lines);
        (string Name, string Label, double[] Values) x = Abscissa(columns);
        if (!(Span(x.Values) > 0))
            return null;

        (string Label, string[] Columns)[] panels =
        [
            .. from p in Panels.Concat(
                Circuit.Select(
                    c => (c.Label, Columns: columns.Keys.Where(k => k.StartsWith(c.Prefix, StringComparison.Ordinal)).ToArray())))
               let present = p.Columns.Where(c => c != x.Name && columns.ContainsKey(c)).ToArray()
               where present.Length > 0
               select (p.Label, present),
        ];
        if (panels.Length == 0)
            return null;
        Plot[] plots = [.. panels.Select(p => Panel(p.Label, p.Columns, columns, x.Values))];

        // One scale for all, named below the last.
        (double low, double high) = (x.Values.Min(), x.Values.Max());
        foreach (Plot plot in plots)
        {
            plot.Axes.SetLimitsX(low - (0.02 * (high - low)), high + (0.02 * (high - low)));
            plot.Layout.Fixed(new PixelPadding(95, 150, plot == plots[^1] ? 65 : 35, 15));
        }

        plots[^1].XLabel(x.Label);
        return Figure.Draw(Width, (Height * (plots.Length - 1)) + LastHeight, canvas =>
        {
            for (int k = 0; k < plots.Length; k++)
                plots[k].Render(canvas, new PixelRect(0, Width, (k * Height) + (k == plots.Length - 1 ? LastHeight : Height), k * Height));
        });
    }

    private static Dictionary<string, List<double>> Read(IEnumerable<string> lines)
    {
        Dictionary<string, List<double>> columns = [];
        List<double>[]? order = null;
        foreach (string line in lines)
        {
            string[] cells = line.TrimStart('#', ' ').Split('\t');
            if (order is null)
            {
                order = [.. cells.Select(c => columns[c.Split(' ')[0]] = [])];
                continue;
            }

            for (int k = 0; k < order.Length; k++)
                order[k].Add(double.Parse(cells[k], CultureInfo.InvariantCulture));
        }

        return columns;
    }

    // Name of the column that is the abscissa, if any, its label, and its values.
    private static (string Name, string Label, double[] Values) Abscissa(Dictionary<string, List<double>> columns)
    {
        if (columns.TryGetValue("t", out List<double>? t) && Span(t) > 0)
            return Scaled("t", "s", t);
        string? field = Fields.Where(columns.ContainsKey).MaxBy(n => Span(columns[n]));
        if (field is not null && Span(columns[field]) > 0)
            return Scaled(field, "A/m", columns[field]);
        if (columns.TryGetValue("steps", out List<double>? steps) && Span(steps) > 0)
            return ("steps", "steps", [.. steps]);
        return ("", "row of the table", [.. Enumerable.Range(1, columns.Values.FirstOrDefault()?.Count ?? 0).Select(k => (double)k)]);
    }

    private static Plot Panel(string label, string[] names, Dictionary<string, List<double>> columns, double[] x)
    {
        Plot plot = ReportFont.NewPlot();
        string unit = UnitOf(names[0]);
        double[][] values = [.. names.Select(n => columns[n].ToArray())];
        int[][] drawn = [.. values.Select(v => Thinned(x, v))];
        (string scaledLabel, double factor) = unit == "1"
            ? (label, 1)
            : Scale(label, unit, drawn.SelectMany((rows, k) => rows.Select(r => values[k][r])));
        for (int k = 0; k < names.Length; k++)
        {
            int[] rows = drawn[k];
            var line = plot.Add.Scatter(
                rows.Select(r => x[r]).ToArray(), rows.Select(r => factor * values[k][r]).ToArray(), Palette[k % Palette.Length]);
            line.LineWidth = 2;
            line.MarkerSize = rows.Length > MostMarked ? 0 : 5;
            line.LegendText = (
                names[k].StartsWith("E_", StringComparison.Ordinal) ? names[k][2..] : names[k]).Replace("_", " ", StringComparison.Ordinal);
        }

        plot.YLabel(scaledLabel);
        plot.Axes.AutoScaleY();

        // A quantity alone that the axis names needs no legend.
        if (names.Length > 1 || names[0] is not ("max_torque" or "charge"))
            plot.ShowLegend(Edge.Right);
        return plot;
    }

    // Of many rows the lowest and the highest of each stretch, so that no peak is lost; what is no number is left out.
    private static int[] Thinned(double[] x, double[] y)
    {
        int[] rows = [.. Enumerable.Range(0, y.Length).Where(r => (r == y.Length - 1 || x[r] != x[r + 1]) && double.IsFinite(y[r]))];
        if (rows.Length <= MostPoints)
            return rows;
        int stretch = (rows.Length + (MostPoints / 4) - 1) / (MostPoints / 4);
        return
        [
            .. rows.Chunk(stretch).SelectMany(
                part => new[] { part[0], part.MinBy(r => y[r]), part.MaxBy(r => y[r]), part[^1] }.Distinct().Order()),
        ];
    }

    private static (string Name, string Label, double[] Values) Scaled(string name, string unit, List<double> values)
    {
        (string label, double factor) = Scale(name, unit, values);
        return (name, label, [.. values.Select(v => factor * v)]);
    }

    private static (string Label, double Factor) Scale(string label, string unit, IEnumerable<double> values)
    {
        double largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        int thousands = largest > 0 ? Math.Clamp((int)Math.Floor(Math.Log10(largest) / 3), -8, 3) : 0;
        string prefix = thousands switch { > 0 => "kMG"[thousands - 1].ToString(), 0 => "", _ => "mµnpfazy"[-thousands - 1].ToString() };
        return ($"{label} ({prefix}{unit})", Math.Pow(10, -3 * thousands));
    }

    private static double Span(IReadOnlyCollection<double> values) => values.Count == 0 ? 0 : values.Max() - values.Min();
}
