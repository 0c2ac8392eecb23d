using MagHopfield.Experiments.CrossCheck;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Experiments.Report;
using MagHopfield.Shared;
using ScottPlot;
using static MagHopfield.Experiments.Report.ReportText;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>The report of Fig. 3.</summary>
public static class Figure3Report
{
    private const double UnchangedShare = 0.1;
    private static readonly string[] Names = PairName.All(4);
    private static readonly Color[] Palette =
        [Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen, Colors.MediumPurple, Colors.SaddleBrown];

    /// <summary>Makes the report.</summary>
    public static PaperReport Of(Figure3Result r) =>
        new("Niu 2024, Figure 3: the conductance matrix while the film learns", r.Parameters.Film, Compare(r), page => Body(page, r), Data(r));

    private static List<PaperComparison> Compare(Figure3Result r)
    {
        TrainingCurve a = r.First;
        double edge = Math.Abs(a.Change(1, 2));
        List<PaperComparison> list = [];
        double[] start = a.Rows[0].Film.ToPairs();
        for (int p = 0; p < 6; p++)
        {
            double paper = Niu2024Paper.Equation1[p];
            double off = start[p] / paper - 1;
            list.Add(new PaperComparison($"eq. 1: G{Names[p]} within 5 %", Milli(paper), $"{Milli(start[p])} ({Percent(off)})", Math.Abs(off) <= 0.05));
        }

        list.Add(new PaperComparison("eq. 1: (G12 − G13)/G12 is 0", "0.00 %", Percent(1 - start[1] / start[0]), Math.Abs(1 - start[1] / start[0]) < 0.005));
        list.Add(Moves(a, 1, 2, +1, edge, "rises"));
        list.Add(Moves(a, 3, 4, +1, edge, "rises"));
        list.Add(Moves(a, 1, 3, -1, edge, "falls"));
        list.Add(Moves(a, 2, 4, -1, edge, "falls"));
        list.Add(Moves(a, 1, 4, 0, edge, "unchanged"));
        list.Add(Moves(a, 2, 3, 0, edge, "unchanged"));
        list.Add(new PaperComparison(
            "G14 and G23 stay on the way (within 10 % of the edges' change)", "unchanged",
            $"up to {Milli(Math.Max(a.Excursion(1, 4), a.Excursion(2, 3)))} off on the way",
            Math.Max(a.Excursion(1, 4), a.Excursion(2, 3)) < UnchangedShare * edge));
        int half = a.Rows.Count * 3 / 4;
        double late = Math.Abs(a.Rows[^1].Film[0, 1] - a.Rows[half].Film[0, 1]) / edge;
        list.Add(new PaperComparison("saturates: change of G12 in the last quarter of the pulses below 2 %", "saturates", Percent(late) + " of the whole", late < 0.02));
        list.Add(new PaperComparison(
            "eq. 3 falls from pulse to pulse", "falls", $"falls by {Number(a.CostFall, "0.0000")} W in all, largest rise in one pulse {Percent(a.LargestCostRise / a.CostFall)} of that",
            a.CostFall > 0 && a.LargestCostRise == 0));
        double identity = a.Rows.Concat(r.Second.Rows).Max(row => row.IdentityError);
        list.Add(new PaperComparison("eqs. S5 and S6 hold (relative error below 1e-9)", "identity", Number(identity, "0.0e+0"), identity < 1e-9));
        TrainingCurve b = r.Second;
        double edge2 = Math.Abs(b.Change(1, 2));
        list.Add(Moves(b, 1, 4, +1, edge2, "|G14| falls"));
        list.Add(Moves(b, 3, 4, +1, edge2, "|G34| falls"));
        list.Add(Moves(b, 1, 2, -1, edge2, "|G12| rises"));
        list.Add(Moves(b, 2, 3, -1, edge2, "|G23| rises"));
        return list;
    }

    private static int OjaPulses() =>
        (int)Math.Ceiling(Math.Log(0.1) / Math.Log(1 - 2 * Niu2024Paper.LearningRate * Niu2024Paper.Alpha[0]));

    private static PaperComparison Moves(TrainingCurve c, int i, int j, int sign, double scale, string paper)
    {
        double change = c.Change(i, j);
        bool agrees = sign == 0 ? Math.Abs(change) < UnchangedShare * scale : sign * change > UnchangedShare * scale;
        return new PaperComparison($"{Signs(c.First)} to {Signs(c.Second)}: G{i}{j}", paper, $"{(change > 0 ? "+" : "")}{Milli(change)} ({Percent(change / Math.Abs(c.Rows[0].Film[i - 1, j - 1]))})", agrees);
    }

