using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Paper;
using ScottPlot;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Figure3;

/// <summary>The report of Fig. 3.</summary>
public sealed class Figure3Study : PaperStudy
{
    /// <summary>Declares it.</summary>
    public Figure3Study()
        : base("fig3", "All six G_ij while the film is retrained, beside eqs. 1, 2 and 3; goes on after an interruption.", 1, 14)
    {
    }

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Of(new Niu2024Figure3(new Figure3Parameters(film)).Run(context.Store, context.Progress, context.Cancellation));

    private const double UnchangedShare = 0.1;
    private static readonly string[] Names = PairName.All(4);
    private static readonly Color[] Palette =
        [Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen, Colors.MediumPurple, Colors.SaddleBrown];

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(Figure3Result r) =>
        PaperRecord.Of(
            "Niu 2024, Figure 3: the conductance matrix while the film learns",
            r.Parameters.Film,
            Compare(r),
            page => Body(page, r),
            Data(r),
            Figure3Json.Default.DictionaryStringObject);

    private static List<StudyComparison> Compare(Figure3Result r)
    {
        TrainingCurve a = r.First;
        double edge = Math.Abs(a.Change(1, 2));
        List<StudyComparison> list = [];
        double[] start = a.Rows[0].Film.ToPairs();
        string claim = $"eq. 1: G after {Signs(a.First)}";
        for (int p = 0; p < 6; p++)
        {
            double paper = Niu2024Paper.Equation1[p];
            list.Add(
                new StudyComparison(
                    claim,
                    $"G{Names[p]} within 5 %",
                    Milli(paper),
                    Milli(start[p]),
                    Math.Abs(start[p] / paper - 1) <= 0.05,
                    Miss(start[p], paper)));
        }

        double diagonals = 0.5 * (Niu2024Paper.Equation1[2] + Niu2024Paper.Equation1[3]), ours = 0.5 * (start[2] + start[3]);
        list.Add(
            new StudyComparison(
                claim,
                "mean of the diagonals G14 and G23 within 5 %",
                Milli(diagonals),
                Milli(ours),
                Math.Abs(ours / diagonals - 1) <= 0.05,
                Miss(ours, diagonals)));
        list.Add(new StudyComparison(
            "eq. 1: equal edges, unequal diagonals, as no symmetric film has them", "(G12 − G13)/G12 below 0.5 %", "0.00 %", Percent(
                1 - start[1] / start[0]), Math.Abs(1 - start[1] / start[0]) < 0.005));
        list.Add(new StudyComparison(
            "eq. 1: equal edges, unequal diagonals, as no symmetric film has them", "(G14 − G23)/G14 above 5 %", "10.87 %", Percent(
                1 - start[3] / start[2]), 1 - start[3] / start[2] > 0.05));
        claim = $"Fig. 3(a), {Signs(a.First)} to {Signs(a.Second)}: G12, G34 rise, G13, G24 fall, G14, G23 the same before and after";
        list.Add(Moves(claim, a, 1, 2, +1, edge, "rises"));
        list.Add(Moves(claim, a, 3, 4, +1, edge, "rises"));
        list.Add(Moves(claim, a, 1, 3, -1, edge, "falls"));
        list.Add(Moves(claim, a, 2, 4, -1, edge, "falls"));
        list.Add(Moves(claim, a, 1, 4, 0, edge, "unchanged"));
        list.Add(Moves(claim, a, 2, 3, 0, edge, "unchanged"));
        double[] excursions = [a.Excursion(1, 4), a.Excursion(2, 3)];
        list.Add(new StudyComparison(
            "Fig. 3(a): G14 and G23 unchanged on the way", "within 10 % of the edges' change", "unchanged",
            $"up to {Milli(excursions.Max())} off on the way, {Percent(excursions.Max() / edge, "0")} of the edges' change",
            excursions.Max() < UnchangedShare * edge));
        int half = a.Rows.Count * 3 / 4;
        double late = Math.Abs(a.Rows[^1].Film[0, 1] - a.Rows[half].Film[0, 1]) / edge;
        list.Add(
            new StudyComparison(
                "Fig. 3(a): learning saturates",
                "change of G12 in the last quarter of the pulses below 2 %",
                "saturates",
                Percent(late) + " of the whole",
                late < 0.02));
        double rise = a.Change(1, 2);
        list.Add(new StudyComparison(
            "eq. 2: size of the changes from α = 111 and 277 V²/S",
            "change of G14 over that of G12 between opposite signs (from the ranges)",
            "111/277 = 0.40",
            Number(r.Diagonal / r.Edge, "0.00"), Math.Abs(
                r.Diagonal / r.Edge / (111.0 / 277) - 1) < 0.1, Miss(r.Diagonal / r.Edge, 111.0 / 277)));
        list.Add(new StudyComparison(
            "eq. 2: size of the changes from α = 111 and 277 V²/S",
            "change of G12 at V = 1 V, V²/α, within 20 %",
            $"{Milli(1 / 111.0)}, {Percent(1 / 111.0 / 0.066, "0.0")} of G12",
            $"{Milli(rise)}, {Percent(rise / Math.Abs(start[0]), "0.0")}", Math.Abs(rise * 111 - 1) < 0.2, Miss(rise, 1 / 111.0)));
        list.Add(new StudyComparison(
            "eq. 3: the cost falls",
            "falls from first to last pulse",
            "falls",
            $"by {Number(1e3 * a.CostFall, "0.0")} mW and {Number(1e3 * r.Second.CostFall, "0.0")} mW",
            a.CostFall > 0
                && r.Second.CostFall > 0));
        list.Add(new StudyComparison(
            "eq. 3: the cost falls at every pulse", "largest rise in one pulse is 0", "falls",
            $"rises by {Percent(a.LargestCostRise / a.CostFall, "0.0")} of the whole fall in one pulse", a.LargestCostRise == 0));
        double identity = a.Rows.Concat(r.Second.Rows).Max(row => row.IdentityError);
        list.Add(
            new StudyComparison(
                "eqs. S5, S6: cost and energy are one form",
                "relative error below 1e-9",
                "identity",
                Number(identity, "0.0e+0"),
                identity < 1e-9));
        TrainingCurve b = r.Second;
        double edge2 = Math.Abs(b.Change(1, 2));
        claim = $"Fig. S1, {Signs(b.First)} to {Signs(b.Second)}: |G14|, |G34| fall, |G12|, |G23| rise";
        list.Add(Moves(claim, b, 1, 4, +1, edge2, "|G14| falls"));
        list.Add(Moves(claim, b, 3, 4, +1, edge2, "|G34| falls"));
        list.Add(Moves(claim, b, 1, 2, -1, edge2, "|G12| rises"));
        list.Add(Moves(claim, b, 2, 3, -1, edge2, "|G23| rises"));
        return list;
    }

