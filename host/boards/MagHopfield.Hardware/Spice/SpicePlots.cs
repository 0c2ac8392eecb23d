using MagHopfield.Reports;
using ScottPlot;

namespace MagHopfield.Hardware.Spice;

/// <summary>Pictures of the circuit simulations.</summary>
public static class SpicePlots
{
    /// <summary>Figures of a deck by the name of their files, without extension.</summary>
    /// <param name="deck">The deck, run.</param>
    public static IReadOnlyDictionary<string, Figure> Draw(SpiceDeck deck) => deck.Name switch
    {
        "measuring-chain.cir" => new Dictionary<string, Figure> { ["measuring-chain"] = MeasuringChain(deck.Traces["measuring-chain"]) },
        "pulse-stage.cir" => new Dictionary<string, Figure> { ["pulse-stage"] = PulseStage(deck.Traces["pulse-stage"]) },
        "pulse-faults.cir" => new Dictionary<string, Figure> { ["pulse-faults"] = Faults(deck.Traces) },
        _ => throw new ArgumentException($"There is no picture of the deck {deck.Name}."),
    };

    private static Figure MeasuringChain(IReadOnlyList<double[]> t)
    {
        Plot whole = Panel("current on at 1 ms, reversed at 6 ms", "time (ms)", "voltage (mV)");
        Line(whole, t[0], 1e3, t[1], 1e3, "at the ADC, with 10 µV of EMF", Colors.SteelBlue);
        Line(whole, t[0], 1e3, t[2], 1e3, "across the film", Colors.DarkOrange, dashed: true);
        whole.Axes.SetLimits(0, 11, -2.8, 5);
        whole.ShowLegend(Alignment.UpperRight);

        double end = t[1][^1];
        Plot settling = Panel("settling after the reversal", "time after the reversal (µs)", "distance from the final value (µV)");
        (double X, double Y)[] tail =
        [
            .. t[0].Zip(
                t[1], (x, y) => ((x - 6e-3) * 1e6, Math.Abs(y - end) * 1e6)).Where(p => p.Item1 is >= 0 and <= 500 && p.Item2 > 1e-4),
        ];
        Add(
            settling,
            [.. tail.Select(p => p.X)],
            [.. tail.Select(p => Math.Log10(p.Y))],
            "input filter, 2 × 1 kΩ and 10 nF",
            Colors.SteelBlue);
        settling.Axes.Left.TickGenerator = Decades(-4, 4);
        settling.Add.HorizontalLine(Math.Log10(2.8e-3), 1.5f, Colors.FireBrick, LinePattern.Dashed).LegendText = "1 ppm of the step";
        settling.Add.VerticalLine(100, 1.5f, Colors.Gray, LinePattern.Dotted).LegendText = "conversion begins, lasts 5 ms";
        settling.Axes.SetLimits(0, 500, -3.5, 7.5);
        settling.ShowLegend(Alignment.UpperRight);

        Plot emf = Panel("half sum of both polarities", "time after each switching (ms)", "voltage (µV)");
        double[] at = [.. Enumerable.Range(10, 190).Select(i => i * 0.025e-3)];
        Add(
            emf,
            [.. at.Select(x => x * 1e3)],
            [.. at.Select(x => (At(t[0], t[1], 1e-3 + x) + At(t[0], t[1], 6e-3 + x)) / 2 * 1e6)],
            "the EMF: −10 µV were put in",
            Colors.SteelBlue);
        emf.Axes.SetLimits(0, 5, -15, 15);
        emf.ShowLegend(Alignment.UpperRight);
        return Columns(whole, settling, emf);
    }

    private static Figure PulseStage(IReadOnlyList<double[]> t)
    {
        Plot whole = Panel("a pulse of 200 µs", "time (µs)", "voltage (V)");
        Line(whole, t[0], 1e6, t[1], 1, "gate PULSE_EN", Colors.Gray);
        Line(whole, t[0], 1e6, t[3], 1, "T into 510 Ω of gold", Colors.SteelBlue);
        Line(whole, t[0], 1e6, t[4], 1, "T into 10 Ω", Colors.DarkOrange);
        whole.Axes.SetLimits(0, 240, -1, 6);
        whole.ShowLegend(Alignment.LowerCenter);
        Plot rise = Edge(t, "it begins", 8, 20, Alignment.UpperLeft);
        Plot fall = Edge(t, "it ends", 208, 214, Alignment.UpperRight);
        Plot shorted = Panel("into a short", "time (µs)", "current (A)");
        Line(shorted, t[0], 1e6, t[5], 1, "driver into 0.05 Ω", Colors.FireBrick);
        shorted.Add.HorizontalLine(0.5, 1, Colors.Gray, LinePattern.Dashed).LegendText = "limit, 0.5 A";
        shorted.Axes.SetLimits(0, 240, -0.05, 0.65);
        shorted.ShowLegend(Alignment.LowerCenter);
        return Columns(whole, rise, fall, shorted);
    }