    private static void Body(HtmlPage page, Figure3Result r)
    {
        Figure3Parameters p = r.Parameters;
        page.Paragraph(
            $"First pattern: one pulse of {p.FirstVoltage} V, integrated until the texture is at rest. Second: {p.Pulses} pulses of {p.SecondVoltage} V whose simulated length is "
            + $"{Number(1e9 * p.PulseLength, "0.##")} ns each, where the paper's are 50 µs. AMR ratio {Percent(p.Film.Transport.AmrRatio)} (permalloy 1 to 8 %). "
            + $"Dashed: eq. 2 with η = 0.0006 S/V², α = 111 and 277 V²/S as printed and V = ±{p.OjaVoltage} V, at rest in eq. 1 (circles) before. "
            + $"90 % of the change of G12 takes {r.First.PulsesTo90Percent(1, 2)} of our pulses and {OjaPulses()} steps of eq. 2; the length of our pulses is a choice, so this is no test.");
        foreach (TrainingCurve c in (TrainingCurve[])[r.First, r.Second])
        {
            page.Heading($"{Signs(c.First)} to {Signs(c.Second)}");
            bool isFigure3 = c == r.First;
            page.Figures((Plot(c, [0, 1, 4, 5], isFigure3), 1000, "Edges."), (Plot(c, [2, 3], isFigure3), 1000, "Diagonals."), (Cost(c), 1000, "Eq. 3 of the film."));
            FilmOutline outline = FilmPlan.Outline(p.Film);
            page.Figures([.. c.Snapshots.Select(s =>
                (FilmPicture.Texture(outline, s.Texture[0], s.Texture[1], s.Texture[2], s.Pulse == 0 ? c.First : c.Second), 200, $"after {s.Pulse} pulses"))]);
        }
    }

    private static byte[] Plot(TrainingCurve c, int[] pairs, bool withEquation1)
    {
        Plot plot = ReportFont.NewPlot();
        double[] x = [.. c.Rows.Select(r => (double)r.Pulse)];
        foreach (int p in pairs)
        {
            var film = plot.Add.ScatterLine(x, [.. c.Rows.Select(r => 1e3 * r.Film.ToPairs()[p])], Palette[p]);
            film.LineWidth = 2;
            film.LegendText = "G" + Names[p];
            var model = plot.Add.ScatterLine(x, [.. c.Rows.Select(r => 1e3 * r.Oja[p])], Palette[p]);
            model.LinePattern = LinePattern.Dashed;
            if (withEquation1)
            {
                var point = plot.Add.ScatterPoints(new double[] { 0 }, new double[] { 1e3 * Niu2024Paper.Equation1[p] }, Palette[p]);
                point.MarkerSize = 11;
                point.MarkerShape = MarkerShape.OpenCircle;
            }
        }

        plot.XLabel("pulses", 16);
        plot.YLabel("G (mS)", 16);
        plot.ShowLegend(Edge.Right);
        return plot.GetImageBytes(1000, 340, ImageFormat.Png);
    }

    private static byte[] Cost(TrainingCurve c)
    {
        Plot plot = ReportFont.NewPlot();
        plot.Add.ScatterLine(c.Rows.Select(r => (double)r.Pulse).ToArray(), c.Rows.Select(r => r.Cost).ToArray());
        plot.XLabel("pulses", 16);
        plot.YLabel("C (W)", 16);
        return plot.GetImageBytes(1000, 260, ImageFormat.Png);
    }

    private static Dictionary<string, object> Data(Figure3Result r) => new()
    {
        ["pairs"] = Names,
        ["simulated_pulse_length_s"] = r.Parameters.PulseLength,
        ["cases"] = ((TrainingCurve[])[r.First, r.Second]).Select(c => new Dictionary<string, object>
        {
            ["first"] = c.First.ToString(),
            ["second"] = c.Second.ToString(),
            ["film_S"] = c.Rows.Select(row => row.Film.ToPairs()).ToArray(),
            ["eq2_S"] = c.Rows.Select(row => row.Oja).ToArray(),
            ["cost_W"] = c.Rows.Select(row => row.Cost).ToArray(),
        }).ToArray(),
    };
}