    private static int OjaPulses() =>
        (int)Math.Ceiling(Math.Log(0.1) / Math.Log(1 - 2 * Niu2024Paper.LearningRate * Niu2024Paper.Alpha[0]));

    private static StudyComparison Moves(string claim, TrainingCurve c, int i, int j, int sign, double scale, string paper)
    {
        double change = c.Change(i, j);
        bool agrees = sign == 0 ? Math.Abs(change) < UnchangedShare * scale : sign * change > UnchangedShare * scale;
        return new StudyComparison(
            claim,
            $"G{i}{j}",
            paper,
            $"{(change > 0 ? "+" : "")}{Milli(change)} ({Percent(change / Math.Abs(c.Rows[0].Film[i - 1, j - 1]))})",
            agrees);
    }

    private static void Body(HtmlPage page, Figure3Result r)
    {
        Figure3Parameters p = r.Parameters;
        page.Paragraph(
            $"First pattern: one pulse of {p.FirstVoltage} V, integrated until the texture is at rest. Second: {p.Pulses} pulses of "
            + $"{p.SecondVoltage} V whose simulated length is "
            + $"{Number(1e9 * p.PulseLength, "0.##")} ns each, where the paper's are 50 µs. AMR ratio {Percent(p.Film.Transport.AmrRatio)} "
            + "(permalloy 1 to 8 %). "
            + $"Dashed: eq. 2 with η = 0.0006 S/V², α = 111 and 277 V²/S as printed and V = ±{p.OjaVoltage} V, at rest in eq. 1 (circles) "
            + "before. "
            + $"90 % of the change of G12 takes {r.First.PulsesTo90Percent(1, 2)} of our pulses and {OjaPulses()} steps of eq. 2; the "
            + "length of our pulses is a choice, so this is no test.");
        Elements(page, r);
        foreach (TrainingCurve c in (TrainingCurve[])[r.First, r.Second])
        {
            page.Heading($"{Signs(c.First)} to {Signs(c.Second)}");
            bool isFigure3 = c == r.First;
            string figure = isFigure3 ? "figure3" : "figure-s1";
            page.Figures(
                (
                    figure + "-edges",
                    Plot(c, [0, 1, 4, 5], isFigure3),
                    "G of the edges: film (lines), eq. 2 (dashed)"
                        + (isFigure3 ? ", eq. 1 (circles)." : ".")), (
                            figure + "-diagonals",
                            Plot(c, [2, 3], isFigure3),
                            "G of the diagonals, likewise."), (figure + "-cost", CostPlot(c), "The cost of eq. 3, of the film."));
            FilmOutline outline = FilmPlan.Outline(p.Film);
            page.Figures((
                figure + "-textures",
                FilmPicture.Textures(outline, [.. c.Snapshots.Select(s => new FilmPicture.Magnetisation(
                    $"after {s.Pulse} pulses", s.Texture[0], s.Texture[1], s.Texture[2], s.Pulse == 0 ? c.First : c.Second))]),
                "Textures; signs: the pattern of the pulses."));
        }
    }