    private static Plot Edge(IReadOnlyList<double[]> t, string title, double from, double to, Alignment legend)
    {
        Plot plot = Panel(title, "time (µs)", "voltage (V)");
        Line(plot, t[0], 1e6, t[1], 1, "gate", Colors.Gray);
        Line(plot, t[0], 1e6, [.. t[2].Select(v => v + 6.46)], 1, "E/S above V−", Colors.SeaGreen);
        Line(plot, t[0], 1e6, t[3], 1, "T, 510 Ω", Colors.SteelBlue);
        Line(plot, t[0], 1e6, t[4], 1, "T, 10 Ω", Colors.DarkOrange);
        plot.Axes.SetLimits(from, to, -1.5, 7.5);
        plot.ShowLegend(legend);
        return plot;
    }

    private static Figure Faults(IReadOnlyDictionary<string, IReadOnlyList<double[]>> traces)
    {
        return Columns(
            Fault("fault-reset", "controller resets at 110 µs", 1e6, "time (µs)", "gate PULSE_EN"),
            Fault("fault-down", "rails go down, gate low", 1e3, "time (ms)", "+6.5 V rail"),
            Fault("fault-up", "rails come up, gate low", 1e3, "time (ms)", "+6.5 V rail"),
            Fault("fault-negative", "−6.5 V rail fails alone", 1e3, "time (ms)", "−6.5 V rail"),
            Fault("fault-brown", "rails go down in a pulse", 1e3, "time (ms)", "+6.5 V rail"));

        Plot Fault(string name, string title, double scale, string axis, string other)
        {
            Plot plot = Panel(title, axis, "voltage (V)");
            Line(plot, traces[name][0], scale, traces[name][1], 1, other, Colors.Gray);
            Line(plot, traces[name][0], scale, traces[name][2], 1, "T, 510 Ω, DAC at +5 V", Colors.SteelBlue);
            plot.Axes.SetLimitsY(-11, 8);
            plot.ShowLegend(Alignment.LowerRight);
            return plot;
        }
    }

    private static double At(double[] time, double[] values, double when)
    {
        int i = Math.Clamp(Array.BinarySearch(time, when) is int found && found >= 0 ? found : ~found, 1, time.Length - 1);
        double share = (when - time[i - 1]) / (time[i] - time[i - 1]);
        return values[i - 1] + (share * (values[i] - values[i - 1]));
    }

    private static Plot Panel(string title, string x, string y)
    {
        Plot plot = ReportFont.NewPlot();
        plot.Title(title);
        plot.XLabel(x);
        plot.YLabel(y);
        return plot;
    }

    private static void Line(
        Plot plot, double[] x, double scaleX, double[] y, double scaleY, string name, Color colour, bool dashed = false) =>
        Add(plot, [.. x.Select(v => v * scaleX)], [.. y.Select(v => v * scaleY)], name, colour, dashed);

    private static void Add(Plot plot, double[] x, double[] y, string name, Color colour, bool dashed = false)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(x, y, colour);
        line.LegendText = name;
        line.LineWidth = 1.6f;
        line.LinePattern = dashed ? LinePattern.Dashed : LinePattern.Solid;
    }

    private static ScottPlot.TickGenerators.NumericManual Decades(int from, int to) =>
        new(
            [
                .. Enumerable.Range(from, to - from + 1).Select(
                    e => new Tick(e, Math.Pow(10, e).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))),
            ]);

    // At most three in a row; four are two and two.
    private static Figure Columns(params Plot[] plots) => Figure.Of(plots, plots.Length == 4 ? 2 : Math.Min(plots.Length, 3), 400, 360);
}