    // Per element: eq. 1, before, after, change, and what eq. 2 has for it.
    private static void Elements(HtmlPage page, Figure3Result r)
    {
        TrainingCurve c = r.First;
        page.Heading("Element by element");
        page.Paragraph(
            "One geometry, one conductivity (σ0 = "
            + $"{Number(r.Parameters.Film.Transport.IsotropicConductivity / 1e6, "0.##")}·10<sup>6</sup> S/m) and one AMR ratio, "
            + $"{Percent(r.Parameters.Film.Transport.AmrRatio, "0.#")}, for all elements; "
            + "permalloy films have 1 to 8 % (McGuire and Potter, IEEE Trans. Magn. 11, 1018 (1975), and after). α = V²/(G<sub>max</sub> − "
            + "G<sub>min</sub>) over the seven patterns: the paper's 111 and 277 V²/S "
            + "are, at V = 1 V, ranges of 13.6 % of an edge and 8.3 % of a diagonal, which only an AMR ratio of about 25 % would give; at "
            + "V = 0.5 V they are 3.4 % and 2.1 %. "
            + "What does not depend on V is the ratio of the two, 0.40 in the paper. “Eq. 2” below is with V = ±"
                + Number(r.Parameters.OjaVoltage, "0.#") + " V.");
        double[] start = c.Rows[0].Film.ToPairs(), end = c.Rows[^1].Film.ToPairs();
        page.Table(
            [
                "element", "eq. 1 (mS)", $"ours after {Signs(c.First)}", "miss", $"after {Signs(c.Second)}", "change (mS)", "change",
                "eq. 2: change", "range over 7 patterns", "range", "α at 1 V (V²/S)", "α of the paper",
            ],
            Names.Select((n, p) => (IReadOnlyList<string>)
            [
                n, Number(1e3 * Niu2024Paper.Equation1[p], "0.0"), Number(1e3 * start[p], "0.000"), NoBreak(
                    Miss(start[p], Niu2024Paper.Equation1[p])), Number(1e3 * end[p], "0.000"),
                Number(1e3 * (end[p] - start[p]), "+0.000;-0.000"), NoBreak(
                    Number(100 * (end[p] - start[p]) / Math.Abs(start[p]), "+0.00;-0.00") + " %"),
                NoBreak(Number(100 * (c.Rows[^1].Oja[p] - c.Rows[0].Oja[p]) / Math.Abs(c.Rows[0].Oja[p]), "+0.00;-0.00;0.00") + " %"),
                NoBreak(Milli(r.RangeOf(p))), NoBreak(
                    Percent(r.RangeOf(p) / Math.Abs(start[p]))), Number(1 / r.RangeOf(p), "0"), Number(Niu2024Paper.Alpha[p], "0"),
            ]));
    }

    private static Figure Plot(TrainingCurve c, int[] pairs, bool withEquation1)
    {
        Plot plot = ReportFont.NewPlot();
        double[] x = [.. c.Rows.Select(r => (double)r.Pulse)];
        foreach (int p in pairs)
        {
            var film = plot.Add.ScatterLine(x, [.. c.Rows.Select(r => 1e3 * r.Film.ToPairs()[p])], Palette[p]);
            film.LineWidth = 2;
            film.LegendText = "G" + Names[p];
            var model = plot.Add.ScatterLine(x, [.. c.Rows.Select(r => 1e3 * r.Oja[p])], Palette[p]);
            model.LineWidth = 1.5f;
            model.LinePattern = LinePattern.Dashed;
            if (withEquation1)
            {
                var point = plot.Add.ScatterPoints(new double[] { 0 }, new double[] { 1e3 * Niu2024Paper.Equation1[p] }, Palette[p]);
                point.MarkerSize = 11;
                point.MarkerShape = MarkerShape.OpenCircle;
            }
        }

        plot.Legend.ManualItems.Add(
            new LegendItem { LabelText = "eq. 2 (dashed)", LineColor = Colors.Black, LineWidth = 1.5f, LinePattern = LinePattern.Dashed });
        if (withEquation1)
        {
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = "eq. 1",
                MarkerStyle = new MarkerStyle
                {
                    Shape = MarkerShape.OpenCircle,
                    Size = 11,
                    LineColor = Colors.Black,
                    LineWidth = 1,
                    OutlineColor = Colors.Black,
                },
            });
        }

        plot.XLabel("pulses", 16);
        plot.YLabel("G (mS)", 16);
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 1000, 340);
    }

    private static Figure CostPlot(TrainingCurve c)
    {
        Plot plot = ReportFont.NewPlot();
        plot.Add.ScatterLine(
            c.Rows.Select(r => (double)r.Pulse).ToArray(), c.Rows.Select(r => r.Cost).ToArray(), Colors.SteelBlue).LineWidth = 2;
        plot.XLabel("pulses", 16);
        plot.YLabel("cost C (W)", 16);
        return Figure.Of(plot, 1000, 260);
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

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(Dictionary<string, object>[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[][]))]
internal sealed partial class Figure3Json : JsonSerializerContext;
